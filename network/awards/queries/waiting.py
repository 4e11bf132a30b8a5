"""What of the jury waits for the secretary or the chair herself."""

from network.awards.models import AwardRound
from network.awards.rules.deciding import current, open_nominations, why_not_approve, why_not_propose
from network.awards.rules.judging import undecided
from network.awards.rules.people import is_chair
from network.awards.states import Phase


def decisions_that_wait(*, by, at) -> list[tuple[AwardRound, str, int]]:
    """Round, screen and how many: conflicts for the chair; nominations she may propose for or approve.

    A few queries for each round before its jury or after it; there are few of those at a time.
    """
    found = []
    for round in AwardRound.objects.filter(phase__in=[Phase.SCREENING, Phase.JUDGING, Phase.DECIDING]):
        if is_chair(by):
            found.append((round, "conflicts", undecided(round).count()))
        if round.phase == Phase.DECIDING:
            found.append(
                (round, "decisions", sum(_waits_for(by, round, one, at) for one in open_nominations(round)))
            )
    return found


def _waits_for(by, round: AwardRound, nomination, at) -> bool:
    decision = current(round, nomination)
    if decision is None:
        return why_not_propose(round, nomination, by=by, at=at) is None
    return why_not_approve(decision, by=by, at=at) is None
