"""Files of an entry: kept privately under names that say nothing."""

from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from network.awards.actions.moving import lock_entry
from network.awards.models import Entry, EntryAttachment
from network.awards.rules.files import why_not_attach, why_not_change_files
from network.content.refusals import Refused
from network.content.uploads import Checked
from network.members.history import record


@transaction.atomic
def attach(*, entry: Entry, checked: Checked, words: dict, by, at: datetime) -> EntryAttachment:
    """Keep a checked file. The same file sent twice is one file."""
    entry = lock_entry(entry)
    same = entry.attachments.filter(sha256=checked.sha256, removed_at__isnull=True).first()
    if same:
        return same
    if sentence := why_not_attach(entry, by=by, at=at, size=checked.size, kind=checked.kind.code):
        raise Refused(sentence)
    file = EntryAttachment(
        entry=entry,
        kind=checked.kind.code,
        media_type=checked.kind.media_type,
        size=checked.size,
        sha256=checked.sha256,
        original_name=checked.name,
        order=entry.attachments.count(),
        uploaded_by=by,
        uploaded_at=at,
        **words,
    )
    file.file.save("", ContentFile(checked.body), save=False)
    file.save()
    _touch(entry, at=at)
    record("awards.attach", entry, by=by, at=at, after=checked.kind.code)
    return file


@transaction.atomic
def describe(*, file: EntryAttachment, words: dict, by, at: datetime) -> EntryAttachment:
    entry = lock_entry(file.entry)
    if sentence := why_not_change_files(entry, by=by, at=at):
        raise Refused(sentence)
    for name, value in words.items():
        setattr(file, name, value)
    file.save(update_fields=list(words))
    _touch(entry, at=at)
    return file


@transaction.atomic
def remove(*, file: EntryAttachment, by, at: datetime) -> None:
    """Take a file out. One that a snapshot names is kept for the receipt's sake, unseen."""
    entry = lock_entry(file.entry)
    if sentence := why_not_change_files(entry, by=by, at=at):
        raise Refused(sentence)
    file = EntryAttachment.objects.select_for_update(of=("self",)).get(pk=file.pk)
    if file.removed_at:
        return
    if entry.snapshots.exists():
        file.removed_at = at
        file.save(update_fields=["removed_at"])
    else:
        stored = file.file
        file.delete()
        transaction.on_commit(lambda: stored.storage.delete(stored.name))
    _touch(entry, at=at)
    record("awards.remove_file", entry, by=by, at=at, before=file.kind)


def _touch(entry: Entry, *, at: datetime) -> None:
    entry.version += 1
    entry.updated_at = at
    entry.save(update_fields=["version", "updated_at"])
