"""What may stand in a slot: cleaned, limited, always of one shape. Plain values in and out.

Shapes: text is a string; choice a code; choices and languages a list of codes;
rows a list of tables column → string; date "2027-04-06"; duration whole months.
Nothing written is an empty string, an empty list or None.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, time

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.slots import COLUMN_LABELS, Kind, Slot
from courses.vocabularies import OPTIONS, REPEATS
from network.content.plain_text import DIRECTION, LINE_BREAKS, UNSEEN
from network.members.time_zones import is_time_zone
from network.members.vocabularies import SPOKEN_LANGUAGES

SOFT_LIMIT = 300
MOST = 2_000
MOST_OF = {"campaign.invitation": 4_000}
MOST_CELL = 300
MOST_ROWS = 40
MOST_PRIVATE = 20_000
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)

# Cells that are more than words, so that dates fall out of a plan.
DATE, TIME, ZONE, NUMBER, REPEAT = "date", "time", "zone", "number", "repeat"
CELLS = {
    ("format.meetings", "date"): DATE,
    ("format.meetings", "time"): TIME,
    ("format.meetings", "timezone"): ZONE,
    ("format.meetings", "minutes"): NUMBER,
    ("format.meetings", "repeat"): REPEAT,
    ("format.meetings", "times"): NUMBER,
    ("evaluation.steps", "date"): DATE,
}


class Unfit(Exception):
    """What was sent does not fit the slot; ``sentence`` says why and what to do."""

    def __init__(self, sentence: str):
        super().__init__(sentence)
        self.sentence = sentence


def tidy(text: object) -> str:
    """Text of any script in composed form, without signs that cannot be seen. Drops them: a paste is no crime."""
    text = text if isinstance(text, str) else ""
    text = DIRECTION.sub("", UNSEEN.sub("", LINE_BREAKS.sub("\n", text)))
    kept = "".join(sign for sign in text if sign in "\n\t" or not _is_unwritable(sign))
    return unicodedata.normalize("NFC", kept).strip()


def _is_unwritable(sign: str) -> bool:
    # Non-characters are refused by every XML file, so by DOCX; signs newer than this Python are not.
    if unicodedata.category(sign) in {"Cc", "Cs"}:
        return True
    return ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF


def most_of(slot: Slot) -> int:
    return MOST_OF.get(slot.code, MOST)


def clean(slot: Slot, raw: object) -> object:
    """The value as it is kept; raises Unfit."""
    return CLEANERS[slot.kind](slot, raw)


def is_empty(value: object) -> bool:
    return value in ("", None, [], {})


def check_length(text: str, most: int) -> None:
    if len(text) > most:
        raise Unfit(
            ngettext(
                "This text has %(has)d character and here fit up to %(most)d. Nothing of it is lost: it stands below; shorten it and save again.",
                "This text has %(has)d characters and here fit up to %(most)d. Nothing of it is lost: it stands below; shorten it and save again.",
                len(text),
            )
            % {"has": len(text), "most": most}
        )


def _text(slot: Slot, raw: object) -> str:
    text = tidy(raw)
    check_length(text, most_of(slot))
    return text


def _choice(slot: Slot, raw: object) -> str:
    code = raw if isinstance(raw, str) else ""
    if code and code not in dict(OPTIONS[slot.options]):
        raise Unfit(_("This choice is no longer in the list. Choose another one."))
    return code


def _choices(slot: Slot, raw: object) -> list[str]:
    return _codes(raw, dict(OPTIONS[slot.options]))


def _languages(slot: Slot, raw: object) -> list[str]:
    return _codes(raw, dict(SPOKEN_LANGUAGES))


def _codes(raw: object, known: dict) -> list[str]:
    sent = [code for code in raw if isinstance(code, str)] if isinstance(raw, list) else []
    if any(code not in known for code in sent):
        raise Unfit(_("One of these choices is no longer in the list. Choose again."))
    return [code for code in known if code in sent]


def _date(slot: Slot, raw: object) -> str:
    text = tidy(raw)
    return date_of(text).isoformat() if text else ""


def date_of(text: str) -> date:
    """A day as browsers send it, or as people type it where there is no calendar: 6.4.2027."""
    if match := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", text):
        text = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        raise Unfit(_("“%(text)s” is not a date. Write it like this: 06.04.2027.") % {"text": text[:40]})
    if not EARLIEST <= day <= LATEST:
        raise Unfit(_("The year %(year)d cannot be right. Please look once more.") % {"year": day.year})
    return day


def _duration(slot: Slot, raw: object) -> int | None:
    text = str(raw).strip() if isinstance(raw, str | int) and not isinstance(raw, bool) else ""
    return _whole(text, 1, 120, _("Write whole months, from 1 to 120.")) if text else None


def _whole(text: str, least: int, most: int, sentence: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and least <= int(text) <= most):
        raise Unfit(sentence)
    return int(text)


def _rows(slot: Slot, raw: object) -> list[dict[str, str]]:
    sent = [row for row in raw if isinstance(row, dict)] if isinstance(raw, list) else []
    rows = []
    for number, row in enumerate(sent, start=1):
        cells = {column: _cell(slot, column, row.get(column), number) for column in slot.columns}
        # A zone or a repeat that stood there before she began does not make a row.
        if any(
            text for column, text in cells.items() if CELLS.get((slot.code, column)) not in {ZONE, REPEAT}
        ):
            rows.append(cells)
    if len(rows) > MOST_ROWS:
        raise Unfit(_("Here fit up to %(most)d rows.") % {"most": MOST_ROWS})
    return rows


def _cell(slot: Slot, column: str, raw: object, number: int) -> str:
    text = tidy(str(raw) if isinstance(raw, int) else raw).replace("\n", " ")
    try:
        check_length(text, MOST_CELL)
        return CELL_CLEANERS[CELLS.get((slot.code, column), "")](text) if text else ""
    except Unfit as unfit:
        raise Unfit(
            _("Row %(number)d, “%(column)s”: %(sentence)s")
            % {"number": number, "column": COLUMN_LABELS[column], "sentence": unfit.sentence}
        )


def _time_cell(text: str) -> str:
    text = text.replace(".", ":")
    try:
        return time.fromisoformat(text if len(text.partition(":")[0]) == 2 else f"0{text}").strftime("%H:%M")
    except ValueError:
        raise Unfit(_("“%(text)s” is not a time. Write it like this: 14:00.") % {"text": text[:40]})


def _zone_cell(text: str) -> str:
    if not is_time_zone(text):
        raise Unfit(_("This time zone is not known. Choose one from the list."))
    return text


def _repeat_cell(text: str) -> str:
    if text not in dict(REPEATS):
        raise Unfit(_("This choice is no longer in the list. Choose another one."))
    return text


CELL_CLEANERS: dict[str, Callable[[str], str]] = {
    "": lambda text: text,
    DATE: lambda text: date_of(text).isoformat(),
    TIME: _time_cell,
    ZONE: _zone_cell,
    NUMBER: lambda text: str(_whole(text, 1, 100_000, _("Write a whole number."))),
    REPEAT: _repeat_cell,
}

CLEANERS: dict[Kind, Callable[[Slot, object], object]] = {
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.ROWS: _rows,
    Kind.DATE: _date,
    Kind.DURATION: _duration,
    Kind.LANGUAGES: _languages,
}
