"""What the clock does to rounds and entries. One entry, one transaction: a kill loses at most the one in hand."""

from datetime import datetime, timedelta

from django.db import transaction

from network.awards.actions.moving import lock_entry, move_entry
from network.awards.actions.rounds import close
from network.awards.models import AwardRound, Entry, EntrySnapshot, SubmissionPage
from network.awards.notices import entrants
from network.awards.questions import ON_PAGE
from network.awards.rules.drafts import last_moment
from network.awards.states import CLOCK, EntryState, Phase
from network.content.pagecache import forget_pages

HOURS = (72, 24, 3)
KEEP_DRAFTS = timedelta(days=90)
WARN_BEFORE = timedelta(days=14)
KEEP_SENT = timedelta(days=365)
OVER = (EntryState.WITHDRAWN, EntryState.INELIGIBLE, EntryState.DISQUALIFIED, EntryState.DECIDED)


def refresh_pages(*, at: datetime) -> None:
    """Kept public pages say whether a round is open: they are made anew when one opens or closes."""
    turned = AwardRound.objects.filter(phase=Phase.CALLED)
    lately = (at - timedelta(minutes=3), at)
    if turned.filter(opens_at__range=lately).exists() or turned.filter(deadline_at__range=lately).exists():
        forget_pages()


def remind(*, at: datetime) -> None:
    """Drafts not sent yet: 72, 24 and 3 hours before their deadline, each once.

    Only the nearest of the three is told: a worker that stood still for two
    days sends one letter, not two.
    """
    entries = Entry.objects.filter(state=EntryState.DRAFT, round__phase__in=[Phase.CALLED, Phase.SCREENING])
    for entry in entries.select_related("round").order_by("pk").iterator():
        left = entry.deadline_at - at
        if left <= timedelta(0) or entry.created_at > entry.deadline_at - timedelta(hours=3):
            continue
        due = [hours for hours in HOURS if left <= timedelta(hours=hours)]
        if due:
            entrants.reminder(entry, min(due), at=at)


def close_rounds(*, at: datetime) -> None:
    """After the deadline and its grace the call closes; drafts not sent by then lapse, with a kind letter."""
    for round in AwardRound.objects.filter(phase=Phase.CALLED, deadline_at__lt=at):
        if at > round.grace_ends_at:
            close(round=round, by=None, at=at)
    lapsed = Entry.objects.filter(state=EntryState.DRAFT).exclude(
        round__phase__in=[Phase.PREPARING, Phase.CALLED]
    )
    for entry in lapsed.select_related("round").order_by("pk"):
        if at > last_moment(entry):
            expire(entry=entry, at=at)


@transaction.atomic
def expire(*, entry: Entry, at: datetime) -> None:
    entry = lock_entry(entry)
    if entry.state != EntryState.DRAFT or at <= last_moment(entry):
        return
    move_entry(entry, "expire", whose=CLOCK, by=None, at=at, fields={"expired_at": at})
    entrants.expired(entry, at=at)


def purge(*, at: datetime) -> None:
    """What the regulations promise: drafts 90 days after the deadline, warned of two weeks before; the rest a year after."""
    drafts = Entry.objects.filter(state=EntryState.EXPIRED).select_related("round").order_by("pk")
    for entry in drafts.filter(expired_at__lt=at - KEEP_DRAFTS + WARN_BEFORE):
        if entry.expired_at < at - KEEP_DRAFTS:
            forget(entry=entry, at=at)
        else:
            entrants.purge_warning(entry, entry.expired_at + KEEP_DRAFTS, at=at)
    for entry in Entry.objects.filter(state__in=OVER).select_related("round").order_by("pk"):
        if _over_since(entry) < at - KEEP_SENT:
            forget(entry=entry, at=at)


def _over_since(entry: Entry) -> datetime:
    """A year counts from the results; what left the round before them waits for them, too."""
    round = entry.round
    return round.released_at or round.release_at or max(entry.updated_at, round.deadline_at)


@transaction.atomic
def forget(*, entry: Entry, at: datetime) -> None:
    """Erase words, files and people; the number, the fingerprint and what statistics need stay."""
    entry = lock_entry(entry)
    if entry.state == EntryState.PURGED:
        return
    for file in entry.attachments.all():
        stored = file.file
        transaction.on_commit(lambda stored=stored: stored.storage.delete(stored.name))
    entry.attachments.all().delete()
    entry.parts.all().delete()
    entry.set_aside.all().delete()
    entry.authors.all().update(user=None, email="", invitation=None, removed_at=at)
    entry.repairs.all().update(message="")
    entry.screenings.all().update(words="")
    # The one exception to "never changed": the words go, the fingerprint stays.
    EntrySnapshot.objects.filter(entry=entry).update(body="", content={}, submitted_by=None, purged_at=at)
    if entry.page_id:
        blank = {
            question.code: None
            if question.kind == "date"
            else []
            if question.kind in {"rows", "choices"}
            else ""
            for question in ON_PAGE
            if question.code not in {"country", "nomination", "entry_language", "library_type"}
        }
        SubmissionPage.objects.filter(pk=entry.page_id).update(**blank)
    move_entry(
        entry,
        "purge",
        whose=CLOCK,
        by=None,
        at=at,
        fields={
            "purged_at": at,
            "project_title": "",
            "organisation": "",
            "search_text": entry.reference.casefold(),
        },
    )
