from django.utils import timezone
from django_tasks import task

from mentoring.actions.runs import compute_run as compute


@task()
def compute_run(run_id: int) -> str:
    """May be killed at any moment and run again: the run itself knows how far it is."""
    return compute(run_id=run_id, at=timezone.now(), now=timezone.now)
