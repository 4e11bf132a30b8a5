"""Whole results: against every result there is, under any order of the input, and one worked by hand."""

import copy
import json
import os
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.matching import ENGINE, solve
from tests.mentoring.matching_oracle import Slow, small_problem

# More with MATCHING_CASES=20000; the numbers are seeds, so a failure names the case that shows it.
CASES = int(os.environ.get("MATCHING_CASES", "300"))
BATCH = 50


@pytest.mark.parametrize("batch", range(0, CASES, BATCH))
def test_result_equals_the_best_of_all_results(batch):
    for seed in range(batch, min(batch + BATCH, CASES)):
        problem = small_problem(random.Random(seed))

        result = solve(problem)

        assert {**result, "input_sha256": 0, "engine": 0} == {
            **Slow(problem).result(),
            "input_sha256": 0,
            "engine": 0,
        }, f"seed {seed}"


@pytest.mark.parametrize("batch", range(0, CASES // 4, 25))
def test_result_of_ten_mentees_equals_the_best_of_all_results(batch):
    for seed in range(batch, batch + 25):
        problem = small_problem(random.Random(10**6 + seed), mentees=10, mentors=5)
        slow = Slow(problem)

        result = solve(problem)

        best = slow.best_by_states(slow.locks()[0])
        assert _pairs(result) == {e: o for e, o in best.items() if o is not None}, f"seed {seed}"


def test_the_two_slow_ways_agree():
    for seed in range(30):
        slow = Slow(small_problem(random.Random(seed)))
        fixed, _ = slow.locks()

        assert slow.best(fixed) == slow.best_by_states(fixed), f"seed {seed}"


def test_shuffled_input_gives_the_identical_file():
    for seed in range(60):
        draw = random.Random(seed)
        problem = small_problem(draw, mentees=12, mentors=8)

        files = {json.dumps(solve(_shuffled(problem, draw))) for _ in range(3)}

        assert files == {json.dumps(solve(problem))}, f"seed {seed}"


def test_shuffled_input_with_nothing_but_ties_gives_the_identical_file():
    people = [{"id": f"e{n}"} for n in range(30)]
    mentors = [{"id": f"o{n}", "capacity": 1 + n % 2} for n in range(20)]
    scores = {e["id"]: {o["id"]: 7 for o in mentors} for e in people}
    problem = {"mentors": mentors, "mentees": people, "scores": scores}

    files = {json.dumps(solve(_shuffled(problem, random.Random(seed)))) for seed in range(10)}

    assert files == {json.dumps(solve(problem))}


def test_problem_is_left_as_it_was():
    problem = small_problem(random.Random(3))
    before = copy.deepcopy(problem)

    solve(problem)

    assert problem == before


def test_worked_by_hand():
    # Topics count 3, 2, 1 by rank, so 6 in all; Anna's two of Mara's make 5: 55 * 5 // 6 = 45. Mara is her first of
    # two: 20 * 2 // 2 = 20. Mara's list of library types is empty: 10. They share Monday 18:00 to 20:00, 120
    # minutes, just enough: 10 * 120 // 600 = 2. Russian is Anna's first language and Mara's: 5. In all 82.
    # Bek wants what Mara has, all of it: 55; she is not his choice: 0; 10; his time is unknown: 0; 5. In all 70.
    # Mara has one place: by scores it is Anna's. Nino offers Anna her third topic, 55 * 1 // 6 = 9, as her second
    # choice, 20 * 1 // 2 = 10, is no school librarian, does not say when he is free, and shares Armenian only,
    # not her first language: 19. To Bek he offers nothing he wants. So everybody first means: Bek with Mara, Anna
    # with Nino, 70 + 19 = 89, and the best total is the same: Anna with Mara and Bek alone would make 82.
    problem = {
        "mentors": [
            {
                "id": "mara",
                "capacity": 1,
                "languages": ["ru"],
                "topics": ["grants", "events"],
                "free": [[1080, 1200]],
            },
            {
                "id": "nino",
                "capacity": 2,
                "languages": ["hy"],
                "topics": ["children"],
                "library_types": ["public"],
            },
        ],
        "mentees": [
            {
                "id": "anna",
                "languages": ["ru", "hy"],
                "topics": ["grants", "events", "children"],
                "library_type": "school",
                "free": [[1020, 1320]],
                "prefers": ["mara", "nino"],
            },
            {
                "id": "bek",
                "languages": ["ru", "hy"],
                "topics": ["events", "grants"],
                "library_type": "school",
            },
        ],
    }

    result = solve(problem)

    nothing = {"topics": 0, "prefers": 0, "library_type": 0, "overlap": 0, "language": 0}
    assert result == {
        "pairs": [
            {
                "mentee": "anna",
                "mentor": "nino",
                "score": 19,
                "parts": {**nothing, "topics": 9, "prefers": 10},
                "locked": False,
            },
            {
                "mentee": "bek",
                "mentor": "mara",
                "score": 70,
                "parts": {**nothing, "topics": 55, "library_type": 10, "language": 5},
                "locked": False,
            },
        ],
        "matched": 2,
        "total": 89,
        "unmatched": [],
        "refused_locks": [],
        "shortage": None,
        "exact": True,
        "input_sha256": result["input_sha256"],
        "engine": ENGINE,
    }
    locked = solve({**problem, "policy": {"locks": [["anna", "mara"]]}})
    assert locked["pairs"] == [
        {
            "mentee": "anna",
            "mentor": "mara",
            "score": 82,
            "parts": {"topics": 45, "prefers": 20, "library_type": 10, "overlap": 2, "language": 5},
            "locked": True,
        }
    ]
    assert locked["unmatched"] == [{"mentee": "bek", "rules": {"topic": 1, "taken": 1}}]


def _scored(scores, capacity=None, **policy):
    mentors = sorted({mentor for row in scores.values() for mentor in row})
    return {
        "policy": policy,
        "mentors": [{"id": mentor, "capacity": (capacity or {}).get(mentor, 1)} for mentor in mentors],
        "mentees": [{"id": mentee} for mentee in scores],
        "scores": scores,
    }


def _pairs(result):
    return {pair["mentee"]: pair["mentor"] for pair in result["pairs"]}


def test_everyone_first_gives_up_score_for_one_more_pair():
    problem = _scored({"a": {"x": 100, "y": 1}, "b": {"x": 90}})

    assert _pairs(solve(problem)) == {"a": "y", "b": "x"}


def test_best_total_gives_up_a_pair_for_score():
    problem = _scored({"a": {"x": 100, "y": 1}, "b": {"x": 90}}, goal="best_total")

    result = solve({**problem, "scores": {"a": {"x": 100, "y": 1}, "b": {"x": 98}}})

    assert _pairs(result) == {"a": "x"}


def test_best_total_takes_a_pair_that_scores_nothing():
    problem = _scored({"a": {"x": 0}}, goal="best_total")

    assert solve(problem)["matched"] == 1


def test_best_total_counts_pairs_before_kept_ones():
    problem = _scored({"a": {"x": 0, "y": 0}, "b": {"y": 0}}, goal="best_total", keep=[["a", "y"]])

    assert _pairs(solve(problem)) == {"a": "x", "b": "y"}


def test_floor_leaves_out_pairs_below_it_and_keeps_those_on_it():
    problem = _scored({"a": {"x": 50}, "b": {"y": 49}}, goal="floor", floor=50)

    result = solve(problem)

    assert _pairs(result) == {"a": "x"}
    assert result["unmatched"] == [{"mentee": "b", "rules": {"not_scored": 1, "floor": 1}}]


def test_floor_without_its_goal_is_nothing():
    assert solve(_scored({"a": {"x": 1}}, floor=50))["matched"] == 1


def test_one_of_a_high_tier_goes_before_two_of_a_low_one():
    # Under the cap one of "kz" fits beside nobody else of hers, so tiers compete across countries.
    problem = _scored({"a": {"x": 0, "y": 0}, "b": {"x": 100}, "c": {"y": 100}}, locks=[], country_cap=50)
    problem["mentees"] = [
        {"id": "a", "tier": 1, "country": "kz"},
        {"id": "b", "country": "kz"},
        {"id": "c", "country": "kz"},
    ]

    assert set(_pairs(solve(problem))) == {"a"}


def test_min_one_per_mentor_goes_before_score_and_after_tiers():
    problem = _scored({"a": {"x": 9, "y": 1}, "b": {"x": 9, "y": 0}}, {"x": 2}, min_one_per_mentor=True)

    assert _pairs(solve(problem)) == {"a": "y", "b": "x"}
    assert _pairs(solve({**problem, "policy": {}})) == {"a": "x", "b": "x"}


def test_min_one_per_mentor_counts_a_locked_pair():
    problem = _scored(
        {"a": {"x": 9}, "b": {"x": 9, "y": 1}, "c": {"x": 9, "z": 0}},
        {"x": 3},
        min_one_per_mentor=True,
        locks=[["a", "x"]],
    )

    assert _pairs(solve(problem)) == {"a": "x", "b": "y", "c": "z"}


def test_kept_pairs_break_a_tie_without_a_bonus():
    for kept, other in (("x", "y"), ("y", "x")):
        problem = _scored({"a": {"x": 5, "y": 5}, "b": {"x": 5, "y": 5}}, keep=[["a", kept]])

        assert _pairs(solve(problem)) == {"a": kept, "b": other}


def test_keep_bonus_weighs_against_score_but_is_not_in_the_total():
    problem = _scored({"a": {"x": 5, "y": 9}}, keep=[["a", "x"]], keep_bonus=5)

    result = solve(problem)

    assert (_pairs(result), result["total"]) == ({"a": "x"}, 5)
    assert _pairs(solve({**problem, "policy": {**problem["policy"], "keep_bonus": 3}})) == {"a": "y"}


def test_country_cap_counts_locked_pairs_and_lets_the_nameless_pass():
    scores = {name: {"x": 1} for name in "abcde"}
    problem = _scored(scores, {"x": 5}, country_cap=40, locks=[["a", "x"]])
    countries = {"a": "am", "b": "am", "c": "am", "d": "", "e": ""}
    problem["mentees"] = [{"id": name, "country": country} for name, country in countries.items()]

    result = solve(problem)

    assert result["matched"] == 4
    assert {"a", "d", "e"} < set(_pairs(result))


@pytest.mark.parametrize(("cap", "matched"), [(0, 1), (49, 1), (50, 2), (99, 3), (100, 4), (None, 4)])
def test_country_cap_is_a_share_of_all_places_and_at_least_one(cap, matched):
    problem = _scored({name: {"x": 1} for name in "abcd"}, {"x": 4}, country_cap=cap)
    problem["mentees"] = [{"id": name, "country": "am"} for name in "abcd"]

    assert solve(problem)["matched"] == matched


def test_locks_are_placed_in_order_of_mentee_and_refused_with_the_rule():
    problem = _scored(
        {
            "a": {"x": 5},
            "b": {"x": 5},
            "c": {"y": 5, "x": 5},
            "d": {"y": 5, "z": 5},
            "e": {"z": 0},
            "f": {"v": 5},
        },
        {"v": 0, "z": 9},
        goal="floor",
        floor=5,
        country_cap=20,
        forbid=[["c", "y"]],
        locks=[["f", "v"], ["e", "z"], ["d", "x"], ["c", "y"], ["b", "x"], ["a", "x"]],
    )
    for mentee in problem["mentees"]:
        mentee["country"] = "am" if mentee["id"] == "e" else ""

    result = solve(problem)

    assert [pair for pair in result["pairs"] if pair["locked"]] == [
        {"mentee": "a", "mentor": "x", "score": 5, "parts": {"given": 5}, "locked": True},
        {"mentee": "e", "mentor": "z", "score": 0, "parts": {"given": 0}, "locked": True},
    ]
    assert result["refused_locks"] == [
        {"mentee": "b", "mentor": "x", "rule": "capacity"},
        {"mentee": "c", "mentor": "y", "rule": "forbid"},
        {"mentee": "d", "mentor": "x", "rule": "not_scored"},
        {"mentee": "f", "mentor": "v", "rule": "capacity"},
    ]


def test_lock_over_the_country_cap_is_refused():
    problem = _scored(
        {"a": {"x": 1}, "b": {"x": 1}}, {"x": 2}, country_cap=50, locks=[["a", "x"], ["b", "x"]]
    )
    problem["mentees"] = [{"id": name, "country": "am"} for name in "ab"]

    result = solve(problem)

    assert result["refused_locks"] == [{"mentee": "b", "mentor": "x", "rule": "country_cap"}]
    assert result["unmatched"] == [{"mentee": "b", "rules": {"taken": 1}}]


@pytest.mark.parametrize("problem", [{}, {"mentors": None, "mentees": []}, {"policy": None, "scores": None}])
def test_nobody_is_a_problem_too(problem):
    result = solve(problem)

    assert (result["pairs"], result["unmatched"], result["shortage"]) == ([], [], None)


def test_mentees_without_mentors_are_all_short():
    result = solve({"mentees": [{"id": "b"}, {"id": "a"}]})

    assert result["unmatched"] == [{"mentee": "a", "rules": {}}, {"mentee": "b", "rules": {}}]
    assert result["shortage"] == {"mentees": ["a", "b"], "places": 0, "unmatched_at_least": 2}


def test_shortage_names_those_who_compete_and_nobody_else():
    problem = _scored({"a": {"x": 1}, "b": {"x": 2}, "c": {"x": 1, "y": 1}, "d": {"z": 1}}, {"x": 1, "z": 2})

    assert solve(problem)["shortage"] == {"mentees": ["a", "b"], "places": 1, "unmatched_at_least": 1}


def test_shortage_does_not_see_locks_and_cap():
    problem = _scored({"a": {"x": 1, "y": 1}, "b": {"x": 1}}, {"x": 1}, country_cap=0, locks=[["a", "x"]])
    problem["mentees"] = [{"id": name, "country": "am"} for name in "ab"]

    result = solve(problem)

    assert (result["matched"], result["shortage"]) == (1, None)


numbers = st.integers(min_value=0, max_value=10**20)


@given(seed=numbers)
@settings(max_examples=60, deadline=None)
def test_another_mentee_never_places_fewer(seed):
    draw = random.Random(seed)
    problem = small_problem(draw, mentees=8, mentors=6)
    problem["policy"] |= {"goal": "everyone_first", "country_cap": None}
    fewer = copy.deepcopy(problem)
    gone = fewer["mentees"].pop()["id"]
    for name in ("locks", "forbid", "keep"):
        fewer["policy"][name] = [pair for pair in fewer["policy"][name] if pair[0] != gone]
    problem["policy"]["locks"] = [pair for pair in problem["policy"]["locks"] if pair[0] != gone]
    for mentor in fewer["mentors"]:
        mentor["avoid"] = [name for name in mentor["avoid"] if name != gone]
    if fewer.get("scores"):
        fewer["scores"].pop(gone, None)
        if not fewer["scores"]:
            return

    assert solve(fewer)["matched"] <= solve(problem)["matched"] <= solve(fewer)["matched"] + 1


@given(seed=numbers)
@settings(max_examples=60, deadline=None)
def test_every_mentee_is_accounted_for_once(seed):
    problem = small_problem(random.Random(seed), mentees=9, mentors=7)

    result = solve(problem)

    named = [pair["mentee"] for pair in result["pairs"]] + [each["mentee"] for each in result["unmatched"]]
    assert sorted(named) == sorted(mentee["id"] for mentee in problem["mentees"])
    assert named[: result["matched"]] == sorted(named[: result["matched"]])
    assert all(sum(each["rules"].values()) == len(problem["mentors"]) for each in result["unmatched"])
    assert all(count > 0 for each in result["unmatched"] for count in each["rules"].values())
    for mentor in problem["mentors"]:
        assert sum(pair["mentor"] == mentor["id"] for pair in result["pairs"]) <= mentor["capacity"]
    if result["shortage"]:
        short = result["shortage"]
        assert short["unmatched_at_least"] == len(short["mentees"]) - short["places"] > 0


@given(seed=numbers)
@settings(max_examples=40, deadline=None)
def test_locking_what_came_out_changes_nothing_else(seed):
    problem = small_problem(random.Random(seed), mentees=8, mentors=6)
    result = solve(problem)
    pairs = _pairs(result)

    again = solve(
        {**problem, "policy": {**problem["policy"], "locks": [list(pair) for pair in pairs.items()]}}
    )

    assert _pairs(again) == pairs
    assert again["total"] == result["total"]
    assert again["refused_locks"] == []


def _shuffled(problem, draw):
    """The same problem in another order, wherever order means nothing."""
    mixed = copy.deepcopy(problem)
    for mentor in mixed["mentors"]:
        for name in ("languages", "topics", "library_types", "free", "avoid"):
            draw.shuffle(mentor.get(name, []))
    for mentee in mixed["mentees"]:
        for name in ("free", "avoid"):
            draw.shuffle(mentee.get(name, []))
    for name in ("locks", "forbid", "keep"):
        draw.shuffle(mixed.get("policy", {}).get(name, []))
    for side in ("mentors", "mentees"):
        draw.shuffle(mixed[side])
        mixed[side] = [_mixed(person, draw) for person in mixed[side]]
    if mixed.get("scores"):
        mixed["scores"] = _mixed({e: _mixed(row, draw) for e, row in mixed["scores"].items()}, draw)
    return _mixed(mixed, draw)


def _mixed(record, draw):
    names = list(record)
    draw.shuffle(names)
    return {name: record[name] for name in names}
