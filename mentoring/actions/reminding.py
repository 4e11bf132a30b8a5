from datetime import datetime, timedelta

from mentoring import notices
from mentoring.queries.clock import open_drafts

AFTER = timedelta(days=7)
BEFORE_DEADLINE = timedelta(days=2)


def remind_of_drafts(*, at: datetime) -> None:
    """At most two letters a draft: when it lay untouched for a week, and two days before the deadline."""
    for draft in open_drafts(at=at):
        deadline = draft.round.page.deadline(draft.side)
        if deadline - at <= BEFORE_DEADLINE:
            notices.applications.draft_waits(draft, days=2, at=at)
        elif at - draft.saved_at >= AFTER:
            notices.applications.draft_waits(draft, days=7, at=at)
