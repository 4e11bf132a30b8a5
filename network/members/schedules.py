from datetime import datetime, timedelta

from network.content.tasks.schedules import Job
from network.members.actions import purge_unverified

KEEP_UNVERIFIED = timedelta(days=30)


def purge(*, at: datetime) -> None:
    """Accounts whose address was never verified, as the privacy page promises."""
    purge_unverified(before=at - KEEP_UNVERIFIED, at=at)


JOBS = [Job("members.unverified", timedelta(hours=24), purge)]
