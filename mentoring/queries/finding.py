"""The hour-finder: one week of two people, drawn and said in words, and the fairest hours in it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.dates import said
from mentoring.free_time import minutes_of
from mentoring.hours import fair_hours, moments
from mentoring.models import Pair, other_side
from mentoring.queries.offers import local_spans, spans_in_words
from mentoring.queries.working import borne
from mentoring.sharing import shared_spans

FIRST_HOUR, LAST_HOUR = 6, 24


@dataclass(frozen=True)
class Choice:
    """One fair hour: by both clocks, and how it is for each."""

    code: str
    own_time: str
    other_time: str
    own_burden: str
    other_burden: str
    is_easy: bool


@dataclass(frozen=True)
class Block:
    """A rectangle of the drawn week, in the drawing's units."""

    kind: str
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Finder:
    monday: date
    choices: list[Choice]
    blocks: list[Block]
    days: list[tuple[int, str]]
    hours: list[tuple[int, str]]
    words: list[str]
    own_known: bool
    other_known: bool
    previous: str
    following: str
    week: str

    @property
    def both_known(self) -> bool:
        return self.own_known and self.other_known


def burden_words(burden: int) -> str:
    return {
        0: _("in the working day"),
        1: _("at the edge of the working day"),
        2: _("early or in the evening"),
        3: _("very early or late"),
    }.get(burden, _("at night"))


def hour_finder(pair: Pair, side: str, *, zone: str, monday: date, at: datetime) -> Finder:
    """``side`` sees the week by her clock ``zone``; the other's hours are those of her profile's zone."""
    own, other = pair.application_of(side).profile, pair.application_of(other_side(side)).profile
    spans = [
        minutes_of(one.free_cells, zone=one.time_zone, week_of=monday) if one else [] for one in (own, other)
    ]
    common = shared_spans(*spans)
    start = datetime.combine(monday, time(0), UTC)
    other_zone = other.time_zone if other else zone
    sums = borne(pair)
    chosen = fair_hours(
        moments(common, monday=start),
        minutes=60,
        zones=(zone, other_zone),
        borne=sums if side == "mentee" else sums[::-1],
        not_before=at + timedelta(hours=12),
    )
    this = at.astimezone(ZoneInfo(zone)).date()
    this -= timedelta(days=this.weekday())
    return Finder(
        monday=monday,
        choices=[
            Choice(
                f"{hour.starts_at:%Y%m%dT%H%MZ}",
                said(hour.starts_at, zone),
                said(hour.starts_at, other_zone),
                burden_words(hour.burdens[0]),
                burden_words(hour.burdens[1]),
                hour.burdens == (0, 0),
            )
            for hour in chosen
        ],
        blocks=[
            *_blocks("ours", spans[0], zone, monday),
            *_blocks("theirs", spans[1], zone, monday),
            *_blocks("both", common, zone, monday),
        ],
        days=[
            (36 + number * 44 + 21, date_format(monday + timedelta(days=number), "D")) for number in range(7)
        ],
        hours=[(20 + (hour - FIRST_HOUR) * 14, f"{hour}") for hour in range(FIRST_HOUR, LAST_HOUR + 1, 3)],
        words=spans_in_words(common, zone=zone, week_of=monday),
        own_known=bool(spans[0]),
        other_known=bool(spans[1]),
        previous=(monday - timedelta(days=7)).isoformat() if monday > this else "",
        following=(monday + timedelta(days=7)).isoformat(),
        week=_("%(first)s to %(last)s")
        % {"first": date_format(monday, "j E"), "last": date_format(monday + timedelta(days=6), "j E Y")},
    )


def _blocks(kind: str, spans, zone: str, monday: date) -> list[Block]:
    found = []
    for start, end in local_spans(spans, zone=zone, week_of=monday):
        day, first, last = start // 1440, start % 1440, start % 1440 + (end - start)
        first, last = max(first, FIRST_HOUR * 60), min(last, LAST_HOUR * 60)
        if first < last:
            y = 20 + (first - FIRST_HOUR * 60) * 14 // 60
            found.append(Block(kind, 36 + day * 44, y, (last - first) * 14 // 60))
    return found
