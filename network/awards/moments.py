"""A moment as people must read it: in the zone it was announced in and, where that differs, in the reader's own."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from network.members.time_zones import zone_label


def said(at: datetime, zone: str, *, seconds: bool = False) -> str:
    """«30 ноября 2026 г., 23:59, Москва (UTC+3)»."""
    local = at.astimezone(ZoneInfo(zone))
    clock = local.strftime("%H:%M:%S" if seconds else "%H:%M")
    day = date_format(local, "DATE_FORMAT")
    return f"{day}, {clock}, {zone_label(zone, language=get_language() or 'ru', at=at)}"


def said_twice(at: datetime, zone: str, *, seconds: bool = False) -> str:
    """In the round's zone and, where its clock differs, in the reader's, which is the active one."""
    here = timezone.get_current_timezone_name()
    there = said(at, zone, seconds=seconds)
    if at.astimezone(ZoneInfo(zone)).utcoffset() == timezone.localtime(at).utcoffset():
        return there
    return _("%(there)s; for you %(here)s") % {"there": there, "here": said(at, here, seconds=seconds)}
