"""Tasks wait in a table of ours: django-tasks' own database backend never reruns
a task whose worker died."""

from django.db import transaction
from django.utils import timezone
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskResult, TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist
from django_tasks.utils import get_module_path, normalize_json

from network.content.models import QueuedTask

STATUS = {
    QueuedTask.State.WAITING: TaskResultStatus.READY,
    QueuedTask.State.RUNNING: TaskResultStatus.RUNNING,
    QueuedTask.State.DONE: TaskResultStatus.SUCCESSFUL,
    QueuedTask.State.FAILED: TaskResultStatus.FAILED,
}


class LeasedBackend(BaseTaskBackend):
    supports_defer = True
    supports_get_result = True
    supports_priority = True

    def enqueue(self, task: Task, args, kwargs) -> TaskResult:
        self.validate_task(task)
        now = timezone.now()
        row = QueuedTask(
            path=get_module_path(task.func),
            args=normalize_json(list(args)),
            kwargs=normalize_json(dict(kwargs)),
            priority=task.priority,
            run_after=task.run_after or now,
            enqueued_at=now,
        )
        # Written with the change that asks for it: no task without its cause.
        with transaction.atomic():
            row.save()
        return self._result(row, task)

    def get_result(self, result_id: str) -> TaskResult:
        from django.utils.module_loading import import_string

        row = QueuedTask.objects.filter(pk=result_id).first()
        if row is None:
            raise TaskResultDoesNotExist(result_id)
        return self._result(row, import_string(row.path))

    def _result(self, row: QueuedTask, task: Task) -> TaskResult:
        result = TaskResult(
            task=task,
            id=str(row.pk),
            status=STATUS[row.state],
            enqueued_at=row.enqueued_at,
            started_at=None,
            finished_at=row.finished_at,
            last_attempted_at=None,
            args=row.args,
            kwargs=row.kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )
        object.__setattr__(result, "_return_value", row.result)
        return result
