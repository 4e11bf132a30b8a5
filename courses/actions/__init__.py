"""Changes to what learners do: one transaction each, nothing they wrote is ever lost."""

from .events import take_events
from .lines import restore_line
from .plans import archive_plan, choose_plan, create_plan, delete_plan, rename_plan, reopen_plan

__all__ = [
    "archive_plan",
    "choose_plan",
    "create_plan",
    "delete_plan",
    "rename_plan",
    "reopen_plan",
    "restore_line",
    "take_events",
]
