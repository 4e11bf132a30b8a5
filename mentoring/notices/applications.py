"""Letters about her own application, to the applicant."""

from datetime import datetime

from mentoring.dates import said, said_in_both
from mentoring.notices.readers import send


def receipt(application, snapshot, *, at: datetime) -> None:
    send(
        "receipt",
        application,
        at=at,
        once_key=f"mentoring-receipt-{application.reference}-{snapshot.number}",
        version=snapshot.number,
        sha256=snapshot.sha256,
        sent_at=lambda reader: said(snapshot.sent_at, reader.zone),
    )


def withdrawn(application, *, at: datetime) -> None:
    send("withdrawn", application, at=at)


def draft_waits(application, *, days: int, at: datetime) -> None:
    """A reminder of a draft: once at seven days, once at two days before the deadline."""
    send("draft-waits", application, at=at, once_key=f"mentoring-draft-{application.pk}-{days}", days=days)


def will_be_purged(application, *, on, at: datetime) -> None:
    send(
        "will-be-purged",
        application,
        at=at,
        once_key=f"mentoring-purge-{application.pk}",
        is_draft=application.state == "draft",
        on=lambda reader: said_in_both(on, reader.zone, application.round.page.time_zone),
    )
