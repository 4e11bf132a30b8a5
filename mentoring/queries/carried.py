"""Who stayed without a pair and is served first next time."""

from mentoring.models import Application, Pair
from mentoring.pair_states import PairState
from mentoring.states import Phase, Standing

CARRIED = 1
HAD_A_CHANCE = (
    PairState.ACCEPTED,
    PairState.ACTIVE,
    PairState.PAUSED,
    PairState.COMPLETED,
    PairState.ENDED_EARLY,
)


def left_without_pair(person, side: str) -> Application | None:
    """Her latest application that was good and found nobody: the round is over or its pairs are out."""
    if side != "mentee":
        return None
    last = (
        Application.objects.mentees()
        .filter(person=person, round__phase__in=[Phase.RUNNING, Phase.CLOSED])
        .order_by("-round__phase_since", "-pk")
        .first()
    )
    if last is None or last.state not in (Standing.ACCEPTED, Standing.WAITLISTED):
        return None
    return None if Pair.objects.filter(mentee=last, state__in=HAD_A_CHANCE).exists() else last
