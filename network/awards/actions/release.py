"""Releasing results at the announced instant: one transaction; killed half-way nothing has happened, run again nothing happens twice."""

from datetime import datetime

from django.db import transaction

from network.awards.actions.laureates import publish_laureate
from network.awards.actions.moving import lock_round, move_entry, move_round
from network.awards.jury_states import DECISION_MOVES, DecisionState
from network.awards.models import AwardRound, Decision, DecisionLine
from network.awards.notices import deciding as notices
from network.awards.queries.feedback import feedback_of
from network.awards.queries.ranking import ranking_now, ranking_stored
from network.awards.rules import deciding as rules
from network.awards.scoring import parse
from network.awards.states import CLOCK, JUDGED, SECRETARY, Outcome, Phase
from network.content.refusals import Refused
from network.members.history import record

PUBLISHED = (Outcome.LAUREATE, Outcome.SPECIAL, Outcome.COMMENDED)


@transaction.atomic
def release(*, round: AwardRound, by, at: datetime) -> AwardRound:
    """Outcomes, public pages and letters become real together; ``by`` is None when the clock does it."""
    round = lock_round(round)
    if round.phase == Phase.RELEASED:
        return round
    if sentence := rules.why_not_release(round, by=by, at=at):
        raise Refused(sentence)
    whose = SECRETARY if by else CLOCK
    decisions = list(
        Decision.objects.select_for_update(of=("self",))
        .filter(round=round, state=DecisionState.APPROVED)
        .select_related("ranking")
        .order_by("nomination__sort_order", "pk")
    )
    feedback = _feedback(round, decisions)
    for decision in decisions:
        for line in _lines(decision):
            _release_line(line, feedback.get(line.entry.reference, {}), whose=whose, by=by, at=at)
        decision.state = DECISION_MOVES.target("release", decision.state, by=whose)
        decision.released_at = at
        decision.save(update_fields=["state", "released_at"])
    return move_round(round, "release", whose=whose, by=by, at=at, fields={"released_at": at})


def _feedback(round: AwardRound, decisions: list[Decision]) -> dict[str, dict]:
    ranking = max((decision.ranking for decision in decisions), key=lambda one: one.pk, default=None)
    if ranking is None:
        desk = ranking_now(round)
        return feedback_of(round, parse(desk.input), desk.scored)
    return feedback_of(round, parse(ranking.input), ranking_stored(ranking))


def _lines(decision: Decision):
    """An entry withdrawn or disqualified since is left as it is: it gets nothing and no letter of results."""
    return (
        DecisionLine.objects.filter(decision=decision, entry__state__in=JUDGED)
        .select_related("entry__round", "entry__page", "entry__current_snapshot", "entry__nomination")
        .order_by("entry__reference")
    )


def _release_line(line: DecisionLine, feedback: dict, *, whose, by, at: datetime) -> None:
    line.feedback = feedback
    line.save(update_fields=["feedback"])
    move_entry(line.entry, "release", whose=whose, by=by, at=at, fields={"outcome": line.outcome})
    if line.outcome in PUBLISHED:
        page = publish_laureate(line)
        record(
            "awards.publish_laureate",
            line.entry,
            by=by,
            at=at,
            after=line.outcome,
            page=page.pk if page else None,
        )
    notices.result(line, at=at)
