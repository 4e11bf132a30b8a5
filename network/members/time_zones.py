"""Time zones as people look for them: by the name of a town in their language, with the offset of today."""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from babel.dates import get_timezone_location
from django.utils.translation import gettext as _

# Towns of the countries most of us live in come first.
NEAR = (
    "Asia/Almaty", "Asia/Ashgabat", "Asia/Baku", "Asia/Bishkek", "Europe/Chisinau", "Asia/Dushanbe", "Europe/Kyiv",
    "Europe/Minsk", "Europe/Moscow", "Asia/Tashkent", "Asia/Tbilisi", "Asia/Yerevan", "Europe/Kaliningrad",
    "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk", "Asia/Krasnoyarsk", "Asia/Irkutsk",
    "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka", "Asia/Ulaanbaatar", "UTC",
)  # fmt: skip
AREAS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """Zones with a town in them, and UTC."""
    return frozenset(name for name in available_timezones() if name.partition("/")[0] in AREAS) | {"UTC"}


def is_time_zone(name: str) -> bool:
    return name in zone_names()


def zone_label(name: str, *, language: str, at: datetime) -> str:
    """«Бишкек (UTC+6)»."""
    minutes = int(at.astimezone(ZoneInfo(name)).utcoffset().total_seconds() // 60)
    sign = "−" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    offset = f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")
    if name == "UTC":
        return _("UTC, world time")
    return f"{town(name, language)} ({offset})"


@lru_cache(maxsize=4096)
def town(name: str, language: str) -> str:
    try:
        return get_timezone_location(ZoneInfo(name), locale=language, return_city=True)
    except (LookupError, ValueError):
        return name.rpartition("/")[2].replace("_", " ")


def zone_choices(*, language: str, at: datetime) -> list:
    """Choices for a select: near towns, then all others by name. Offsets are those of the day."""
    return _choices(language, at.replace(hour=12, minute=0, second=0, microsecond=0))


@lru_cache(maxsize=16)
def _choices(language: str, at: datetime) -> list:
    labels = {name: zone_label(name, language=language, at=at) for name in zone_names()}
    near = sorted(((name, labels[name]) for name in NEAR if name in labels), key=_by_label)
    rest = sorted(((name, label) for name, label in labels.items() if name not in NEAR), key=_by_label)
    return [(_("Near"), near), (_("Elsewhere"), rest)]


def _by_label(choice):
    return choice[1].casefold().replace("ё", "е")
