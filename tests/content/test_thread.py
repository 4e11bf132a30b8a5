import re

import pytest

from network.content.thread import thread

SIZE = {"width": 640, "height": 48}


def points(data):
    """Where the pen goes down or a curve ends, as (x, y)."""
    found = []
    for letter, numbers in re.findall(r"([MC])([^MC]*)", data):
        values = [float(n) for n in numbers.split()]
        found.append((letter, values[-2], values[-1]))
    return found


def starts(data):
    return [point for point in points(data) if point[0] == "M"]


def test_thread_is_the_same_for_the_same_seed():
    assert thread("course-7", knots=5, **SIZE) == thread("course-7", knots=5, **SIZE)


def test_thread_differs_by_seed():
    assert thread("course-7", knots=5, **SIZE) != thread("course-8", knots=5, **SIZE)


def test_thread_is_drawn_as_it_was_on_the_first_day():
    drawn = thread("a pair", knots=1, width=200, height=40)

    assert (drawn.ours.read, drawn.theirs.read) == (FIRST_DAY_OURS, FIRST_DAY_THEIRS)


@pytest.mark.parametrize("knots", [1, 2, 4, 7, 28])
def test_at_every_knot_exactly_one_voice_has_a_gap(knots):
    drawn = thread("x", knots=knots, **SIZE)

    gaps = len(starts(drawn.ours.read)) - 1 + len(starts(drawn.theirs.read)) - 1

    assert gaps == knots


@pytest.mark.parametrize("knots", [2, 5, 8])
def test_voices_take_turns_on_top(knots):
    drawn = thread("turns", knots=knots, **SIZE)

    ours = [("ours", x) for _, x, _ in starts(drawn.ours.read)[1:]]
    theirs = [("theirs", x) for _, x, _ in starts(drawn.theirs.read)[1:]]
    order = [voice for voice, _ in sorted(ours + theirs, key=lambda gap: gap[1])]

    assert all(one != other for one, other in zip(order, order[1:], strict=False))


@pytest.mark.parametrize("seed", ["a", "b", "c", "d"])
def test_thread_stays_inside_its_drawing_and_runs_from_edge_to_edge(seed):
    drawn = thread(seed, knots=6, **SIZE)

    for strand in (drawn.ours.read, drawn.theirs.read):
        places = points(strand)
        assert (places[0][1], places[-1][1]) == (0.0, 640.0)
        assert all(0 <= x <= 640 and 0 <= y <= 48 for _, x, y in places)
        assert [x for _, x, _ in places] == sorted(x for _, x, _ in places)


def test_without_progress_everything_is_read_and_nowhere_is_marked():
    drawn = thread("x", knots=4, **SIZE)

    assert (drawn.ours.rest, drawn.theirs.rest, drawn.place) == ("", "", None)


def test_progress_divides_the_thread_at_its_place():
    drawn = thread("x", knots=4, progress=0.4, **SIZE)

    for strand in (drawn.ours, drawn.theirs):
        assert points(strand.read)[-1][1] <= drawn.place[0]
        assert points(strand.rest)[0][1] >= drawn.place[0]


def test_the_middle_of_a_knot_is_where_the_voices_cross():
    drawn = thread("x", knots=4, progress=2.5 / 4, **SIZE)

    over = [s for s in (drawn.ours, drawn.theirs) if points(s.read)[-1][1] == drawn.place[0]]

    assert [points(s.read)[-1][2] for s in over] == [drawn.place[1]]


@pytest.mark.parametrize(("given", "place"), [(-1, 0.0), (0, 0.0), (1, 640.0), (7, 640.0)])
def test_progress_outside_is_the_nearer_end(given, place):
    assert thread("x", knots=3, progress=given, **SIZE).place[0] == place


@pytest.mark.parametrize("wrong", [{"knots": 0}, {"width": 0}, {"height": 0}])
def test_a_thread_without_knots_or_area_is_refused(wrong):
    with pytest.raises(ValueError, match="a thread needs knots and an area"):
        thread("x", **{"knots": 3, **SIZE, **wrong})


FIRST_DAY_OURS = "M0 29.4C36.1 29.4 55 24.4 86 17.2C127 7.7 152.1 7.7 200 7.7"
FIRST_DAY_THEIRS = "M0 6.3C32 6.3 50.5 8.3 75.8 14.6M96.2 19.9C131.5 28.5 156.2 29.5 200 29.5"
