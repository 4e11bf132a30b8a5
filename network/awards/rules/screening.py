"""What the secretary may do with an entry."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from network.awards.models import Entry, ScreeningDecision
from network.awards.questions import QUESTIONS
from network.awards.rules.files import FILES
from network.awards.rules.people import author_of, is_award_staff, is_secretary
from network.awards.states import ENTRY_MOVES, SECRETARY, EntryState, Phase

SHORTEST_REPAIR = timedelta(hours=24)
# What a repair may name: form, not substance. The words the jury judges stay as they were sent.
FORMAL = (
    "nomination", "starts", "ends", "entry_language", "languages", "summary_other",
    "organisation", "country", "city", "library_type", "partners", "team",
    "licence", "budget", "video", "links", FILES,
    "contact_name", "contact_email", "contact_phone", "signatory", "true", "rights", "personal_data", "publication",
)  # fmt: skip


def _why_not_staff(entry: Entry, *, by) -> str | None:
    if not is_secretary(by):
        return _("Only the award's secretary screens entries.")
    if author_of(entry, by):
        return _("You are among the authors of this entry. Another secretary screens it.")
    return None


def open_decision(entry: Entry) -> ScreeningDecision | None:
    """A proposal not to admit that waits for a second person."""
    return (
        entry.screenings.filter(confirmed_at__isnull=True, dropped_at__isnull=True)
        .select_related("proposed_by")
        .first()
    )


def why_not_admit(entry: Entry, *, by, at: datetime) -> str | None:
    if sentence := _why_not_staff(entry, by=by):
        return sentence
    if not ENTRY_MOVES.allows("admit", entry.state, by=SECRETARY):
        return _("This entry is not waiting to be admitted.")
    if at <= entry.round.deadline_at and entry.round.phase == Phase.CALLED:
        return _("Until the deadline the authors may still change the entry. Admit it after the deadline.")
    if open_decision(entry):
        return _("It was proposed not to admit this entry. Confirm or drop that first.")
    return None


def why_not_take_back(entry: Entry, *, by, at: datetime) -> str | None:
    if sentence := _why_not_staff(entry, by=by):
        return sentence
    if not ENTRY_MOVES.allows("take_back_admission", entry.state, by=SECRETARY) or entry.round.phase not in {
        Phase.CALLED,
        Phase.SCREENING,
    }:
        return _("The jury has begun to read; an admission can no longer be taken back.")
    return None


def why_not_return(
    entry: Entry, *, by, at: datetime, due_at: datetime | None = None, questions=()
) -> str | None:
    if sentence := _why_not_staff(entry, by=by):
        return sentence
    if entry.round.phase not in {Phase.CALLED, Phase.SCREENING}:
        return _("The jury has begun to read; entries are no longer returned.")
    if not ENTRY_MOVES.allows("return", entry.state, by=SECRETARY):
        return _("Only an entry that was sent and not yet decided on can be returned.")
    if open_decision(entry):
        return _("It was proposed not to admit this entry. Confirm or drop that first.")
    if due_at and due_at < at + SHORTEST_REPAIR:
        return _("Give the authors at least a day.")
    if any(code not in FORMAL for code in questions):
        return _("Only formal answers can be named: what the jury judges stays as it was sent.")
    return None


def why_not_propose_ineligible(entry: Entry, *, by, at: datetime) -> str | None:
    if sentence := _why_not_staff(entry, by=by):
        return sentence
    if not ENTRY_MOVES.allows("confirm_ineligible", entry.state, by=SECRETARY):
        return _("This entry is not waiting to be admitted.")
    if open_decision(entry):
        return _("It has been proposed already; a second person confirms it.")
    return None


def why_not_confirm(decision: ScreeningDecision, *, by, at: datetime) -> str | None:
    if not is_award_staff(by):
        return _("Only the secretary or the chair confirms this.")
    if decision.proposed_by_id == by.pk:
        return _("You proposed it yourself. A second person confirms it.")
    if author_of(decision.entry, by):
        return _("You are among the authors of this entry.")
    if decision.confirmed_at or decision.dropped_at:
        return _("This has been decided already.")
    return None


def why_not_drop(decision: ScreeningDecision, *, by, at: datetime) -> str | None:
    if not is_award_staff(by):
        return _("Only the secretary or the chair drops this.")
    if decision.confirmed_at or decision.dropped_at:
        return _("This has been decided already.")
    return None


def why_not_extend(entry: Entry, *, by, at: datetime, until: datetime | None = None) -> str | None:
    if sentence := _why_not_staff(entry, by=by):
        return sentence
    if entry.state not in {EntryState.DRAFT, EntryState.EXPIRED, EntryState.SUBMITTED}:
        return _("Only a draft or an entry not yet decided on can be given more time.")
    if entry.round.phase not in {Phase.CALLED, Phase.SCREENING}:
        return _("The jury has begun to read; nobody can be given more time.")
    if until and (until <= at or until <= entry.deadline_at):
        return _("The new date must be later than the one that holds now, and lie ahead.")
    return None


def formal_choices() -> list[tuple[str, object]]:
    """Codes and labels of what a repair may name."""
    return [(code, QUESTIONS[code].label if code in QUESTIONS else _("Files")) for code in FORMAL]
