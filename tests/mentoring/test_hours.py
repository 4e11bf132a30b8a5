"""An hour fair to both: burdens by each clock, whose turn it is, and never outside the time of both."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.hours import burden, fair_hours
from mentoring.sharing import shared_minutes, shared_spans

DAY = datetime(2027, 3, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hour", "minutes", "zone", "cost"),
    [
        (9, 60, "UTC", 0),
        (17, 60, "UTC", 0),
        (17, 90, "UTC", 1),
        (8, 60, "UTC", 1),
        (7, 60, "UTC", 2),
        (20, 60, "UTC", 2),
        (22, 60, "UTC", 3),
        (23, 30, "UTC", 5),
        (23, 60, "UTC", 5),
        (23, 90, "UTC", 5),
        (3, 60, "Asia/Bishkek", 0),
        (2, 60, "Asia/Bishkek", 1),
    ],
)
def test_burden_is_by_her_own_clock(hour, minutes, zone, cost):
    assert burden(DAY + timedelta(hours=hour), minutes, zone) == cost


def test_the_easy_hour_of_the_day_is_chosen():
    [hour] = fair_hours(
        [(DAY, DAY + timedelta(hours=12))],
        minutes=60,
        zones=("Europe/Moscow", "Asia/Bishkek"),
        not_before=DAY,
    )

    # From 9:00 in Moscow, which is 12:00 in Bishkek: the first hour easy for both.
    assert (hour.starts_at, hour.burdens) == (DAY + timedelta(hours=6), (0, 0))


def test_whoever_bore_more_before_has_it_easier_now():
    night = [
        (DAY + timedelta(hours=4), DAY + timedelta(hours=5)),
        (DAY + timedelta(hours=30), DAY + timedelta(hours=31)),
    ]
    zones = ("Europe/Lisbon", "Asia/Vladivostok")

    [first, _second] = fair_hours(night, minutes=60, zones=zones, borne=(9, 0), not_before=DAY)

    assert first.starts_at == DAY + timedelta(hours=30)
    assert first.burdens[0] < first.burdens[1] or first.burdens[0] <= 3


def test_nothing_before_the_moment_asked_for():
    assert (
        fair_hours(
            [(DAY, DAY + timedelta(hours=2))],
            minutes=60,
            zones=("UTC", "UTC"),
            not_before=DAY + timedelta(hours=3),
        )
        == []
    )


spans = st.lists(
    st.tuples(st.integers(0, 10000), st.integers(1, 600)).map(lambda t: [t[0], min(t[0] + t[1], 10080)]),
    max_size=5,
)


def merged(rows):
    from mentoring.free_time import merged as merge

    return merge(rows)


@given(spans, spans)
def test_shared_minutes_are_those_of_the_shared_spans(one, other):
    one, other = merged(one), merged(other)

    minutes = {m for start, end in one for m in range(start, end)} & {
        m for start, end in other for m in range(start, end)
    }

    assert sum(end - start for start, end in shared_spans(one, other)) == len(minutes)
    assert shared_minutes(one, other) == (len(minutes) if one and other else None)


@given(spans, st.sampled_from([30, 60, 90]))
def test_every_hour_lies_within_the_time_of_both(rows, minutes):
    within = [(DAY + timedelta(minutes=a), DAY + timedelta(minutes=b)) for a, b in merged(rows)]

    found = fair_hours(
        within, minutes=minutes, zones=("Asia/Almaty", "Europe/Minsk"), not_before=DAY, most=50
    )

    for hour in found:
        assert any(
            a <= hour.starts_at and hour.starts_at + timedelta(minutes=minutes) <= b for a, b in within
        )
