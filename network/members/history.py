"""Writing history. Actions call this inside their transaction."""

from datetime import datetime

from django.db import models

from network.members.models import HistoryEntry, ReadingEntry


def record(
    verb: str,
    subject: models.Model,
    *,
    by,
    at: datetime,
    before: str = "",
    after: str = "",
    why: str = "",
    **details,
) -> HistoryEntry:
    """One line of history: ``by`` did ``verb`` to ``subject``; None means the system itself."""
    return HistoryEntry.objects.create(
        at=at,
        actor=by,
        verb=verb,
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        before=before,
        after=after,
        why=why[:1000],
        details=details,
    )


def record_reading(subject: models.Model, *, by, at: datetime, purpose: str) -> ReadingEntry:
    """A member of staff read somebody's private data."""
    return ReadingEntry.objects.create(
        at=at, reader=by, subject_type=subject._meta.label_lower, subject_id=str(subject.pk), purpose=purpose
    )


def history_of(subject: models.Model):
    return HistoryEntry.objects.filter(
        subject_type=subject._meta.label_lower, subject_id=str(subject.pk)
    ).select_related("actor")
