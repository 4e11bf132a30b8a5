"""What changes a round as a whole."""

from datetime import datetime

from django.db import transaction

from network.awards.actions.moving import lock_round, move_round
from network.awards.models import AwardRound, DeadlineChange, EligibilityAnswer, Entry
from network.awards.notices import entrants
from network.awards.rules import rounds as rules
from network.awards.states import CLOCK, SECRETARY, EntryState, Phase
from network.content.refusals import Refused
from network.members.history import record


@transaction.atomic
def announce(*, round: AwardRound, by, at: datetime) -> AwardRound:
    """The call stands; from ``opens_at`` on entries can be begun."""
    round = lock_round(round)
    if sentence := rules.why_not_announce(round, by=by, at=at):
        raise Refused(sentence)
    return move_round(round, "announce", whose=SECRETARY, by=by, at=at)


@transaction.atomic
def take_back(*, round: AwardRound, by, at: datetime) -> AwardRound:
    round = lock_round(round)
    if sentence := rules.why_not_take_back(round, by=by, at=at):
        raise Refused(sentence)
    return move_round(round, "take_back", whose=SECRETARY, by=by, at=at)


@transaction.atomic
def close(*, round: AwardRound, by, at: datetime) -> AwardRound:
    """After the deadline and its grace; ``by`` is None when the clock does it."""
    round = lock_round(round)
    if sentence := rules.why_not_close(round, by=by, at=at):
        raise Refused(sentence)
    return move_round(round, "close", whose=SECRETARY if by else CLOCK, by=by, at=at)


@transaction.atomic
def move_deadline(*, round: AwardRound, until: datetime, reason: str, by, at: datetime) -> DeadlineChange:
    """Later for everybody: written down, shown on the page, told to everyone with an open draft; lapsed drafts open again."""
    round = lock_round(round)
    if sentence := rules.why_not_move_deadline(round, until, by=by, at=at):
        raise Refused(sentence)
    change = DeadlineChange.objects.create(
        round=round, before=round.deadline_at, after=until, reason=reason, by=by, at=at
    )
    round.deadline_at = until
    round.save(update_fields=["deadline_at"])
    if round.phase == Phase.SCREENING:
        move_round(round, "reopen", whose=SECRETARY, by=by, at=at, why=reason)
        Entry.objects.filter(round=round, state=EntryState.EXPIRED).update(
            state=EntryState.DRAFT, expired_at=None, updated_at=at
        )
    record("awards.move_deadline", round, by=by, at=at, after=until.isoformat(), why=reason)
    for entry in round.entries.filter(state__in=[EntryState.DRAFT, EntryState.SUBMITTED]).select_related(
        "round"
    ):
        entrants.deadline_moved(entry, change, at=at)
    return change


@transaction.atomic
def open_questions(*, answer: EligibilityAnswer, why: str, by, at: datetime) -> None:
    """Let somebody answer the eligibility questions once more."""
    if sentence := rules.why_not_open_questions(answer.round, by=by, at=at):
        raise Refused(sentence)
    record("awards.open_questions", answer.round, by=by, at=at, why=why, user=answer.user_id)
    answer.delete()
