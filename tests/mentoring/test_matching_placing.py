"""The placing itself: goals in strict order, numbers of any size, and the traps of the solver under it."""

import random
from itertools import product

import numpy as np
import pytest

from mentoring.matching.placing import (
    Options,
    _assigned,
    _improved,
    _packed,
    _prices,
    _seat_graph,
    horner,
    settle,
)


def options_of(chances, room):
    """Options from the places each person may take; the last place is nowhere, and everybody may go there."""
    nowhere = len(room)
    rows = [[*sorted(row), nowhere] for row in chances]
    first = np.concatenate(([0], np.cumsum([len(row) for row in rows])))
    place = np.array([one for row in rows for one in row])
    return Options(first, place, np.array([*room, len(rows) + 1]), np.arange(nowhere + 1))


def random_options(draw, people, places):
    chances = [draw.sample(range(places), draw.randint(0, places)) for _ in range(people)]
    return options_of(chances, [draw.choice([1, 1, 2]) for _ in range(places)])


def slowly(options, goals):
    """All results with the best goals, as sets of options."""
    found = []
    rows = [range(a, b) for a, b in zip(options.first, options.first[1:], strict=False)]
    for taken in product(*rows):
        held = np.bincount(options.place[list(taken)], minlength=options.room.size)
        if (held <= options.room).all():
            found.append((tuple(sum(int(goal[one]) for one in taken) for goal in goals), taken))
    best = max(worth for worth, _ in found)
    return [taken for worth, taken in found if worth == best]


def some_lots(number, options):
    return np.array([random.Random(f"{number} {option}").randrange(10**6) for option in options])


@pytest.mark.parametrize("size", [1, 3, 10**6, 10**12, 10**16, 10**25])
def test_goals_of_any_size_are_met_in_strict_order(size):
    for seed in range(12):
        draw = random.Random(seed)
        options = random_options(draw, 5, 4)
        kind = object if size > 2**60 else np.int64
        # Multiples of the size: a later goal must decide even where all earlier ones are large.
        goals = [
            np.array([draw.randint(-2, 2) * size + draw.randint(0, 1) for _ in options.place], dtype=kind)
            for _ in range(3)
        ]

        taken = settle(options, goals, some_lots)

        assert tuple(taken.tolist()) in slowly(options, goals), f"seed {seed}"


def test_lots_decide_among_all_that_are_best():
    for seed in range(40):
        options = random_options(random.Random(seed), 5, 4)
        placed = (options.place != options.room.size - 1).astype(np.int64)

        taken = settle(options, [placed], some_lots)

        everything = np.arange(options.place.size)
        best = slowly(options, [placed, some_lots(0, everything), some_lots(1, everything)])
        assert [tuple(taken.tolist())] == best, f"seed {seed}"


def test_lots_are_drawn_again_while_they_tie():
    options = options_of([[0, 1], [0, 1]], [1, 1])
    drawn = []

    def lots(number, ours):
        drawn.append(number)
        return np.zeros(ours.size, dtype=np.int64) if number < 5 else some_lots(number, ours)

    settle(options, [(options.place < 2).astype(np.int64)], lots)

    assert drawn == [0, 1, 2, 3, 4, 5]


def test_places_that_mean_the_same_need_no_lot():
    options = options_of([[0, 1], [0, 1]], [1, 1])
    options = Options(options.first, options.place, options.room, np.array([7, 7, -1]))

    def lots(number, ours):
        raise AssertionError("nothing is left to decide")

    taken = settle(options, [(options.place < 2).astype(np.int64)], lots)

    assert sorted(options.place[taken].tolist()) == [0, 1]


def test_nobody_is_settled_at_once():
    options = Options(np.array([0]), np.zeros(0, dtype=int), np.array([1]), np.array([-1]))

    assert settle(options, [], some_lots).size == 0


