"""Other looks at the same page, chosen in its address: for who leads a group, for paper."""

FACILITATOR = "facilitator"
SHEET = "exercise"


def look_of(request, known: set[str]) -> str:
    """Empty for the page itself, also when an unknown look is asked for."""
    asked = request.GET.get("view", "")
    return asked if asked in known else ""
