"""How many can be placed, and who is short, against a slow search for every start."""

import random

import numpy as np

from mentoring.matching.reach import most_placed
from tests.mentoring.matching_oracle import max_matching


def slow_shortage(allowed, capacity):
    most = max_matching(allowed, dict(enumerate(capacity)))
    reached = {mentee for mentee, mentor in most.items() if mentor is None}
    while True:
        mentors = {mentor for mentee in reached for mentor in allowed[mentee]}
        more = reached | {mentee for mentee, mentor in most.items() if mentor in mentors}
        if more == reached:
            return sum(mentor is not None for mentor in most.values()), reached
        reached = more


def random_market(draw):
    capacity = np.array([draw.choice([0, 1, 1, 2]) for _ in range(draw.randint(1, 5))])
    density = draw.choice([0.2, 0.5, 0.8])
    allowed = [
        [mentor for mentor in range(capacity.size) if capacity[mentor] and draw.random() < density]
        for _ in range(draw.randint(1, 7))
    ]
    return allowed, capacity


def mentors_in(allowed):
    return lambda mentee: np.array(allowed[mentee], dtype=int)


def some_start(draw, allowed, capacity):
    left, placed = capacity.tolist(), [-1] * len(allowed)
    for mentee in draw.sample(range(len(allowed)), len(allowed) // 2):
        chances = [mentor for mentor in allowed[mentee] if left[mentor]]
        if chances:
            placed[mentee] = draw.choice(chances)
            left[placed[mentee]] -= 1
    return np.array(placed)


def test_most_are_placed_and_the_short_set_is_the_same_from_every_start():
    for seed in range(500):
        draw = random.Random(seed)
        allowed, capacity = random_market(draw)
        count, short = slow_shortage(dict(enumerate(allowed)), capacity.tolist())
        for order in (range(len(allowed)), draw.sample(range(len(allowed)), len(allowed))):
            start = some_start(draw, allowed, capacity)

            placed, found = most_placed(capacity, mentors_in(allowed), order, start)

            assert ((placed >= 0).sum(), found) == (count, short), f"seed {seed}"
            assert (np.bincount(placed[placed >= 0], minlength=capacity.size) <= capacity).all()
            assert all(mentor in allowed[mentee] for mentee, mentor in enumerate(placed) if mentor >= 0)
            assert all(placed[mentee] >= 0 for mentee in np.flatnonzero(start >= 0))


def test_start_is_not_changed():
    start = np.array([-1, 0])

    most_placed(np.array([1, 1]), lambda mentee: np.array([[0], [0, 1]][mentee]), [0, 1], start)

    assert start.tolist() == [-1, 0]


def test_who_is_named_earlier_goes_before():
    for seed in range(200):
        draw = random.Random(seed)
        allowed, capacity = random_market(draw)
        order = draw.sample(range(len(allowed)), len(allowed))
        nobody = np.full(len(allowed), -1)

        placed, _ = most_placed(capacity, mentors_in(allowed), order, nobody)

        chosen: list[int] = []
        for mentee in order:
            trial = {one: allowed[one] for one in [*chosen, mentee]}
            most = max_matching(trial, dict(enumerate(capacity.tolist())))
            if all(mentor is not None for mentor in most.values()):
                chosen.append(mentee)
        assert set(np.flatnonzero(placed >= 0).tolist()) == set(chosen), f"seed {seed}"
