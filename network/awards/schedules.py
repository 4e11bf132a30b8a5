"""What happens in the award by the clock. Each job may be killed half-way and run again."""

from datetime import timedelta

from network.awards.actions import clock, jury_clock
from network.content.tasks.schedules import Job

JOBS = [
    Job("awards.pages", timedelta(minutes=1), clock.refresh_pages),
    Job("awards.remind", timedelta(minutes=10), clock.remind),
    Job("awards.close", timedelta(minutes=5), clock.close_rounds),
    Job("awards.release", timedelta(minutes=1), jury_clock.release_due),
    Job("awards.remind_jurors", timedelta(hours=1), jury_clock.remind_jurors),
    Job("awards.morning", timedelta(minutes=30), jury_clock.write_mornings),
    Job("awards.ties", timedelta(hours=6), jury_clock.look_for_conflicts),
    Job("awards.purge", timedelta(hours=12), clock.purge),
]
