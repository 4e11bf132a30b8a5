"""Sending an entry, sending it again, withdrawing it."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from network.awards.models import Entry, EntryAuthor
from network.awards.rules.drafts import last_moment, open_repair
from network.awards.rules.people import author_of
from network.awards.states import AUTHOR, ENTRY_MOVES, EntryState, Phase

MAY_SEND = {EntryAuthor.Role.OWNER, EntryAuthor.Role.SENDER}


def why_not_submit(entry: Entry, *, by, at: datetime) -> str | None:
    """``at`` is the instant the request arrived: who waited in a queue of ours was in time."""
    author = author_of(entry, by)
    if author is None:
        return _("Only the authors of an entry send it.")
    if author.role not in MAY_SEND:
        return _("You write this entry, but sending it was left to its owner. Ask her to send it.")
    if not ENTRY_MOVES.allows("submit", entry.state, by=AUTHOR):
        return _("This entry can no longer be sent.")
    if entry.state == EntryState.RETURNED:
        repair = open_repair(entry)
        return (
            None
            if repair and at <= repair.due_at
            else _("The date by which the entry could be mended has passed.")
        )
    if entry.round.phase not in {Phase.CALLED, Phase.SCREENING}:
        return _("The jury has begun to read; entries are no longer taken.")
    if at > last_moment(entry):
        if entry.state == EntryState.SUBMITTED:
            return _("The deadline has passed. What you sent before it stands as you sent it.")
        return _("The deadline has passed, and this draft was not sent. You can still read and download it.")
    return None


def why_not_withdraw(entry: Entry, *, by, at: datetime) -> str | None:
    author = author_of(entry, by)
    if author is None or author.role != EntryAuthor.Role.OWNER:
        return _("Only the owner of an entry withdraws it.")
    if not ENTRY_MOVES.allows("withdraw", entry.state, by=AUTHOR):
        return _("This entry can no longer be withdrawn.")
    if entry.round.phase == Phase.RELEASED:
        return _("The results are public; an entry can no longer be withdrawn.")
    return None
