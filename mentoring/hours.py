"""An hour for two people in two places that is fair to both. Plain sums; no Django.

How hard an hour is for somebody depends on her own clock. Of the hours in
which both are free, the fairest is the one after which the one who has borne
more has borne least, hours of earlier meetings counted; then the one that is
easier for both together; then the earlier.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

STEP = timedelta(minutes=30)
# Burden of an hour by the clock on her wall: none in the working day, more towards the night.
EASY = (9, 18)
BURDENS = (((8, 19), 1), ((7, 21), 2), ((6, 23), 3))
NIGHT = 5


@dataclass(frozen=True)
class Hour:
    """A moment (UTC) and how hard it is for each of the two."""

    starts_at: datetime
    burdens: tuple[int, int]


def burden(starts_at: datetime, minutes: int, zone: str) -> int:
    """The hardest of the hours a meeting touches, by one person's clock."""
    here = starts_at.astimezone(ZoneInfo(zone))
    ends = here + timedelta(minutes=minutes)
    first, last = here.hour, ends.hour + (1 if ends.minute else 0)
    if ends.date() != here.date() and (ends.hour or ends.minute):
        return NIGHT
    last = 24 if ends.date() != here.date() else last
    for (begins, ends_at), cost in ((EASY, 0), *BURDENS):
        if begins <= first and last <= ends_at:
            return cost
    return NIGHT


def fair_hours(
    spans: Iterable[tuple[datetime, datetime]],
    *,
    minutes: int,
    zones: Sequence[str],
    borne: Sequence[int] = (0, 0),
    not_before: datetime,
    most: int = 5,
) -> list[Hour]:
    """The fairest hours within ``spans`` (moments when both are free), at most one a day of the first one's calendar."""
    length = timedelta(minutes=minutes)
    found: dict = {}
    for begins, ends in spans:
        at = _rounded(max(begins, not_before))
        while at + length <= ends:
            hour = Hour(at, (burden(at, minutes, zones[0]), burden(at, minutes, zones[1])))
            day = at.astimezone(ZoneInfo(zones[0])).date()
            if day not in found or _key(hour, borne) < _key(found[day], borne):
                found[day] = hour
            at += STEP
    best = sorted(found.values(), key=lambda hour: _key(hour, borne))[:most]
    return sorted(best, key=lambda hour: _key(hour, borne))


def _key(hour: Hour, borne: Sequence[int]):
    sums = [burden + before for burden, before in zip(hour.burdens, borne, strict=True)]
    return max(sums), sum(sums), hour.starts_at


def _rounded(at: datetime) -> datetime:
    """The next full or half hour."""
    at = at.astimezone(UTC).replace(second=0, microsecond=0) + (
        timedelta(minutes=1) if at.second or at.microsecond else timedelta(0)
    )
    over = timedelta(minutes=at.minute % 30)
    return at if not over else at + STEP - over


def moments(spans: Iterable[Sequence[int]], *, monday: datetime) -> list[tuple[datetime, datetime]]:
    """Minutes since Monday 00:00 UTC as moments of one week."""
    return [(monday + timedelta(minutes=start), monday + timedelta(minutes=end)) for start, end in spans]
