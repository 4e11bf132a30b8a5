"""From a grid in somebody's own zone to minutes of the week in UTC."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.free_time import CELLS, WEEK, merged, minutes_of
from mentoring.queries.shown import free_time_lines

WINTER, SUMMER = date(2027, 1, 13), date(2027, 7, 14)
HOUR = 60


@pytest.mark.parametrize(
    ("cells", "zone", "week_of", "minutes"),
    [
        ([], "Asia/Almaty", WINTER, []),
        (["mon-morning"], "UTC", WINTER, [[9 * HOUR, 13 * HOUR]]),
        (["mon-morning", "mon-afternoon"], "UTC", WINTER, [[9 * HOUR, 17 * HOUR]]),
        # Monday early in Vladivostok (UTC+10) is still Sunday in UTC: the week begins again at its end.
        (["mon-early"], "Asia/Vladivostok", WINTER, [[WEEK - 3 * HOUR, WEEK - HOUR]]),
        # Sunday late in New York (UTC-5) is Monday in UTC.
        (["sun-late"], "America/New_York", WINTER, [[2 * HOUR, 4 * HOUR]]),
        # A span that lies across the end of the week stands on both sides of it.
        (["mon-morning"], "Asia/Kamchatka", WINTER, [[0, HOUR], [WEEK - 3 * HOUR, WEEK]]),
        # Clocks change: the same hour of Chisinau is another minute in summer.
        (["tue-evening"], "Europe/Chisinau", WINTER, [[24 * HOUR + 15 * HOUR, 24 * HOUR + 19 * HOUR]]),
        (["tue-evening"], "Europe/Chisinau", SUMMER, [[24 * HOUR + 14 * HOUR, 24 * HOUR + 18 * HOUR]]),
        # Half an hour off.
        (["wed-early"], "Asia/Kolkata", WINTER, [[48 * HOUR + 90, 48 * HOUR + 210]]),
    ],
)
def test_minutes(cells, zone, week_of, minutes):
    assert minutes_of(cells, zone=zone, week_of=week_of) == minutes


@given(
    st.sets(st.sampled_from(CELLS)),
    st.sampled_from(["Asia/Almaty", "America/New_York", "Asia/Kamchatka", "UTC"]),
)
def test_minutes_are_as_many_as_ticked_and_lie_in_the_week(cells, zone):
    spans = minutes_of(cells, zone=zone, week_of=WINTER)
    hours = {"early": 2, "morning": 4, "afternoon": 4, "evening": 4, "late": 2}

    assert (
        sum(end - start for start, end in spans)
        == sum(hours[cell.partition("-")[2]] for cell in cells) * HOUR
    )
    assert all(0 <= start < end <= WEEK for start, end in spans)
    assert all(one[1] < other[0] for one, other in zip(spans, spans[1:], strict=False))


def test_spans_that_touch_become_one():
    assert merged([(10, 20), (20, 30), (40, 40), (5, 12)]) == [[5, 30]]


def test_words_for_free_time():
    from django.utils.translation import override

    with override("ru"):
        assert free_time_lines(["mon-evening", "mon-morning", "sun-late"]) == (
            "понедельник: 9–13, 17–21",
            "воскресенье: 21–23",
        )
