"""How moments and days are said: with the name of the zone, once."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import get_language

from network.members.time_zones import zone_label

DAY = "j E Y"
MOMENT = "j E Y, H:i"


def said(moment: datetime, zone: str) -> str:
    """«30 ноября 2026, 23:59, Бишкек (UTC+6)»."""
    language = get_language() or "ru"
    here = moment.astimezone(ZoneInfo(zone))
    return f"{date_format(here, MOMENT)}, {zone_label(zone, language=language, at=moment)}"


def said_in_both(moment: datetime, own: str, other: str) -> str:
    """In her zone and, when its clocks differ, in the round's."""
    mine = moment.astimezone(ZoneInfo(own)).utcoffset()
    theirs = moment.astimezone(ZoneInfo(other)).utcoffset()
    return said(moment, own) if mine == theirs else f"{said(moment, own)} ({said(moment, other)})"


def said_day(day: date) -> str:
    return date_format(day, DAY)
