"""Proposing laureates, approving by two, dropping."""

from datetime import datetime

from django.db import transaction

from network.awards.actions.moving import lock_round
from network.awards.actions.ranking import keep_ranking
from network.awards.jury_states import DECISION_MOVES
from network.awards.models import Approval, AwardRound, Decision, DecisionLine, Entry, Nomination
from network.awards.notices import deciding as notices
from network.awards.queries.ranking import ranking_stored
from network.awards.rules import deciding as rules
from network.awards.rules.people import is_chair
from network.awards.states import CHAIR, JUDGED, SECRETARY
from network.content.refusals import Refused
from network.members.history import record


@transaction.atomic
def propose(
    *,
    round: AwardRound,
    nomination: Nomination,
    lines: dict[str, tuple[str, str, str]],
    words: str,
    by,
    at: datetime,
) -> Decision:
    """``lines``: reference -> (outcome, the jury's words, how a tie was resolved). Who is not named gets no award."""
    round = lock_round(round)
    entries = {
        entry.reference: entry
        for entry in Entry.objects.filter(round=round, nomination=nomination, state__in=JUDGED)
    }
    ranking = keep_ranking(round, by=by, at=at)
    scored = ranking_stored(ranking)
    lines = {reference: lines.get(reference, ("not_awarded", "", "")) for reference in entries}
    undecided = {row.entry for row in scored.entries if not row.decided}
    if sentence := rules.why_not_propose(
        round, nomination, by=by, at=at, lines=lines, undecided_entries=undecided,
        ties=tied_neighbours(scored, set(entries)),
    ):  # fmt: skip
        raise Refused(sentence)
    decision = Decision.objects.create(
        round=round,
        nomination=nomination,
        ranking=ranking,
        words=words,
        proposed_by=by,
        proposed_at=at,
        release_at=round.release_at,
    )
    DecisionLine.objects.bulk_create(
        DecisionLine(
            decision=decision, entry=entries[reference], outcome=outcome, jury_words=said, tie_note=note
        )
        for reference, (outcome, said, note) in lines.items()
    )
    record("awards.propose", round, by=by, at=at, after=nomination.code, decision=decision.pk)
    notices.proposed(decision, by=by, at=at)
    return decision


def tied_neighbours(scored, entries: set[str]) -> list[tuple[str, str]]:
    """Pairs that the engine left tied, both in this nomination."""
    return [
        (row.entry, other)
        for row in scored.entries
        for other in row.tied_with
        if row.entry < other and row.entry in entries and other in entries
    ]


def _lock(decision: Decision) -> Decision:
    lock_round(decision.round)
    return (
        Decision.objects.select_for_update(of=("self",))
        .select_related("round", "nomination", "ranking")
        .get(pk=decision.pk)
    )


@transaction.atomic
def approve(*, decision: Decision, by, at: datetime) -> Decision:
    """The second yes, the chair's among the two, makes it final; nobody outside is told before the release."""
    decision = _lock(decision)
    if sentence := rules.why_not_approve(decision, by=by, at=at):
        raise Refused(sentence)
    Approval.objects.create(decision=decision, by=by, as_chair=is_chair(by), at=at)
    record(
        "awards.approve", decision.round, by=by, at=at, after=decision.nomination.code, decision=decision.pk
    )
    if decision.approvals.count() >= rules.APPROVALS:
        decision.state = DECISION_MOVES.target("approve", decision.state, by=CHAIR)
        decision.approved_at = at
        decision.save(update_fields=["state", "approved_at"])
        record(
            "awards.decide",
            decision.round,
            by=by,
            at=at,
            after=decision.nomination.code,
            decision=decision.pk,
        )
    return decision


@transaction.atomic
def drop(*, decision: Decision, why: str, by, at: datetime) -> Decision:
    """Taken back before the release, with a reason; the row stays."""
    decision = _lock(decision)
    if sentence := rules.why_not_drop(decision, by=by, at=at):
        raise Refused(sentence)
    whose = CHAIR if is_chair(by) else SECRETARY
    decision.state = DECISION_MOVES.target("drop", decision.state, by=whose)
    decision.dropped_at, decision.dropped_why = at, why
    decision.save(update_fields=["state", "dropped_at", "dropped_why"])
    record(
        "awards.drop_decision", decision.round, by=by, at=at, before=decision.nomination.code, why=why,
        decision=decision.pk,
    )  # fmt: skip
    return decision
