"""Beginning an entry and writing it."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from network.awards.models import AwardRound, EligibilityAnswer, Entry
from network.awards.questions import BY_PART
from network.awards.rules.people import author_of
from network.awards.states import EntryState, Phase

MOST_ENTRIES = 10


def why_not_open(round: AwardRound, *, at: datetime) -> str | None:
    """Why entries cannot be begun in this round now."""
    if round.phase == Phase.PREPARING or at < round.opens_at:
        return _("This round is not open yet.")
    if round.phase != Phase.CALLED or at > round.deadline_at:
        return _("The deadline of this round has passed; new entries can no longer be begun.")
    return None


def why_not_answer(round: AwardRound, *, by, at: datetime) -> str | None:
    """Why the questions before the form cannot be answered (again)."""
    if sentence := why_not_open(round, at=at):
        return sentence
    earlier = EligibilityAnswer.objects.filter(round=round, user=by).first()
    if earlier and not earlier.passed:
        return _(
            "You have answered these questions. If you made a mistake, write to the secretary, who can open them again."
        )
    return None


def why_not_begin(round: AwardRound, *, by, at: datetime) -> str | None:
    if sentence := why_not_open(round, at=at):
        return sentence
    if not EligibilityAnswer.objects.filter(round=round, user=by, passed=True).exists():
        return _("Answer the five questions first; they show whether the award is for your project.")
    begun = Entry.objects.filter(
        round=round, authors__user=by, authors__role="owner", authors__removed_at__isnull=True
    )
    if begun.exclude(state__in=[EntryState.WITHDRAWN, EntryState.PURGED]).count() >= MOST_ENTRIES:
        return _("You have begun ten entries in this round. Send or withdraw one of them first.")
    return None


def last_moment(entry: Entry) -> datetime:
    """Until when this entry takes words and sending: a draft has the grace, what was sent has the deadline."""
    round = entry.round
    if entry.state == EntryState.RETURNED:
        return open_repair(entry).due_at
    if entry.extended_until and entry.extended_until > round.grace_ends_at:
        return entry.extended_until
    if entry.state == EntryState.DRAFT and entry.created_at <= round.deadline_at:
        return round.grace_ends_at
    return round.deadline_at


def told_moment(entry: Entry, *, at: datetime) -> datetime:
    """What the screens say: the announced deadline while it lies ahead; the grace is named only once it runs."""
    last = last_moment(entry)
    return entry.deadline_at if entry.state == EntryState.DRAFT and at <= entry.deadline_at < last else last


def open_repair(entry: Entry):
    """The repair that waits for the authors, or None."""
    return next((repair for repair in entry.repairs.all() if repair.answered_at is None), None)


def why_not_write(entry: Entry, *, by, at: datetime, part: str = "") -> str | None:
    """Why this person cannot change the words of the entry (or of one part of it) now."""
    if author_of(entry, by) is None:
        return _("Only the authors of an entry write in it.")
    if not entry.is_writable:
        return _("This entry can no longer be changed.")
    if entry.state == EntryState.RETURNED:
        return _why_not_repair(entry, at=at, part=part)
    if entry.round.phase not in {Phase.CALLED, Phase.SCREENING} or at > last_moment(entry):
        return _("The deadline has passed. What you sent before it stands as you sent it.")
    return None


def _why_not_repair(entry: Entry, *, at: datetime, part: str) -> str | None:
    repair = open_repair(entry)
    if repair is None or at > repair.due_at:
        return _("The date by which the entry could be mended has passed.")
    if part and not writable_questions(entry, part):
        return _("This part was not among what the secretary asked you to mend.")
    return None


def writable_questions(entry: Entry, part: str) -> set[str]:
    """Codes of the questions that may be answered now: all of them, or those named in a repair."""
    codes = {question.code for question in BY_PART[part].questions}
    if entry.state != EntryState.RETURNED:
        return codes
    repair = open_repair(entry)
    return codes & set(repair.questions) if repair else set()
