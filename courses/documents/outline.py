"""A plan as a reader sees it: groups, labels, choices and dates in her language, her own words as she wrote them."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, ngettext

from courses.progress import state_of
from courses.slots import COLUMN_LABELS, GROUPS, Kind, Slot, slots_of
from courses.values import CELLS, DATE, REPEAT, ZONE, is_empty
from courses.vocabularies import OPTIONS, REPEATS
from network.content.documents.dates import long_date
from network.members.time_zones import town
from network.members.vocabularies import SPOKEN_LANGUAGES


@dataclass(frozen=True)
class Line:
    """``text`` for one answer, ``rows`` for a table; ``language`` is that of her own words, "" when none are."""

    slot: Slot
    label: str
    text: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    language: str = ""
    kept: object = None

    @property
    def is_empty(self) -> bool:
        return not self.text and not self.rows

    @property
    def named_rows(self) -> list[list[tuple[str, str]]]:
        """Each cell with the name of its column, for a screen too narrow for a table."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Section:
    code: str
    label: str
    state: str
    lines: tuple[Line, ...]


def outline(values: dict) -> list[Section]:
    """``values`` are kept lines by slot (rows of the database); labels come in the language that is active."""
    plain = {slot: kept.value for slot, kept in values.items()}
    return [
        Section(
            group.code,
            str(group.label),
            state_of(group.code, plain),
            tuple(line_of(slot, values.get(slot.code)) for slot in slots_of(group.code)),
        )
        for group in GROUPS
    ]


def line_of(slot: Slot, kept) -> Line:
    if kept is None or is_empty(kept.value):
        return Line(slot, str(slot.label), kept=kept)
    return show(slot, kept.value, language=kept.language, kept=kept)


def show(slot: Slot, value: object, *, language: str, kept=None) -> Line:
    label = str(slot.label)
    if slot.kind == Kind.ROWS:
        filled = [column for column in slot.columns if any(row.get(column) for row in value)]
        rows = tuple(
            tuple(cell_text(slot, column, row.get(column, "")) for column in filled) for row in value
        )
        columns = tuple(str(COLUMN_LABELS[column]) for column in filled)
        return Line(slot, label, columns=columns, rows=rows, language=language, kept=kept)
    if slot.kind == Kind.TEXT:
        return Line(slot, label, text=value, language=language, kept=kept)
    return Line(slot, label, text=_said(slot, value), kept=kept)


def _said(slot: Slot, value: object) -> str:
    if slot.kind == Kind.DATE:
        return day_text(value)
    if slot.kind == Kind.DURATION:
        return ngettext("%(count)d month", "%(count)d months", value) % {"count": value}
    labels = dict(SPOKEN_LANGUAGES if slot.kind == Kind.LANGUAGES else OPTIONS[slot.options])
    codes = value if isinstance(value, list) else [value]
    # A code that has left the vocabulary is shown as it is: the answer is still hers.
    separator = ", " if slot.kind == Kind.LANGUAGES else "; "
    return separator.join(str(labels.get(code, code)) for code in codes)


def cell_text(slot: Slot, column: str, text: str) -> str:
    kind = CELLS.get((slot.code, column))
    if not text:
        return ""
    if kind == DATE:
        return day_text(text)
    if kind == ZONE:
        return town(text, get_language() or "ru")
    if kind == REPEAT:
        return str(dict(REPEATS).get(text, text))
    return text


def day_text(text: str) -> str:
    """«6 апреля 2027 г.» as the language says it."""
    try:
        return long_date(date.fromisoformat(text), get_language() or "ru")
    except ValueError:
        return text
