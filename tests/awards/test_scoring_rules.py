"""The contract, rule by rule, each at its edge."""

import pytest

from network.awards.scoring import as_document, read, score

from .juries import document

WEIGHTS = {"a": 60, "b": 20, "c": 15, "d": 5}


def several(*reviews, required=(), scale=(1, 10), **changes):
    """One entry ``E``, read by jurors 0, 1, ... who gave these scores."""
    return {
        "scale": list(scale),
        "min_reviews": 1,
        "criteria": [
            {"code": code, "weight": weight, "required": code in required} for code, weight in WEIGHTS.items()
        ],
        "entries": ["E"],
        "reviews": [
            {"juror": str(number), "entry": "E", "scores": scores} for number, scores in enumerate(reviews)
        ],
    } | changes


def ranked(document):
    return as_document(score(read(document)))


def only(document):
    return ranked(document)["entries"][0]


def by_entry(document, field):
    return {row["entry"]: row[field] for row in ranked(document)["entries"]}


# Validity


@pytest.mark.parametrize(
    ("scores", "required", "why"),
    [
        ({"a": 5, "b": 5, "c": 5, "d": 5}, "abcd", None),
        ({"a": 5, "b": 5}, "", None),
        ({"a": 5, "b": 5, "c": None}, "", None),
        ({"a": 5, "c": 5, "d": 5}, "", None),
        ({"a": 5, "c": 5}, "", "answered weight 75 is under 80"),
        ({}, "", "answered weight 0 is under 80"),
        ({"a": 5, "b": 5, "c": 5}, "d", "required criterion 'd' is null"),
        ({"a": 5, "b": 5, "c": 5, "d": None}, "d", "required criterion 'd' is null"),
        (
            {"b": 5, "c": 5},
            "da",
            "required criterion 'a' is null; required criterion 'd' is null; answered weight 35 is under 80",
        ),
    ],
)
def test_a_review_counts_from_eighty_percent_with_all_required(scores, required, why):
    answer = ranked(several(scores, required=required))

    assert answer["invalid"] == ([{"juror": "0", "entry": "E", "why": why}] if why else [])
    assert answer["entries"][0]["reviews"] == (0 if why else 1)


def test_an_invalid_review_changes_no_number():
    good = {"a": 2, "b": 7, "c": 3, "d": 9}
    poor = {"c": 10, "d": 10}

    with_it, without = ranked(several(good, good, poor)), ranked(several(good, good))

    assert with_it["entries"] == without["entries"]
    assert with_it["jurors"] == [*without["jurors"], {"juror": "2", "reviews": 0, "severity": "0.0000"}]


def test_invalid_reviews_are_listed_by_juror_then_entry():
    answer = ranked(document({"B": {"q": None, "p": None}, "A": {"q": None}}))

    assert [(row["juror"], row["entry"]) for row in answer["invalid"]] == [("p", "B"), ("q", "A"), ("q", "B")]


# x


@pytest.mark.parametrize(
    ("scores", "scale", "x"),
    [
        ({"a": 1, "b": 1, "c": 1, "d": 1}, (1, 10), "0.0000"),
        ({"a": 10, "b": 10, "c": 10, "d": 10}, (1, 10), "100.0000"),
        ({"a": 10, "b": 1, "c": 1, "d": 1}, (1, 10), "60.0000"),
        ({"a": 10, "b": 1}, (1, 10), "75.0000"),
        ({"a": 10, "b": 1, "c": None, "d": 10}, (1, 10), "76.4706"),
        ({"a": 2, "b": 3, "c": -2, "d": 3}, (-2, 3), "73.0000"),
        ({"a": 1, "b": 1, "c": 1, "d": 1}, (0, 3200), "0.0312"),
        ({"a": 3, "b": 3, "c": 3, "d": 3}, (0, 3200), "0.0938"),
    ],
)
def test_x_is_the_weighted_mean_of_what_was_answered(scores, scale, x):
    row = only(several(scores, scale=scale))

    assert (row["raw_mean"], row["result"]) == (x, x)


def test_a_criterion_of_no_weight_may_be_required_and_does_not_count():
    criteria = [
        {"code": "a", "weight": 100, "required": False},
        {"code": "note", "weight": 0, "required": True},
    ]
    reviews = [
        {"juror": "p", "entry": "E", "scores": {"a": 4, "note": 10}},
        {"juror": "q", "entry": "E", "scores": {"a": 4}},
    ]

    answer = ranked(several(criteria=criteria, reviews=reviews))

    assert answer["entries"][0]["raw_mean"] == "33.3333"
    assert answer["invalid"] == [{"juror": "q", "entry": "E", "why": "required criterion 'note' is null"}]


