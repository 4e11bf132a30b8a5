"""Each rule and each part of the score, at its edges, seen through whole results."""

import pytest

from mentoring.matching import RULES, solve
from mentoring.matching.pairs import pairs_of
from mentoring.matching.problem import WEEK, check

MENTOR = {"id": "o", "capacity": 1, "languages": ["ru"], "institution": "x", "country": "am"}
MENTEE = {"id": "e", "languages": ["ru"], "institution": "y", "country": "am"}


def problem(mentor=None, mentee=None, **policy):
    return {"policy": policy, "mentors": [MENTOR | (mentor or {})], "mentees": [MENTEE | (mentee or {})]}


def rules_of(document):
    (unmatched,) = solve(document)["unmatched"]
    return unmatched["rules"]


def parts_of(document):
    (pair,) = solve(document)["pairs"]
    return pair["parts"]


BROKEN = {
    "self": problem({"id": "e"}),
    "forbid": problem(forbid=[["e", "o"]]),
    "avoid": problem({"avoid": ["e"]}),
    "institution": problem({"institution": "y"}),
    "language": problem({"languages": ["hy", "en"]}),
    "topic": problem({"topics": ["a"]}, {"topics": ["b", "c"]}),
    "overlap": problem({"free": [[0, 119]]}, {"free": [[0, WEEK]]}),
    "capacity": problem({"capacity": 0}),
    "floor": problem(goal="floor", floor=16),
}


@pytest.mark.parametrize("rule", RULES)
def test_pair_is_removed_by_its_rule(rule):
    assert rules_of(BROKEN[rule]) == {rule: 1}


@pytest.mark.parametrize("number", range(len(RULES)))
def test_first_broken_rule_is_named(number):
    everything = problem(
        {
            "id": "e" if number == 0 else "o",
            "avoid": ["e"],
            "institution": "y" if number <= 3 else "x",
            "languages": ["hy"] if number <= 4 else ["ru"],
            "topics": ["a"] if number <= 5 else ["b"],
            "free": [[0, 119]] if number <= 6 else [],
            "capacity": 0 if number <= 7 else 1,
        },
        {"topics": ["b"], "free": [[0, WEEK]]},
        forbid=[["e", "e" if number == 0 else "o"]] if number <= 1 else [],
        goal="floor",
        floor=1000,
    )
    if number > 2:
        everything["mentors"][0]["avoid"] = []

    assert rules_of(everything) == {RULES[number]: 1}


def test_mentee_may_avoid_too():
    assert rules_of(problem(None, {"avoid": ["o"]})) == {"avoid": 1}


@pytest.mark.parametrize(
    ("mentor", "mentee"),
    [
        ({"institution": ""}, {"institution": ""}),
        ({"institution": None}, {"institution": None}),
        ({"topics": []}, {"topics": []}),
        ({"topics": ["a"]}, {"topics": ["b", "a"]}),
        ({"free": [[0, 60]]}, {"free": []}),
        ({"free": []}, {"free": [[0, 60]]}),
        ({"free": [[0, 60], [60, 120]]}, {"free": [[0, 300]]}),
        ({"free": [[0, 60], [WEEK - 60, WEEK]]}, {"free": [[0, 70], [WEEK - 60, WEEK]]}),
    ],
)
def test_pair_is_left(mentor, mentee):
    assert solve(problem(mentor, mentee))["matched"] == 1


def test_missing_languages_are_not_shared():
    assert rules_of(problem({"languages": None}, {"languages": []})) == {"language": 1}


@pytest.mark.parametrize(
    ("wanted", "offered", "points"),
    [
        (["a"], ["a"], 55),
        (["a", "b"], ["a"], 36),  # 55 * 2 // 3
        (["a", "b"], ["b"], 18),  # 55 * 1 // 3
        (["a", "b", "c", "d"], ["d", "b"], 22),  # 55 * (3 + 1) // 10
        ([], ["a"], 0),
    ],
)
def test_topics_count_by_rank(wanted, offered, points):
    assert parts_of(problem({"topics": offered}, {"topics": wanted}))["topics"] == points


@pytest.mark.parametrize(
    ("prefers", "points"),
    [(["o"], 20), (["p", "o"], 10), (["p", "q", "o"], 6), (["o", "p", "q"], 20), (["p"], 0), ([], 0)],
)
def test_preference_counts_by_position(prefers, points):
    document = problem(None, {"prefers": prefers})
    document["mentors"] += [MENTOR | {"id": name, "capacity": 0} for name in "pq"]

    assert parts_of(document)["prefers"] == points


@pytest.mark.parametrize(
    ("types", "own", "points"),
    [
        ([], "school", 10),
        ([], "", 10),
        (["school"], "school", 10),
        (["public"], "school", 0),
        (["public"], "", 0),
    ],
)
def test_library_type_counts_if_known_or_if_all_are(types, own, points):
    assert parts_of(problem({"library_types": types}, {"library_type": own}))["library_type"] == points


