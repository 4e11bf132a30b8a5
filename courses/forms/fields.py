"""How a slot is asked for: one field for a template, blank, with what is kept, or with what was sent."""

from dataclasses import dataclass, field

from django.utils.functional import cached_property
from django.utils.translation import get_language

from courses.slots import BY_CODE, COLUMN_LABELS, Kind, Slot
from courses.values import CELLS, DATE, NUMBER, REPEAT, SOFT_LIMIT, TIME, ZONE, most_of
from courses.vocabularies import OPTIONS, REPEATS
from network.members.time_zones import NEAR, town
from network.members.vocabularies import SPOKEN_LANGUAGES

# About 120 words.
SOFT_LIMITS = {"campaign.invitation": 900}
BLANK_ROWS = 1
FEWEST_ROWS = 2
# Three questions are asked for, so three lines wait.
FEWEST = {"theme.questions": 3, "records.recommendations": 3}
WIDGETS = {"": "text", DATE: "date", TIME: "time", NUMBER: "number"}


@dataclass(frozen=True)
class Option:
    code: str
    label: object
    is_chosen: bool


@dataclass(frozen=True)
class Cell:
    name: str
    id: str
    label: object
    column: str
    widget: str
    value: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Row:
    number: int
    cells: tuple[Cell, ...]
    name: str
    is_blank: bool


@dataclass(frozen=True)
class SlotField:
    """``version`` is that of the value the person saw; 0 when there was none."""

    slot: Slot
    prefix: str = "line"
    value: object = None
    version: int = 0
    language: str = ""
    error: str = ""
    more_rows: int = 0
    beside: object = field(default=None)

    @property
    def id(self) -> str:
        return f"{self.prefix}-{self.slot.code.replace('.', '-')}"

    @property
    def name(self) -> str:
        return self.slot.code

    @property
    def kind(self) -> str:
        return self.slot.kind.value

    @property
    def template(self) -> str:
        return f"courses/fields/{self.kind}.html"

    @property
    def soft_limit(self) -> int:
        return SOFT_LIMITS.get(self.slot.code, SOFT_LIMIT)

    @property
    def most(self) -> int:
        return most_of(self.slot)

    @property
    def is_group(self) -> bool:
        """Asked with several controls, so named by a legend."""
        return self.slot.kind in {Kind.CHOICES, Kind.LANGUAGES, Kind.ROWS}

    @property
    def is_foreign(self) -> bool:
        return bool(self.value) and bool(self.language) and self.language != get_language()

    @cached_property
    def options(self) -> list[Option]:
        known = SPOKEN_LANGUAGES if self.slot.kind == Kind.LANGUAGES else OPTIONS[self.slot.options]
        chosen = self.value if isinstance(self.value, list) else [self.value]
        return [Option(code, label, code in chosen) for code, label in known]

    @cached_property
    def rows(self) -> list[Row]:
        filled = self.value if isinstance(self.value, list) else []
        count = max(len(filled) + BLANK_ROWS, FEWEST.get(self.name, FEWEST_ROWS)) + self.more_rows
        return [self._row(number, filled[number] if number < len(filled) else {}) for number in range(count)]

    def _row(self, number: int, cells: dict) -> Row:
        name = f"{self.name}.{number}"
        return Row(
            number, tuple(self._cell(number, column, cells) for column in self.slot.columns), name, not cells
        )

    def _cell(self, number: int, column: str, cells: dict) -> Cell:
        kind = CELLS.get((self.slot.code, column), "")
        value = str(cells.get(column) or "")
        return Cell(
            name=f"{self.name}.{number}.{column}",
            id=f"{self.id}-{number}-{column}",
            label=COLUMN_LABELS[column],
            column=column,
            widget=WIDGETS.get(kind, "select"),
            value=value,
            options=tuple(_cell_options(kind, value)),
        )


def _cell_options(kind: str, value: str):
    if kind == REPEAT:
        return [Option(code, label, code == value) for code, label in REPEATS]
    if kind == ZONE:
        names = [*NEAR, value] if value and value not in NEAR else NEAR
        language = get_language() or "ru"
        zones = sorted(((town(name, language), name) for name in names), key=lambda zone: zone[0].casefold())
        return [Option(name, label, name == value) for label, name in zones]
    return []


def fields_of(codes, values: dict, *, prefix: str, more: str = "") -> list[SlotField]:
    """Fields for these slots with what is kept in them; ``more`` names the slot that gets more blank rows."""
    found = []
    for code in codes:
        slot = BY_CODE.get(code)
        if slot is None:  # an old page names a slot that is gone
            continue
        kept = values.get(code)
        found.append(
            SlotField(
                slot,
                prefix=prefix,
                value=kept.value if kept else None,
                version=kept.version if kept else 0,
                language=kept.language if kept else "",
                more_rows=4 if code == more else 0,
            )
        )
    return found