def test_prices_prove_the_best_and_nothing_else():
    for seed in range(60):
        draw = random.Random(seed)
        options = random_options(draw, 4, 3)
        weight = np.array([draw.randint(-3, 9) for _ in options.place])
        best = slowly(options, [weight])
        rows = [range(a, b) for a, b in zip(options.first, options.first[1:], strict=False)]
        for taken in product(*rows):
            if (np.bincount(options.place[list(taken)], minlength=4) <= options.room).all():
                assert (_prices(options, weight, np.array(taken)) is not None) == (taken in best), (
                    f"seed {seed}"
                )


def test_any_result_is_improved_to_the_best():
    for seed in range(60):
        draw = random.Random(seed)
        options = random_options(draw, 5, 4)
        weight = np.array([draw.randint(-3, 9) * 10**20 for _ in options.place], dtype=object)
        nowhere = options.first[1:] - 1

        assert tuple(_improved(options, weight, nowhere).tolist()) in slowly(options, [weight])


def test_goals_are_packed_as_long_as_they_fit():
    options = options_of([[0], [0]], [2])
    nothing, small, large = (np.array([size, 0, size, 0]) for size in (0, 1, 2**30))

    weight, left = _packed(options, nothing, [small, large, small])
    # Two people can move a goal by twice its size: each goal weighs one more than all below it can move.
    assert (weight.tolist(), left) == ([(2**31 + 1 + 2**30) * 3 + 1, 0] * 2, [])

    _, left = _packed(options, nothing, [large, large, small])
    assert [goal.max() for goal in left] == [2**30, 1]

    weight, left = _packed(options, nothing, [large.astype(object) * 2**40, small])
    assert (weight.tolist(), len(left)) == ([2**70, 0] * 2, 1)


def test_horner_orders_results_as_their_goals_do():
    draw = random.Random(1)
    options = random_options(draw, 4, 3)
    goals = [np.array([draw.randint(-5, 5) for _ in options.place]) for _ in range(3)]
    weight = horner(options, goals)
    rows = [range(a, b) for a, b in zip(options.first, options.first[1:], strict=False)]
    results = list(product(*rows))

    by_goals = sorted(results, key=lambda taken: [sum(int(goal[one]) for one in taken) for goal in goals])
    by_weight = sorted(results, key=lambda taken: sum(weight[one] for one in taken))

    def worths(order):
        return [[sum(int(goal[one]) for one in taken) for goal in goals] for taken in order]

    assert worths(by_weight) == worths(by_goals)


def test_everybody_has_a_seat_of_her_own_in_the_graph():
    # Without it scipy's search for any full matching never ends on graphs like the one below.
    options = options_of([[0, 1], [0, 1], [1]], [1, 2]).only(
        np.array([True, True, False, True, True, False, True, True]), np.array([1, 2, 4])
    )

    graph = _seat_graph(options, np.arange(6), np.array([1, 2, 1])).toarray()

    never = 1e300
    assert graph.tolist() == [
        [6, 5, 5, never, 0, 0],
        [4, 3, 3, 0, never, 0],
        [0, 2, 2, 0, 0, 1],
    ]


def test_tied_blocks_are_solved_in_time():
    # Ten kinds of people and of places, worth the product of their kinds: the best results sort both, and among
    # them everything ties. On this very graph scipy alone was waited for in vain (its issue 26147).
    draw = random.Random(1)
    theirs = np.array([draw.randrange(10) for _ in range(300)])
    kinds = np.array([draw.randrange(10) for _ in range(300)])
    options = options_of([range(300)] * 300, [1] * 300)
    value = np.concatenate([np.append(theirs[person] * kinds, 0) for person in range(300)])
    placed = (options.place < 300).astype(np.int64)
    lots = np.random.default_rng(1).integers(0, 2**32, options.place.size)

    taken = settle(options, [placed, value], lambda number, ours: lots[ours])

    assert value[taken].sum() == (np.sort(theirs) * np.sort(kinds)).sum()


def test_crowded_places_get_as_many_seats_as_they_need():
    options = options_of([[0, 1]] * 50, [40, 3])
    weight = np.where(options.place == 0, 2, np.where(options.place == 1, 1, 0))

    chosen = _assigned(options, weight, np.array([1, 1, 1]))

    assert np.bincount(options.place[chosen]).tolist() == [40, 3, 7]
