"""Meetings, next steps and dated letters as a calendar file, with time zones and repetition."""

from datetime import date, datetime, time, timedelta
from uuid import uuid5
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Todo

from courses.slots import BY_CODE

# A repeating meeting without a number of times ends with the dialogue, or after a year.
DEFAULT_MONTHS = 12
RULES = {
    "weekly": {"FREQ": "WEEKLY"},
    "fortnightly": {"FREQ": "WEEKLY", "INTERVAL": 2},
    "monthly": {"FREQ": "MONTHLY"},
    "weekday": {"FREQ": "MONTHLY"},
}
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def calendar_file(plan, values: dict, *, zone: str, at: datetime) -> bytes:
    """``values`` by slot; a meeting without a zone is taken to be in the learner's own."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.WAGTAIL_SITE_NAME}//courses//{(get_language() or 'ru').upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", plan.title)
    months = values.get("format.duration") or DEFAULT_MONTHS
    for number, row in enumerate(values.get("format.meetings") or []):
        if row.get("date"):
            calendar.add_component(_meeting(plan, number, row, zone, months, at))
    for number, row in enumerate(values.get("evaluation.steps") or []):
        if row.get("date"):
            for component in _step(plan, number, row, at):
                calendar.add_component(component)
    for slot in ("format.first_contact", "evaluation.next_contact"):
        if values.get(slot):
            label = str(BY_CODE[slot].label)
            calendar.add_component(_day(plan, slot, label, date.fromisoformat(values[slot]), at))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _meeting(plan, number: int, row: dict, zone: str, months: int, at: datetime) -> Event:
    event = _named(Event(), plan, f"meeting/{number}", row.get("title") or plan.title, at)
    day = date.fromisoformat(row["date"])
    if row.get("time"):
        start = datetime.combine(
            day, time.fromisoformat(row["time"]), tzinfo=ZoneInfo(row.get("timezone") or zone)
        )
        event.add("dtstart", start)
        event.add("duration", timedelta(minutes=int(row.get("minutes") or 60)))
    else:
        start = day
        event.add("dtstart", day)
    if rule := _rule(row, day, start, months):
        event.add("rrule", rule)
    return event


def _rule(row: dict, day: date, start, months: int) -> dict | None:
    rule = RULES.get(row.get("repeat", ""))
    if rule is None:
        return None
    rule = dict(rule)
    if row["repeat"] == "weekday":
        # The fifth Tuesday is rare; "the last one" is what people then mean.
        week = (day.day - 1) // 7 + 1
        rule["BYDAY"] = f"{week if week < 5 else -1}{WEEKDAYS[day.weekday()]}"
    elif row["repeat"] == "monthly" and day.day > 28:
        # Short months would lose the meeting: take their last day instead.
        rule["BYMONTHDAY"] = list(range(28, day.day + 1))
        rule["BYSETPOS"] = -1
    if row.get("times"):
        rule["COUNT"] = int(row["times"])
    else:
        end = day + timedelta(days=round(months * 30.44))
        is_timed = isinstance(start, datetime)
        rule["UNTIL"] = datetime.combine(end, time(23, 59), tzinfo=ZoneInfo("UTC")) if is_timed else end
    return rule


def _step(plan, number: int, row: dict, at: datetime):
    """Twice: many calendars show no tasks."""
    day = date.fromisoformat(row["date"])
    what = row.get("action") or plan.title
    summary = f"{what} ({row['owner']})" if row.get("owner") else what
    yield _day(plan, f"step/{number}", summary, day, at)
    todo = _named(Todo(), plan, f"todo/{number}", summary, at)
    todo.add("due", day)
    todo.add("status", "NEEDS-ACTION")
    yield todo


def _day(plan, name: str, summary: str, day: date, at: datetime) -> Event:
    event = _named(Event(), plan, name, summary, at)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _named(component, plan, name: str, summary: str, at: datetime):
    # The same entry keeps its name, so that importing again updates instead of doubling.
    component.add("uid", f"{uuid5(plan.uuid, name)}@{settings.SITE_URL.partition('//')[2].partition(':')[0]}")
    component.add("dtstamp", at)
    component.add("summary", summary)
    component.add("description", _("From the dialogue plan “%(title)s”") % {"title": plan.title})
    return component
