"""How a worker takes tasks: claim under a lease, run, mark. Safe with many workers."""

import logging
import traceback
from datetime import datetime, timedelta
from threading import Event, Thread

from django.core.exceptions import ObjectDoesNotExist
from django.db import close_old_connections, connection, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.module_loading import import_string

from network.content.models import QueuedTask

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
MOST_TRIES = 5
# These put one object into an index: when it is gone by then, there is nothing left to do.
INDEXING = ("modelsearch.tasks.insert_or_update_object_task", "wagtail.tasks.update_reference_index_task")


def claimable(*, at: datetime):
    waiting = Q(state=QueuedTask.State.WAITING, run_after__lte=at)
    abandoned = Q(state=QueuedTask.State.RUNNING, lease_until__lt=at)
    return QueuedTask.objects.filter(waiting | abandoned)


@transaction.atomic
def claim(*, worker: str, at: datetime) -> QueuedTask | None:
    """The next task, now held by this worker until its lease runs out; None when there is nothing to do."""
    rows = claimable(at=at).order_by("-priority", "enqueued_at")
    if connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update(skip_locked=True, of=("self",))
    row = rows.first()
    if row is None:
        return None
    held = claimable(at=at).filter(pk=row.pk)
    if not held.update(
        state=QueuedTask.State.RUNNING, worker=worker, lease_until=at + LEASE, tries=F("tries") + 1
    ):
        return None
    row.refresh_from_db()
    return row


def run(row: QueuedTask) -> bool:
    """Run a claimed task; its lease is renewed while it works. Returns whether it succeeded."""
    if row.tries > MOST_TRIES:
        _finish(row, QueuedTask.State.FAILED, error=row.error or "taken over too often: its workers died")
        return False
    stop = Event()
    renewer = Thread(target=_renew, args=(row.pk, row.worker, stop), daemon=True)
    renewer.start()
    try:
        task = import_string(row.path)
        result = _call(task, row)
    except Exception:  # a task's mistake must not stop the worker
        log.exception("Task %s failed", row.path)
        _finish(row, QueuedTask.State.FAILED, error=traceback.format_exc()[-4000:])
        return False
    else:
        _finish(row, QueuedTask.State.DONE, result=result)
        return True
    finally:
        stop.set()
        renewer.join(timeout=5)


def _call(task, row: QueuedTask):
    try:
        return task.func(*row.args, **row.kwargs)
    except ObjectDoesNotExist:
        if row.path in INDEXING:
            return None
        raise


def _finish(row: QueuedTask, state: str, *, result=None, error: str = "") -> None:
    QueuedTask.objects.filter(pk=row.pk, worker=row.worker, state=QueuedTask.State.RUNNING).update(
        state=state, result=result, error=error, lease_until=None, finished_at=timezone.now(), progress=100
    )


def _renew(pk, worker: str, stop: Event) -> None:
    while not stop.wait(LEASE.total_seconds() / 4):
        close_old_connections()
        QueuedTask.objects.filter(pk=pk, worker=worker, state=QueuedTask.State.RUNNING).update(
            lease_until=timezone.now() + LEASE
        )
    connection.close()
