"""What offers and runs do by the clock."""

from datetime import datetime, timedelta

from mentoring.actions.offers import expire_due, nudge_due
from mentoring.actions.runs import fail_stuck_runs

# A task is taken over five times at most, two minutes apart: after half an hour nobody computes any more.
LONGEST_RUN = timedelta(minutes=30)


def tend_offers(*, at: datetime) -> None:
    expire_due(at=at)
    nudge_due(at=at)


def tend_runs(*, at: datetime) -> None:
    fail_stuck_runs(made_before=at - LONGEST_RUN, at=at)
