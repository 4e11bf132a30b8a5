from datetime import datetime

from mentoring import notices
from mentoring.models import Application, Pair, other_side
from mentoring.pair_states import PAIR_MOVES, TOGETHER, PairState
from mentoring.states import Standing
from network.members.history import record


def after_leaving(application: Application, *, by, at: datetime) -> None:
    """What follows when an applicant withdraws or a mentor pauses. Runs inside the transaction of that change.

    Open offers go back to the desk; who leaves the round for good also leaves
    her pair. The other one is told without a name and without a reason.
    """
    states = [PairState.OFFERED] if application.state == Standing.ACCEPTED else [PairState.OFFERED, *TOGETHER]
    for pair in _pairs_of(application).filter(state__in=states):
        part_ways(pair, application.side, by=by, at=at)


def part_ways(pair: Pair, side: str, *, by, at: datetime) -> None:
    """End what there is because this side has gone."""
    before = pair.state
    verb = "call_off" if pair.is_offer else "end_early"
    pair.state = PAIR_MOVES.target(verb, before, by=side)
    pair.ended_at = at
    if verb == "end_early":
        pair.end_reason = "left"
        setattr(pair, f"{other_side(side)}_wants_another", True)
    pair.save()
    record(verb, pair, by=by, at=at, before=before, after=pair.state, reason="left", side=side)
    if verb == "call_off":
        notices.offers.came_back(pair, other_side(side), at=at)
    else:
        notices.pairs.ended(pair, other_side(side), at=at)


def _pairs_of(application: Application):
    return (
        Pair.objects.select_for_update(of=("self",))
        .filter(**{application.side: application})
        .select_related("round__page", "mentee__person", "mentor__person")
    )