# Result, spread, decided


@pytest.mark.parametrize(
    ("points", "result"),
    [
        ([7], "7.0000"),
        ([0, 90], "45.0000"),
        ([0, 90, 90, 90], "67.5000"),
        ([0, 90, 90, 90, 90], "90.0000"),
        ([0, 0, 50, 100, 100], "50.0000"),
        ([10, 20, 30, 40, 50, 99], "35.0000"),
    ],
)
def test_one_highest_and_one_lowest_are_dropped_from_five_reviews_on(points, result):
    # The mirrored entry makes every juror's mean 50, so nobody is strict and y is x.
    scores = {"E": {str(number): value for number, value in enumerate(points)}}
    mirror = {"F": {str(number): 100 - value for number, value in enumerate(points)}}

    assert by_entry(document(scores | mirror), "result")["E"] == result


def test_trimming_counts_valid_reviews_only():
    scores = {"E": {"1": 0, "2": 90, "3": 90, "4": 90, "5": None}}
    mirror = {"F": {"1": 100, "2": 10, "3": 10, "4": 10}}

    assert by_entry(document(scores | mirror), "result")["E"] == "67.5000"


def test_spread_is_the_sample_deviation_before_trimming():
    scores = {"E": {"1": 0, "2": 90, "3": 90, "4": 90, "5": 90}}
    mirror = {"F": {"1": 100, "2": 10, "3": 10, "4": 10, "5": 10}}

    assert by_entry(document(scores | mirror), "spread")["E"] == "40.2492"  # 90/√5


@pytest.mark.parametrize(("row", "spread"), [({}, None), ({"p": 4}, None), ({"p": 4, "q": 4}, "0.0000")])
def test_spread_needs_two_reviews(row, spread):
    assert only(document({"E": row}))["spread"] == spread


@pytest.mark.parametrize(("min_reviews", "decided"), [(1, True), (2, True), (3, False), (4, False)])
def test_an_entry_is_decided_from_the_minimum_of_valid_reviews(min_reviews, decided):
    # The third review is there, but does not count.
    row = only(document({"E": {"p": 40, "q": 40, "r": None}}, min_reviews=min_reviews))

    assert row == {
        "entry": "E",
        "reviews": 2,
        "raw_mean": "40.0000",
        "result": "40.0000" if decided else None,
        "spread": "0.0000",
        "rank": 1 if decided else None,
        "tied_with": [],
        "decided": decided,
    }


def test_an_undecided_entry_still_tells_how_strict_its_jurors_are():
    of = {"A": {"p": 60, "q": 80}, "B": {"p": 70}}

    assert ranked(document(of, min_reviews=2))["jurors"] == ranked(document(of))["jurors"]


def test_an_entry_nobody_has_read_has_no_numbers():
    assert only(document({"E": {}})) == {
        "entry": "E",
        "reviews": 0,
        "raw_mean": None,
        "result": None,
        "spread": None,
        "rank": None,
        "tied_with": [],
        "decided": False,
    }


# Rank and order


def test_equal_results_share_a_rank_and_the_next_is_skipped():
    of = {"A": {"1": 50}, "B": {"2": 80}, "C": {"3": 80}, "D": {"4": 10}}

    answer = ranked(document(of))

    assert [(row["rank"], row["entry"]) for row in answer["entries"]] == [
        (1, "B"),
        (1, "C"),
        (3, "A"),
        (4, "D"),
    ]


def test_results_equal_at_four_places_are_equal():
    # A and B are apart by 0.0000003 points.
    of = {"A": {"1": 32_001}, "B": {"2": 32_002}, "C": {"3": 99_999}}
    near = document(of, scale=[0, 320_000_000])

    answer = ranked(near)

    assert [(row["rank"], row["entry"], row["result"]) for row in answer["entries"]] == [
        (1, "C", "0.0312"),
        (2, "A", "0.0100"),
        (2, "B", "0.0100"),
    ]


def test_undecided_come_last_by_id_and_ids_compare_by_code_point():
    of = {"я": {}, "b": {"1": 5}, "B": {}, "a": {"2": 99, "3": 99}, "А": {"4": 99}, "Z": {"5": 98, "6": 98}}

    answer = ranked(document(of, min_reviews=2))

    assert [row["entry"] for row in answer["entries"]] == ["a", "Z", "B", "b", "А", "я"]


