"""Which groups of a plan are filled. Plain values in and out."""

from courses.slots import GROUPS, slots_of
from courses.values import is_empty

ENOUGH_GROUPS = 12


def state_of(group: str, values: dict[str, object]) -> str:
    """ "filled" when every required slot is, "begun" when any slot is, "empty" otherwise."""
    slots = slots_of(group)
    if all(not is_empty(values.get(slot.code)) for slot in slots if slot.required):
        return "filled"
    return "begun" if any(not is_empty(values.get(slot.code)) for slot in slots) else "empty"


def filled_groups(values: dict[str, object]) -> list[str]:
    return [group.code for group in GROUPS if state_of(group.code, values) == "filled"]
