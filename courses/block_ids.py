"""Ids inside stored StreamFields: answers are kept by them, so each block has one of its own, for good."""

from collections import Counter
from collections.abc import Iterator

from wagtail.blocks import ListBlock, StreamBlock, StructBlock

# Blocks a reader answers; what she wrote is found by the ids of these and of what they hold.
ANSWERED = {"plan_exercise", "reflection", "quiz_single", "quiz_multi", "self_rating"}


def ids_in(block, raw) -> Iterator[str | None]:
    """Every id in the stored value of a block; ``None`` where one is missing."""
    if isinstance(block, StreamBlock):
        for child in raw or ():
            yield child.get("id")
            yield from ids_in(block.child_blocks.get(child["type"]), child["value"])
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from ids_in(child, (raw or {}).get(name))
    elif isinstance(block, ListBlock):
        for item in raw or ():
            is_wrapped = isinstance(item, dict) and item.get("type") == "item" and "value" in item
            yield item.get("id") if is_wrapped else None
            yield from ids_in(block.child_block, item["value"] if is_wrapped else item)


def missing_and_repeated(block, raw) -> tuple[int, list[str]]:
    """How many ids are missing in a stored stream, and which stand in it more than once."""
    counts = Counter(ids_in(block, raw))
    missing = counts.pop(None, 0)
    return missing, sorted(one for one, times in counts.items() if times > 1)


def answered_ids(block, raw) -> set[str]:
    """Ids by which answers of a lesson are kept: of its exercises and questions and all their parts."""
    return {
        one
        for child in raw or ()
        if child["type"] in ANSWERED
        for one in (child.get("id"), *ids_in(block.child_blocks.get(child["type"]), child["value"]))
        if one
    }
