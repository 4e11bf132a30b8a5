"""From a data file's tables to the raw value of a StreamField, with fixed block ids."""

from wagtail.blocks import ListBlock, StreamBlock, StructBlock

from network.content.blocks.layout import LinkBlock
from network.content.starter.ids import fixed_id


class StarterError(Exception):
    """A data file does not fit the blocks; says file, block and field."""


def stream(block: StreamBlock, rows: list[dict], *, place: str, resolve) -> list[dict]:
    """``rows`` are tables with ``type`` and ``key``; ``resolve`` turns a link into a page's pk or None."""
    raw = []
    for row in rows:
        kind = row.get("type")
        if kind not in block.child_blocks:
            raise StarterError(f"{place}: no block of type {kind!r}")
        here = f"{place}/{row['key']}"
        value = {name: cell for name, cell in row.items() if name not in {"type", "key"}}
        child = block.child_blocks[kind]
        if not isinstance(child, StructBlock):
            value = value["value"]
        raw.append({"type": kind, "id": str(fixed_id(here)), "value": _value(child, value, here, resolve)})
    return raw


def _value(block, value, place, resolve):
    if isinstance(block, LinkBlock):
        return _link(value or "", resolve)
    if isinstance(block, StructBlock):
        unknown = set(value) - set(block.child_blocks) - {"key"}
        if unknown:
            raise StarterError(f"{place}: no fields {sorted(unknown)}")
        return {
            name: _value(child, value[name], f"{place}/{name}", resolve)
            for name, child in block.child_blocks.items()
            if name in value
        }
    if isinstance(block, ListBlock):
        return [_item(block, item, f"{place}/{number}", place, resolve) for number, item in enumerate(value)]
    if isinstance(block, StreamBlock):
        return stream(block, value, place=place, resolve=resolve)
    return value


def _item(block, item, place, parent, resolve):
    # An item with a key of its own (an option of a quiz) keeps its id when the order changes.
    if isinstance(item, dict) and "key" in item:
        place = f"{parent}/{item['key']}"
    return {
        "type": "item",
        "id": str(fixed_id(place)),
        "value": _value(block.child_block, item, place, resolve),
    }


def _link(target: str, resolve) -> dict:
    if target.startswith("page:"):
        return {"page": resolve(target.removeprefix("page:")), "url": ""}
    return {"page": None, "url": target}
