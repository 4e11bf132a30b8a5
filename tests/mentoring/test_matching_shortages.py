"""The shortage before matching, split where it falls apart, against the result's own certificate and by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.matching import BadProblem, shortages, solve


def person(name, *topics, **more):
    return {"id": name, "languages": ["ru"], "topics": list(topics), **more}


def test_two_groups_that_share_no_mentor():
    document = {
        "mentees": [person(f"a{n}", "law") for n in range(4)] + [person(f"b{n}", "media") for n in range(3)],
        "mentors": [
            person("x", "law", capacity=1),
            person("y", "media", capacity=2),
            person("z", "data", capacity=9),
        ],
    }

    first, second = shortages(document)

    assert (first.mentees, first.mentors, first.places, first.missing) == (
        ("a0", "a1", "a2", "a3"),
        ("x",),
        1,
        3,
    )
    assert (second.mentees, second.mentors, second.places, second.missing) == (
        ("b0", "b1", "b2"),
        ("y",),
        2,
        1,
    )


def test_groups_meet_through_one_mentee():
    document = {
        "mentees": [
            person("a", "law"),
            person("b", "media"),
            person("c", "law", "media"),
            person("d", "law"),
        ],
        "mentors": [person("x", "law", capacity=1), person("y", "media", capacity=1)],
    }

    [only] = shortages(document)

    assert (only.mentees, only.mentors, only.missing) == (("a", "b", "c", "d"), ("x", "y"), 2)


def test_those_without_any_mentor_are_one_group():
    document = {
        "mentees": [person("a", "law"), person("b", "media"), person("c", "data")],
        "mentors": [person("x", "data", capacity=1)],
    }

    [only] = shortages(document)

    assert (only.mentees, only.mentors, only.places, only.missing) == (("a", "b"), (), 0, 2)


def test_nobody_is_short():
    document = {"mentees": [person("a", "law")], "mentors": [person("x", "law", capacity=1)]}

    assert shortages(document) == []


def test_a_broken_problem_is_refused():
    with pytest.raises(BadProblem):
        shortages({"mentees": [{"id": 1}], "mentors": []})


topics = st.lists(st.sampled_from(["law", "media", "data"]), unique=True, max_size=3)
problems = st.fixed_dictionaries(
    {
        "mentees": st.lists(topics, max_size=7).map(
            lambda rows: [person(f"m{n}", *row) for n, row in enumerate(rows)]
        ),
        "mentors": st.lists(st.tuples(topics, st.integers(0, 2)), max_size=4).map(
            lambda rows: [person(f"t{n}", *row, capacity=places) for n, (row, places) in enumerate(rows)]
        ),
    }
)


@settings(max_examples=300, deadline=None)
@given(problems)
def test_groups_add_up_to_the_certificate_of_the_result(document):
    groups, whole = shortages(document), solve(document)["shortage"]

    assert sorted(name for group in groups for name in group.mentees) == (whole["mentees"] if whole else [])
    assert sum(group.missing for group in groups) == (whole["unmatched_at_least"] if whole else 0)
    reached = [name for group in groups for name in group.mentors]
    assert len(reached) == len(set(reached))
    assert all(group.missing > 0 for group in groups)
