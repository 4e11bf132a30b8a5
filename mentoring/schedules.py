"""What happens by the clock. Each job may be run twice without doing anything twice."""

from datetime import datetime, timedelta

from mentoring.actions.offer_clock import tend_offers, tend_runs
from mentoring.actions.purging import announce_and_purge
from mentoring.actions.reminding import remind_of_drafts
from mentoring.queries.clock import has_boundary_between
from network.content.pagecache import forget_pages
from network.content.tasks.schedules import Job

EVERY_MINUTE = timedelta(minutes=1)


def show_deadlines(*, at: datetime) -> None:
    """Public pages say what is open: they are made anew when a call opens or closes."""
    if has_boundary_between(at - 2 * EVERY_MINUTE, at):
        forget_pages()


def remind(*, at: datetime) -> None:
    remind_of_drafts(at=at)


def purge(*, at: datetime) -> None:
    announce_and_purge(at=at)


JOBS = [
    Job("mentoring.deadlines", EVERY_MINUTE, show_deadlines),
    Job("mentoring.reminders", timedelta(hours=6), remind),
    Job("mentoring.offers", timedelta(minutes=10), tend_offers),
    Job("mentoring.runs", timedelta(minutes=10), tend_runs),
    Job("mentoring.purge", timedelta(hours=24), purge),
]
