"""Reads for the coordinator's screens."""

from django.db.models import Count, Q, TextField
from django.db.models.functions import Cast

from mentoring.models import Application, Round
from mentoring.states import Standing


def applications(round: Round, chosen: dict):
    """Sent applications of a round, narrowed; with what a row of the list shows. Drafts are nobody's business."""
    rows = (
        Application.objects.filter(round=round)
        .sent()
        .with_profiles()
        .defer("working_copy", "eligibility", "search_text")
        .order_by("-sent_at", "-pk")
    )
    for name, value in chosen.items():
        rows = NARROW[name](rows, value)
    return rows


def _either(field: str, value, lookup: str = "") -> Q:
    return Q(**{f"mentee_profile__{field}{lookup}": value}) | Q(**{f"mentor_profile__{field}{lookup}": value})


def _holds(rows, field: str, text: str):
    """Rows whose profile's JSON list holds a text; the same on every database, as codes are plain ASCII."""
    return (
        rows.annotate(
            _mentee=Cast(f"mentee_profile__{field}", TextField()),
            _mentor=Cast(f"mentor_profile__{field}", TextField()),
        )
        .filter(Q(_mentee__contains=text) | Q(_mentor__contains=text))
        .order_by(*rows.query.order_by)
    )


def _found(rows, words: str):
    for word in words.casefold().replace("ё", "е").split():
        rows = rows.filter(search_text__contains=word)
    return rows


NARROW = {
    "q": _found,
    "side": lambda rows, value: rows.filter(side=value),
    "state": lambda rows, value: rows.filter(state=value),
    "country": lambda rows, value: rows.filter(_either("country", value)),
    "library": lambda rows, value: rows.filter(_either("library_type", value)),
    "language": lambda rows, value: _spoken(rows, value),
    "topic": lambda rows, value: _holds(rows, "topics", f'"{value}"'),
}


def _spoken(rows, code: str):
    return rows.annotate(
        _mentee_speaks=Cast("mentee_profile__languages", TextField()),
        _mentor_speaks=Cast("mentor_profile__languages", TextField()),
    ).filter(
        Q(_mentee_speaks__contains=f'"code": "{code}"') | Q(_mentor_speaks__contains=f'"code": "{code}"')
    )


def counts(round: Round) -> dict[str, dict[str, int]]:
    """For each side how many applications stand where, drafts among them."""
    return counts_of([round])[round.pk]


def counts_of(rounds) -> dict[int, dict[str, dict[str, int]]]:
    """The same for many rounds, in one query."""
    found = {round.pk: {"mentee": {}, "mentor": {}} for round in rounds}
    rows = Application.objects.filter(round__in=list(found)).values_list("round", "side", "state")
    for round, side, state, number in rows.annotate(n=Count("pk")).order_by():
        found[round][side][state] = number
    return found


def returning_mentors(round: Round) -> list[Application]:
    """Mentors of earlier rounds who are not in this one, each once, the latest round first."""
    here = Application.objects.filter(round=round, side="mentor", person__isnull=False).values("person")
    former = (
        Application.objects.mentors()
        .filter(state=Standing.ACCEPTED, person__isnull=False)
        .filter(round__page__mentor_call_opens_at__lt=round.page.mentor_call_opens_at)
        .exclude(person__in=here)
        .select_related("mentor_profile", "round", "person")
        .order_by("-round__page__mentor_call_opens_at", "pk")
    )
    seen, found = set(), []
    for one in former:
        if one.person_id not in seen:
            seen.add(one.person_id)
            found.append(one)
    return found


def entered(round: Round):
    """Drafts that a coordinator began for somebody."""
    return (
        Application.objects.filter(round=round, entered_by__isnull=False, state=Standing.DRAFT)
        .select_related("invitation", "person")
        .order_by("-created_at")
    )


def waiting_applications() -> int:
    return Application.objects.filter(state=Standing.SUBMITTED, round__phase__in=_READ).count()


_READ = ("mentor_call", "mentee_call", "review")
