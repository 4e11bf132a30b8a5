"""Reading the lines of a plan from a form. Writes nothing."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from courses.events import Event
from courses.forms.fields import SlotField
from courses.slots import BY_CODE, Kind, Slot
from courses.values import MOST_ROWS, Unfit, clean

ROW = re.compile(r"(\d{1,3})\.([a-z]+)")


@dataclass(frozen=True)
class SentLine:
    """One slot as it was sent: cleaned, or with the sentence that says why not."""

    slot: Slot
    raw: object
    base: int
    value: object = None
    error: str = ""

    def as_field(self, prefix: str) -> SlotField:
        """To be shown again with every word that was sent."""
        return SlotField(self.slot, prefix=prefix, value=self.raw, version=self.base, error=self.error)


def read_lines(data) -> list[SentLine]:
    """``data`` is a QueryDict; the form itself names its slots, so it may outlive the exercise it was made for."""
    found = []
    for code in dict.fromkeys(data.getlist("slot")):
        if slot := BY_CODE.get(code):
            found.append(read_line(slot, data))
    return found


def read_line(slot: Slot, data) -> SentLine:
    sent = SentLine(slot, raw_value(slot, data), _whole(data.get(f"version:{slot.code}")))
    try:
        return replace(sent, value=clean(slot, sent.raw))
    except Unfit as unfit:
        return replace(sent, error=unfit.sentence)


def line_event(sent: SentLine, *, language: str, at: datetime, **origin) -> Event:
    """A line as something done; ``origin`` says where it was asked for, nothing when on the plan's own page."""
    return Event(
        uuid=uuid4(),
        kind="plan_line",
        slot=sent.slot.code,
        value=sent.value,
        base=sent.base,
        language=language,
        at=at,
        **origin,
    )


def raw_value(slot: Slot, data) -> object:
    if slot.kind in {Kind.CHOICES, Kind.LANGUAGES}:
        return data.getlist(slot.code)
    if slot.kind == Kind.ROWS:
        return _rows(slot, data)
    return data.get(slot.code, "")


def _rows(slot: Slot, data) -> list[dict]:
    rows: dict[int, dict] = {}
    start = f"{slot.code}."
    for name in data:
        if name.startswith(start) and (match := ROW.fullmatch(name[len(start) :])):
            rows.setdefault(int(match[1]), {})[match[2]] = data.get(name, "")
    return [row for _number, row in sorted(rows.items())[: 2 * MOST_ROWS] if "remove" not in row]


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0
