from datetime import datetime, timedelta
from io import StringIO

from django.core.management import call_command

from network.content.models import ContactMessage, Letter, QueuedTask
from network.content.tasks.schedules import Job

KEEP_TASKS = timedelta(days=7)
KEEP_LETTERS = timedelta(days=90)
KEEP_MESSAGES = timedelta(days=180)


def publish_scheduled(*, at: datetime) -> None:
    call_command("publish_scheduled", verbosity=0)


def purge_old_rows(*, at: datetime) -> None:
    """What the privacy page promises: letters 90 days, messages 180, finished tasks a week."""
    QueuedTask.objects.filter(finished_at__lt=at - KEEP_TASKS).delete()
    Letter.objects.filter(created_at__lt=at - KEEP_LETTERS).exclude(state=Letter.State.WAITING).delete()
    ContactMessage.objects.filter(created_at__lt=at - KEEP_MESSAGES).delete()


def purge_sessions(*, at: datetime) -> None:
    call_command("clearsessions", verbosity=0)


def purge_revisions(*, at: datetime) -> None:
    call_command("purge_revisions", days=365, stdout=StringIO())


JOBS = [
    Job("content.publish", timedelta(minutes=1), publish_scheduled),
    Job("content.purge", timedelta(hours=24), purge_old_rows),
    Job("content.sessions", timedelta(hours=24), purge_sessions),
    Job("content.revisions", timedelta(days=7), purge_revisions),
]
