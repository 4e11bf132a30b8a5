"""Pairs of a round for the coordinator: their last sign of life, their meetings; fixed numbers of queries."""

from datetime import datetime, timedelta

from django.db.models import Count, DateTimeField, IntegerField, Max, Min, OuterRef, Subquery
from django.db.models.functions import Coalesce, Greatest

from mentoring.models import Application, Goal, Meeting, Pair, Round, Signature, other_side
from mentoring.pair_states import BACK_ON_THE_DESK, TOGETHER, MeetingState, PairState

YELLOW, RED = timedelta(days=30), timedelta(days=45)
SHOWN = {
    "all": lambda rows: rows,
    "offered": lambda rows: rows.filter(state=PairState.OFFERED).order_by("answer_by", "pk"),
    "together": lambda rows: rows.filter(state__in=TOGETHER),
    "paused": lambda rows: rows.filter(state=PairState.PAUSED),
    "back": lambda rows: _back(rows),
    "ended": lambda rows: rows.filter(
        state__in=[*BACK_ON_THE_DESK, PairState.COMPLETED, PairState.ENDED_EARLY]
    ),
}
SORTS = {
    "mentee": ("mentee__mentee_profile__name", "pk"),
    "mentor": ("mentor__mentor_profile__name", "pk"),
    "state": ("state", "pk"),
    "sign": ("last_sign", "pk"),
    "held": ("-held", "pk"),
    "score": ("-score", "pk"),
    "offered": ("-offered_at", "pk"),
}


def _back(rows):
    from mentoring.queries.today import came_back

    return rows.filter(came_back())


def _of(model, field: str, what=Max, **narrow):
    """The last (or first) moment among a pair's rows of another kind, as one value a pair."""
    rows = (
        model.objects.filter(pair=OuterRef("pk"), **narrow).order_by().values("pair").annotate(x=what(field))
    )
    return Subquery(rows.values("x"), output_field=DateTimeField())


def pairs_of(round: Round):
    """With ``last_sign`` (an answer, a signature, a goal, a meeting planned or held), ``held`` and ``next_at``."""
    held = (
        Meeting.objects.filter(pair=OuterRef("pk"), state=MeetingState.HELD)
        .order_by()
        .values("pair")
        .annotate(n=Count("pk"))
        .values("n")
    )
    return (
        Pair.objects.filter(round=round)
        .select_related("mentee__mentee_profile", "mentor__mentor_profile")
        .annotate(
            held=Coalesce(Subquery(held, output_field=IntegerField()), 0),
            next_at=_of(Meeting, "starts_at", Min, state=MeetingState.PLANNED),
            last_sign=Greatest(
                "offered_at",
                *(
                    Coalesce(moment, "offered_at")
                    for moment in (
                        "settled_at",
                        _of(Signature, "signed_at"),
                        _of(Goal, "written_at"),
                        _of(Meeting, "planned_at"),
                        _of(Meeting, "logged_at"),
                        _of(Meeting, "starts_at", state=MeetingState.HELD),
                    )
                ),
            ),
        )
    )


def silence_of(pair: Pair, *, at: datetime) -> timedelta:
    return at - pair.last_sign


def quiet_since(pair: Pair, *, at: datetime) -> str:
    """ "red" after 45 days without a sign of life, "yellow" after 30; a pair with a meeting to come is not silent."""
    if pair.state not in (PairState.ACCEPTED, PairState.ACTIVE):
        return ""
    if pair.next_at and pair.next_at > at:
        return ""
    silence = silence_of(pair, at=at)
    return "red" if silence >= RED else "yellow" if silence >= YELLOW else ""


def pairs_about(application: Application) -> list[tuple[Pair, Application]]:
    """Her offers and pairs, the newest first, each with the one on the other side; one query."""
    other = other_side(application.side)
    rows = (
        Pair.objects.filter(**{application.side: application})
        .select_related(f"{other}__{other}_profile")
        .order_by("-offered_at", "-pk")
    )
    return [(pair, pair.application_of(other)) for pair in rows]
