"""Free time: from a grid of days and parts of the day to minutes of the week, and back to words.

The grid is in the person's own time zone. The engine compares minutes since
Monday 00:00 UTC, so the grid is turned at a reference week: the first week of
the pairs' work, because clocks may change before it.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

WEEK = 7 * 24 * 60
DAYS = (
    ("mon", _("Monday")),
    ("tue", _("Tuesday")),
    ("wed", _("Wednesday")),
    ("thu", _("Thursday")),
    ("fri", _("Friday")),
    ("sat", _("Saturday")),
    ("sun", _("Sunday")),
)
# Code, words, first and last hour.
PARTS = (
    ("early", _("early, 7 to 9"), 7, 9),
    ("morning", _("morning, 9 to 13"), 9, 13),
    ("afternoon", _("afternoon, 13 to 17"), 13, 17),
    ("evening", _("evening, 17 to 21"), 17, 21),
    ("late", _("late, 21 to 23"), 21, 23),
)
CELLS = tuple(f"{day}-{part[0]}" for day, _label in DAYS for part in PARTS)
_DAY = {code: number for number, (code, _label) in enumerate(DAYS)}
_HOURS = {code: (first, last) for code, _label, first, last in PARTS}


def minutes_of(cells, *, zone: str, week_of: date) -> list[list[int]]:
    """Merged spans ``[start, end)`` in minutes since Monday 00:00 UTC, for the week of ``week_of``."""
    monday = week_of - timedelta(days=week_of.weekday())
    origin = datetime.combine(monday, time(0), UTC)
    spans = []
    for cell in cells:
        day, _dash, part = cell.partition("-")
        first, last = _HOURS[part]
        begins, ends = (_moment(monday + timedelta(days=_DAY[day]), hour, zone) for hour in (first, last))
        spans.extend(
            _wrapped(int((begins - origin).total_seconds() // 60), int((ends - origin).total_seconds() // 60))
        )
    return merged(spans)


def _moment(day: date, hour: int, zone: str) -> datetime:
    return datetime.combine(day, time(hour), ZoneInfo(zone)).astimezone(UTC)


def _wrapped(start: int, end: int) -> list[tuple[int, int]]:
    """A span that leaves the week comes in again on its other side."""
    start, end = start % WEEK, start % WEEK + (end - start)
    return [(start, end)] if end <= WEEK else [(start, WEEK), (0, end - WEEK)]


def merged(spans) -> list[list[int]]:
    found: list[list[int]] = []
    for start, end in sorted(spans):
        if start == end:
            continue
        if found and start <= found[-1][1]:
            found[-1][1] = max(found[-1][1], end)
        else:
            found.append([start, end])
    return found