@pytest.mark.parametrize(
    ("minutes", "points"), [(120, 2), (179, 2), (180, 3), (599, 9), (600, 10), (5000, 10)]
)
def test_overlap_counts_up_to_ten_hours(minutes, points):
    document = problem({"free": [[100, 100 + minutes]]}, {"free": [[0, WEEK]]})

    assert parts_of(document)["overlap"] == points


def test_overlapping_spans_count_once():
    document = problem({"free": [[0, 200], [100, 300], [300, 360]]}, {"free": [[0, 240], [120, 360]]})

    assert parts_of(document)["overlap"] == 6


@pytest.mark.parametrize(
    ("mine", "his", "points"),
    [(["ru", "hy"], ["ru"], 5), (["hy", "ru"], ["ru"], 0), (["hy", "ru"], ["ru", "hy"], 5)],
)
def test_language_counts_if_the_first_is_shared(mine, his, points):
    assert parts_of(problem({"languages": his}, {"languages": mine}))["language"] == points


def test_weights_replace_the_most_a_part_can_count():
    document = problem(
        {"topics": ["a"], "free": [[0, 300]]},
        {"topics": ["b", "a"], "prefers": ["o"], "free": [[0, 300]]},
        weights={"topics": 10, "prefers": 3, "library_type": 0, "overlap": 7, "language": 10**18},
    )

    assert parts_of(document) == {
        "topics": 3,
        "prefers": 3,
        "library_type": 0,
        "overlap": 3,
        "language": 10**18,
    }


def scored(scores, **policy):
    return {
        "policy": policy,
        "mentors": [MENTOR | {"id": "e", "institution": "y"}, MENTOR | {"avoid": ["e"]}],
        "mentees": [MENTEE],
        "scores": scores,
    }


def test_scores_that_are_given_put_profiles_aside():
    (pair,) = solve(scored({"e": {"e": 3, "o": 2}}))["pairs"]

    assert pair == {"mentee": "e", "mentor": "e", "score": 3, "parts": {"given": 3}, "locked": False}


@pytest.mark.parametrize(
    ("scores", "policy", "rules"),
    [
        ({"e": {"o": 5}}, {"goal": "floor", "floor": 6}, {"not_scored": 1, "floor": 1}),
        ({"e": {"o": 5}}, {"forbid": [["e", "o"]]}, {"not_scored": 1, "forbid": 1}),
        ({"e": {"o": 5, "e": 7}}, {"forbid": [["e", "o"], ["e", "e"]]}, {"forbid": 2}),
        ({"e": {"o": 5, "e": 7}}, {"goal": "floor", "floor": 10**30}, {"floor": 2}),
        ({"e": {}}, {"forbid": [["e", "o"]]}, {"not_scored": 2}),
        ({"e": None}, {}, {"not_scored": 2}),
    ],
)
def test_rules_of_given_scores(scores, policy, rules):
    assert rules_of(scored(scores, **policy)) == rules


def test_scores_that_are_empty_are_not_given():
    assert rules_of(scored({})) == {"self": 1, "avoid": 1}


def test_pairs_above_two_thousand_people_are_pruned_but_nobody_loses_a_place(monkeypatch):
    # Everybody's best mentors are the same three; the thirty others are worth nothing to anyone.
    monkeypatch.setattr("mentoring.matching.pairs.PEOPLE_UNPRUNED", 10)
    monkeypatch.setattr("mentoring.matching.pairs.PAIRS_UNPRUNED", 100)
    monkeypatch.setattr("mentoring.matching.pairs.PAIRS_PRUNED", 60)
    document = {
        "policy": {"keep": [["e00", "o32"]]},
        "mentors": [
            {"id": f"o{n:02}", "capacity": 1, "languages": ["ru"], "library_types": ["a" if n < 3 else "b"]}
            for n in range(33)
        ],
        "mentees": [
            {"id": f"e{n:02}", "languages": ["ru"], "library_type": "a", "tier": n % 2} for n in range(35)
        ],
    }

    pairs = pairs_of(check(document))
    result = solve(document)

    assert pairs.pruned
    assert pairs.mentor.size < 33 * 35
    assert 32 in pairs.mentor[pairs.first[0] : pairs.first[1]]
    assert (result["exact"], result["matched"]) == (False, 33)
    assert sum(pair["mentee"] in {f"e{n:02}" for n in range(1, 35, 2)} for pair in result["pairs"]) == 17
    assert result["shortage"] == {
        "mentees": [f"e{n:02}" for n in range(35)],
        "places": 33,
        "unmatched_at_least": 2,
    }
    assert all(each["rules"] == {"taken": 33} for each in result["unmatched"])
