"""Screening: admit, return for formal repair, not admit with a second person, more time."""

from datetime import datetime

from django.db import transaction

from network.awards.actions.moving import lock_entry, move_entry
from network.awards.models import Entry, EntryExtension, FormalRepair, ScreeningDecision
from network.awards.notices import entrants
from network.awards.rules import screening as rules
from network.awards.states import SECRETARY, EntryState
from network.content.refusals import Refused
from network.members.history import record


@transaction.atomic
def admit(*, entry: Entry, words: str, by, at: datetime) -> Entry:
    """The entry goes to the jury as it was last sent."""
    entry = lock_entry(entry)
    if sentence := rules.why_not_admit(entry, by=by, at=at):
        raise Refused(sentence)
    FormalRepair.objects.filter(entry=entry, answered_at__isnull=True).update(answered_at=at)
    ScreeningDecision.objects.create(
        entry=entry,
        kind=ScreeningDecision.Kind.ADMIT,
        words=words,
        snapshot=entry.current_snapshot,
        proposed_by=by,
        proposed_at=at,
        confirmed_by=by,
        confirmed_at=at,
    )
    move_entry(entry, "admit", whose=SECRETARY, by=by, at=at)
    entrants.admitted(entry, words=words, at=at)
    return entry


@transaction.atomic
def take_back_admission(*, entry: Entry, why: str, by, at: datetime) -> Entry:
    entry = lock_entry(entry)
    if sentence := rules.why_not_take_back(entry, by=by, at=at):
        raise Refused(sentence)
    entry.screenings.filter(dropped_at__isnull=True).update(dropped_at=at)
    return move_entry(entry, "take_back_admission", whose=SECRETARY, by=by, at=at, why=why)


@transaction.atomic
def return_for_repair(
    *, entry: Entry, questions: list[str], message: str, due_at: datetime, by, at: datetime
) -> FormalRepair:
    """Give the entry back: only the named answers open, by a date of their own."""
    entry = lock_entry(entry)
    if sentence := rules.why_not_return(entry, by=by, at=at, due_at=due_at, questions=questions):
        raise Refused(sentence)
    repair = FormalRepair.objects.create(
        entry=entry,
        questions=sorted(questions, key=rules.FORMAL.index),
        message=message,
        asked_by=by,
        asked_at=at,
        due_at=due_at,
        before=entry.current_snapshot,
    )
    move_entry(entry, "return", whose=SECRETARY, by=by, at=at, why=message)
    entrants.returned(entry, repair, at=at)
    return repair


@transaction.atomic
def propose_ineligible(*, entry: Entry, reason: str, words: str, by, at: datetime) -> ScreeningDecision:
    """Nothing is decided and nobody is told until a second person agrees."""
    entry = lock_entry(entry)
    if sentence := rules.why_not_propose_ineligible(entry, by=by, at=at):
        raise Refused(sentence)
    decision = ScreeningDecision.objects.create(
        entry=entry,
        kind=ScreeningDecision.Kind.INELIGIBLE,
        reason=reason,
        words=words,
        snapshot=entry.current_snapshot,
        proposed_by=by,
        proposed_at=at,
    )
    record("awards.propose_ineligible", entry, by=by, at=at, after=reason, why=words)
    return decision


@transaction.atomic
def confirm_ineligible(*, decision: ScreeningDecision, by, at: datetime) -> Entry:
    entry = lock_entry(decision.entry)
    decision = ScreeningDecision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    decision.entry = entry
    if sentence := rules.why_not_confirm(decision, by=by, at=at):
        raise Refused(sentence)
    decision.confirmed_by, decision.confirmed_at = by, at
    decision.save(update_fields=["confirmed_by", "confirmed_at"])
    FormalRepair.objects.filter(entry=entry, answered_at__isnull=True).update(answered_at=at)
    move_entry(entry, "confirm_ineligible", whose=SECRETARY, by=by, at=at, why=decision.reason)
    entrants.ineligible(entry, decision, at=at)
    return entry


@transaction.atomic
def drop_proposal(*, decision: ScreeningDecision, why: str, by, at: datetime) -> None:
    entry = lock_entry(decision.entry)
    decision = ScreeningDecision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if sentence := rules.why_not_drop(decision, by=by, at=at):
        raise Refused(sentence)
    decision.dropped_at = at
    decision.save(update_fields=["dropped_at"])
    record("awards.drop_proposal", entry, by=by, at=at, before=decision.reason, why=why)


@transaction.atomic
def extend(*, entry: Entry, until: datetime, reason: str, by, at: datetime) -> EntryExtension:
    """More time for one entry, with a reason; an expired draft opens again."""
    entry = lock_entry(entry)
    if sentence := rules.why_not_extend(entry, by=by, at=at, until=until):
        raise Refused(sentence)
    extension = EntryExtension.objects.create(
        entry=entry, before=entry.deadline_at, until=until, reason=reason, by=by, at=at
    )
    if entry.state == EntryState.EXPIRED:
        move_entry(
            entry,
            "extend",
            whose=SECRETARY,
            by=by,
            at=at,
            why=reason,
            fields={"extended_until": until, "expired_at": None},
        )
    else:
        entry.extended_until = until
        entry.save(update_fields=["extended_until"])
        record("awards.extend", entry, by=by, at=at, after=until.isoformat(), why=reason)
    entrants.extended(entry, extension, at=at)
    return extension