def test_jurors_come_by_id():
    answer = ranked(document({"A": {"б": 1, "a": 1, "B": 1, "а": None}}))

    assert [row["juror"] for row in answer["jurors"]] == ["B", "a", "а", "б"]


# Near-ties


@pytest.mark.parametrize(
    ("a", "b", "tied"),
    [
        # Nobody in common.
        ({"1": 1000}, {"2": 100}, True),
        # One juror in common: the threshold is half a point, and half a point is no tie.
        ({"1": 500}, {"1": 496}, True),
        ({"1": 500}, {"1": 495}, False),
        ({"1": 500, "2": 600}, {"1": 495, "3": 90}, False),
        # Two or more: the mean against sd/√n. d = 0 and 100: both are 50, which is not below.
        ({"1": 500, "2": 600}, {"1": 500, "2": 500}, False),
        ({"1": 499, "2": 600}, {"1": 500, "2": 500}, True),
        ({"1": 510, "2": 600}, {"1": 500, "2": 500}, False),
        # No deviation: half a point again.
        ({"1": 504, "2": 604}, {"1": 500, "2": 600}, True),
        ({"1": 505, "2": 605}, {"1": 500, "2": 600}, False),
        # Three: d = 3, 3, −3 has mean 1 and sd/√3 = 2.
        ({"1": 530, "2": 530, "3": 470}, {"1": 500, "2": 500, "3": 500}, True),
    ],
)
def test_neighbours_are_tied_below_the_greater_threshold(a, b, tied):
    answer = by_entry(document({"A": a, "B": b}, scale=[0, 1000]), "tied_with")

    assert answer == ({"A": ["B"], "B": ["A"]} if tied else {"A": [], "B": []})


def test_only_neighbours_are_tied_and_ties_do_not_pass_on():
    of = {"A": {"1": 504}, "B": {"1": 500}, "C": {"1": 496}}

    assert by_entry(document(of, scale=[0, 1000]), "tied_with") == {"A": ["B"], "B": ["A", "C"], "C": ["B"]}


def test_equal_results_need_not_be_tied():
    # Equal results, but the one juror of both saw five points between them: people should look.
    of = {"A": {"Olga": 60, "Pavel": 80}, "B": {"Olga": 70}, "C": {"Pavel": 75}}

    answer = ranked(document(of))

    assert [(row["rank"], row["entry"], row["tied_with"]) for row in answer["entries"]] == [
        (1, "B", []),
        (2, "A", []),
        (2, "C", []),
    ]


def test_an_undecided_entry_is_tied_with_nobody():
    of = {"A": {"1": 50, "2": 50}, "B": {"1": 50}, "C": {"1": 50, "2": 50}}

    assert by_entry(document(of, min_reviews=2), "tied_with") == {"A": ["C"], "B": [], "C": ["A"]}


def test_an_invalid_review_is_nothing_in_common():
    of = {"A": {"1": 90, "2": 90}, "B": {"1": None, "3": 10}}

    assert by_entry(document(of), "tied_with") == {"A": ["B"], "B": ["A"]}


# Connected


@pytest.mark.parametrize(
    ("of", "connected"),
    [
        ({}, True),
        ({"A": {}}, True),
        ({"A": {"1": 5}, "B": {}}, True),
        ({"A": {"1": 5, "2": 5}, "B": {"2": 5, "3": 5}, "C": {"3": 5}}, True),
        ({"A": {"1": 5}, "B": {"2": 5}}, False),
        ({"A": {"1": 5}, "B": {"1": None, "2": 5}}, False),
        ({"A": {"1": 5}, "B": {"2": None}}, True),
        ({"A": {"1": 1}, "B": {"2": 1}, "C": {"1": 1, "3": 1}, "D": {"2": 1, "3": 1}}, True),
    ],
)
def test_connected_says_whether_jurors_and_entries_hang_together(of, connected):
    assert ranked(document(of))["connected"] is connected


def test_what_does_not_hang_together_is_scored_apart():
    one = {"A": {"Olga": 60, "Pavel": 80}, "B": {"Olga": 70}, "C": {"Pavel": 75}}
    other = {"D": {"1": 3, "2": 17}, "E": {"2": 9}}

    together = by_entry(document(one | other), "result")

    assert together == by_entry(document(one), "result") | by_entry(document(other), "result")


def test_nothing_to_rank():
    assert ranked(document({})) == {"entries": [], "jurors": [], "invalid": [], "connected": True}
