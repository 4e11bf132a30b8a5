"""Files of an entry."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from network.awards.models import Entry
from network.awards.rules.drafts import why_not_write

MOST_FILES = 20
MOST_BYTES_TOGETHER = 60 * 1024 * 1024
MOST_PICTURES = 10
# What a repair must name for files to be changed.
FILES = "files"


def why_not_attach(entry: Entry, *, by, at: datetime, size: int = 0, kind: str = "") -> str | None:
    if sentence := why_not_change_files(entry, by=by, at=at):
        return sentence
    kept = [file for file in entry.attachments.all() if file.removed_at is None]
    if len(kept) >= MOST_FILES:
        return _("An entry has up to 20 files. Remove one first.")
    if kind == "picture" and sum(file.kind == "picture" for file in kept) >= MOST_PICTURES:
        return _("An entry has up to ten pictures. Remove one first: the best ten say more than twenty.")
    if size + sum(file.size for file in kept) > MOST_BYTES_TOGETHER:
        return _("All files together may have up to 60 megabytes. Make this one smaller or remove another.")
    return None


def why_not_change_files(entry: Entry, *, by, at: datetime) -> str | None:
    if sentence := why_not_write(entry, by=by, at=at):
        return sentence
    if entry.state == Entry.State.RETURNED and not any(
        FILES in repair.questions for repair in entry.repairs.all() if repair.answered_at is None
    ):
        return _("Files were not among what the secretary asked you to mend.")
    return None
