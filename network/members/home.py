"""«My network», the first page after signing in, is put together from sections that every app contributes.

    register_section("mentoring", 20, build)

``build(user, request)`` gives a Section or None when there is nothing to say;
it runs at most a handful of queries. ``waiting`` are things she should do now:
they are shown together above everything else, the soonest date first.

    register_notice("courses/parts/held_notice.html")

A notice is a template shown before them. It takes ``csrf_token`` and hides itself when it has nothing to say:
what only the browser knows (work it keeps) cannot be asked of ``build``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True)
class Item:
    """A line: title and url; date (a datetime or date), kind and facts for the narrow column, text, badge and tone."""

    title: object
    url: str = ""
    kind: object = ""
    date: object = None
    text: object = ""
    facts: tuple = ()
    badge: object = ""
    tone: str = ""


@dataclass(frozen=True)
class Section:
    title: object
    items: tuple[Item, ...] = ()
    waiting: tuple[Item, ...] = ()
    text: object = ""
    # One thing to do here, as a button: shown under the items, or instead of them.
    url: str = ""
    action: object = ""
    code: str = ""


_sections: dict[str, tuple[int, Callable]] = {}
_notices: list[str] = []
LATER = datetime.max.replace(tzinfo=UTC)


def register_section(code: str, order: int, build: Callable) -> None:
    _sections[code] = (order, build)


def register_notice(template: str) -> None:
    if template not in _notices:
        _notices.append(template)


def notices() -> list[str]:
    return list(_notices)


def sections_for(user, request) -> list[Section]:
    found = []
    for _code, (_order, build) in sorted(_sections.items(), key=lambda entry: (entry[1][0], entry[0])):
        if section := build(user, request):
            found.append(section)
    return found


def waiting_in(sections: list[Section]) -> list[Item]:
    """Everything to be done now, the soonest first, what has no date last."""
    items = [item for section in sections for item in section.waiting]
    return sorted(items, key=lambda item: _moment(item.date))


def _moment(date) -> datetime:
    if not date:
        return LATER
    if not isinstance(date, datetime):
        return datetime(date.year, date.month, date.day, tzinfo=UTC)
    return date
