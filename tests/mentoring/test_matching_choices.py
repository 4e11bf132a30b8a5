"""What another mentor for one mentee would cost whom: against solving again with that pair locked."""

import copy
import os
import random

import pytest

from mentoring.matching import Alternative, BadProblem, Move, alternatives, solve
from tests.mentoring.matching_oracle import Slow, small_problem

CASES = int(os.environ.get("MATCHING_CASES", "300")) // 4


@pytest.mark.parametrize("batch", range(0, CASES, 25))
def test_alternatives_equal_solving_again_with_the_pair_locked(batch):
    for seed in range(batch, min(batch + 25, CASES)):
        draw = random.Random(seed)
        problem = small_problem(draw, mentees=7, mentors=6)
        before = solve(problem)
        mentee = draw.choice(problem["mentees"])["id"]

        found = alternatives(problem, mentee)

        slow = Slow(problem)
        allowed = [mentor["id"] for mentor in slow.mentors if slow.table[mentee, mentor["id"]] is None]
        assert [each.mentor for each in found] == allowed
        for each in found:
            after = solve(locked_in(problem, before, mentee, each.mentor))
            if after["refused_locks"]:
                # Of two locks for one place the one of the earlier id is placed; here the others always are.
                assert each.refusal in {"capacity", "country_cap"}, f"seed {seed}"
                assert each.moves == ()
            else:
                assert each == expected(slow, before, after, mentee, each.mentor), f"seed {seed}"


def locked_in(problem, result, mentee, mentor):
    again = copy.deepcopy(problem)
    others = [
        [pair["mentee"], pair["mentor"]]
        for pair in result["pairs"]
        if pair["locked"] and pair["mentee"] != mentee
    ]
    again["policy"]["locks"] = [*others, [mentee, mentor]]
    return again


def expected(slow, before, after, mentee, mentor):
    old, new = ({pair["mentee"]: pair["mentor"] for pair in result["pairs"]} for result in (before, after))
    return Alternative(
        mentor=mentor,
        score=slow.score(mentee, mentor),
        parts=slow.parts(mentee, mentor),
        is_present=old.get(mentee) == mentor,
        refusal=None,
        total=after["total"] - before["total"],
        matched=after["matched"] - before["matched"],
        moves=tuple(
            Move(one["id"], old.get(one["id"]), new.get(one["id"]))
            for one in slow.mentees
            if old.get(one["id"]) != new.get(one["id"])
        ),
    )


def scored(scores, capacity, **policy):
    return {
        "policy": policy,
        "mentors": [{"id": mentor, "capacity": places} for mentor, places in capacity.items()],
        "mentees": [{"id": mentee} for mentee in scores],
        "scores": scores,
    }


def test_alternative_names_who_loses_and_what_it_costs():
    problem = scored({"a": {"x": 9, "y": 5}, "b": {"y": 7}, "c": {"z": 1}}, {"x": 1, "y": 1, "z": 1})

    (present, other) = alternatives(problem, "a")

    assert (present.mentor, present.is_present, present.moves, present.total) == ("x", True, (), 0)
    assert other == Alternative(
        mentor="y",
        score=5,
        parts={"given": 5},
        is_present=False,
        refusal=None,
        total=-11,
        matched=-1,
        moves=(Move("a", "x", "y"), Move("b", "y", None)),
    )
    assert (other.losing, other.gaining) == (("b",), ())


def test_alternative_names_who_gains():
    problem = scored(
        {"a": {"x": 9, "y": 8}, "b": {"x": 3}}, {"x": 1, "y": 1}, goal="best_total", locks=[["a", "x"]]
    )

    (_, other) = alternatives(problem, "a")

    assert (other.gaining, other.total, other.matched) == (("b",), 2, 1)


def test_mentor_full_of_locks_is_refused():
    problem = scored({"a": {"x": 9, "y": 1}, "b": {"x": 3}}, {"x": 1, "y": 1}, locks=[["b", "x"]])

    assert [(each.mentor, each.refusal) for each in alternatives(problem, "a")] == [
        ("x", "capacity"),
        ("y", None),
    ]


def test_country_full_of_locks_is_refused():
    problem = scored({"a": {"x": 9}, "b": {"x": 3}}, {"x": 2}, locks=[["b", "x"]], country_cap=50)
    problem["mentees"] = [{"id": name, "country": "am"} for name in "ab"]

    (only,) = alternatives(problem, "a")

    assert (only.refusal, only.moves) == ("country_cap", ())


def test_mentee_whom_the_rules_leave_nobody_has_no_alternatives():
    problem = scored({"a": {"x": 9}, "b": {}}, {"x": 2})

    assert alternatives(problem, "b") == []


def test_unknown_mentee_is_a_key_error():
    with pytest.raises(KeyError):
        alternatives(scored({"a": {"x": 9}}, {"x": 2}), "b")


def test_bad_problem_is_refused():
    with pytest.raises(BadProblem):
        alternatives(scored({"a": {"x": -9}}, {"x": 2}), "a")
