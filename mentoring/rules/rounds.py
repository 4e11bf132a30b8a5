"""What may be done, and why not: a sentence for the person, or None."""


def round_mistakes(page) -> dict[str, list[str]]:
    return {}
