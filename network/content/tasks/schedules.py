"""Everything that happens by the clock. Each app names its jobs in ``schedules.py``."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.apps import apps
from django.utils.module_loading import import_string, module_has_submodule

from network.content.models import Schedule

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """A function that takes ``at`` and may be run twice without doing anything twice."""

    code: str
    every: timedelta
    run: Callable


def jobs() -> list[Job]:
    """All jobs of installed apps: a list JOBS in the app's module ``schedules``."""
    found = []
    for config in apps.get_app_configs():
        if module_has_submodule(config.module, "schedules"):
            found.extend(import_string(f"{config.name}.schedules.JOBS"))
    return sorted(found, key=lambda job: job.code)


def run_due(*, at: datetime) -> list[str]:
    """Run the jobs whose time has come; the row of each is what keeps two workers apart."""
    done = []
    for job in jobs():
        row, _ = Schedule.objects.get_or_create(code=job.code, defaults={"next_run_at": at})
        mine = Schedule.objects.filter(code=job.code, next_run_at=row.next_run_at, next_run_at__lte=at)
        if not mine.update(next_run_at=at + job.every, last_run_at=at):
            continue
        try:
            job.run(at=at)
        except Exception:  # one job's mistake must not stop the others
            log.exception("Schedule %s failed", job.code)
        else:
            done.append(job.code)
    return done
