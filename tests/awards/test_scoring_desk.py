from dataclasses import astuple
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.awards.scoring import criterion_means, explain_order, head_to_head, read, score

from .juries import BY_HAND, document

ROUND = st.dictionaries(
    st.sampled_from("ABC"),
    st.dictionaries(st.sampled_from("pqrstu"), st.integers(0, 100), min_size=1),
    min_size=2,
)


def ranking_of(scores, **changes):
    return score(read(document(scores, **changes)))


def written(values):
    return tuple(str(value) if isinstance(value, Decimal) else value for value in values)


# Why one entry passed another


def test_an_entry_overtakes_because_its_reader_is_strict():
    explanation = explain_order(ranking_of(BY_HAND), "B", "C")

    assert (explanation.overtook, explanation.cause) == (True, "severity")
    assert {step: str(gap) for step, gap in explanation.gap.items()} == {
        "raw_mean": "-5.0000",
        "severity": "10.0000",
        "trimming": "0.0000",
        "result": "5.0000",
    }
    assert [written(astuple(opinion)) for opinion in explanation.first.opinions] == [
        ("Olga", "70.0000", "5.0000", "75.0000", False)
    ]
    assert [written(astuple(opinion)) for opinion in explanation.second.opinions] == [
        ("Pavel", "75.0000", "-5.0000", "70.0000", False)
    ]


def test_an_entry_overtakes_because_one_juror_buried_it():
    # Each juror's mean is the jury's, so severity has no part in it.
    scores = {
        "A": {"1": 70, "2": 70, "3": 70, "4": 70, "5": 0},
        "B": {"1": 60, "2": 60, "3": 60, "4": 60, "5": 60},
        "C": {"1": 20, "2": 20, "3": 20, "4": 20, "5": 90},
    }

    explanation = explain_order(ranking_of(scores), "A", "B")

    assert (explanation.overtook, explanation.cause) == (True, "trimming")
    assert {step: str(gap) for step, gap in explanation.gap.items()} == {
        "raw_mean": "-4.0000",
        "severity": "0.0000",
        "trimming": "14.0000",
        "result": "10.0000",
    }
    assert [(opinion.juror, opinion.dropped) for opinion in explanation.first.opinions] == [
        ("1", True),
        ("2", False),
        ("3", False),
        ("4", False),
        ("5", True),
    ]


def test_severity_that_only_helps_is_not_the_cause():
    scores = {
        "A": {"1": 0, "2": 60, "3": 0, "4": 60, "5": 20},
        "B": {"1": 100, "2": 0, "3": 20, "4": 0, "6": 80},
        "C": {"2": 0, "6": 100},
    }

    explanation = explain_order(ranking_of(scores), "A", "B")

    assert (explanation.overtook, explanation.cause) == (True, "trimming")
    assert {step: str(gap) for step, gap in explanation.gap.items()} == {
        "raw_mean": "-12.0000",
        "severity": "8.2676",
        "trimming": "7.9108",
        "result": "4.1784",
    }


@pytest.mark.parametrize(("first", "second"), [("C", "B"), ("A", "C"), ("B", "A"), ("B", "B")])
def test_nothing_was_overtaken(first, second):
    explanation = explain_order(ranking_of(BY_HAND), first, second)

    assert (explanation.overtook, explanation.cause) == (False, None)


def test_an_undecided_entry_has_no_order_to_explain():
    ranking = ranking_of({"A": {"p": 1, "q": 2}, "B": {"p": 3}}, min_reviews=2)

    with pytest.raises(ValueError, match="entry 'B' has no result"):
        explain_order(ranking, "A", "B")


def test_an_unknown_entry_is_a_key_error():
    with pytest.raises(KeyError, match="X"):
        explain_order(ranking_of(BY_HAND), "A", "X")
    with pytest.raises(KeyError, match="X"):
        head_to_head(ranking_of(BY_HAND), "X", "A")


@given(ROUND)
@settings(max_examples=50, deadline=None)
def test_the_steps_on_the_screen_add_up(scores):
    ranking = ranking_of(scores)
    first, second = sorted(scores)[:2]

    explanation = explain_order(ranking, first, second)

    for steps in (explanation.first, explanation.second):
        assert steps.raw_mean + steps.severity + steps.trimming == steps.result
        assert sum(opinion.dropped for opinion in steps.opinions) == (2 if len(steps.opinions) >= 5 else 0)
        assert steps.trimming == 0 or len(steps.opinions) >= 5
        for opinion in steps.opinions:
            assert opinion.given + opinion.severity == opinion.adjusted
    gap = explanation.gap
    assert gap["raw_mean"] + gap["severity"] + gap["trimming"] == gap["result"]


# Head to head


def test_two_entries_over_the_jurors_of_both():
    scores = {"A": {"1": 50, "2": 60, "3": 70, "4": 9}, "B": {"1": 40, "2": 65, "3": 70, "5": 99}}

    duel = head_to_head(ranking_of(scores), "A", "B")

    assert [written(row) for row in duel.rows] == [
        ("1", "50.0000", "40.0000"),
        ("2", "60.0000", "65.0000"),
        ("3", "70.0000", "70.0000"),
    ]
    assert (duel.for_first, duel.for_second, duel.level) == (1, 1, 1)
    assert str(duel.mean_difference) == "1.6667"
    assert (str(duel.threshold), duel.tied) == ("4.4096", True)  # sd 7.6376 / √3


def test_two_entries_of_different_jurors_cannot_be_compared():
    duel = head_to_head(ranking_of({"A": {"1": 50}, "B": {"2": 60}}), "A", "B")

    assert (duel.rows, duel.for_first, duel.for_second, duel.level) == ((), 0, 0, 0)
    assert (duel.mean_difference, duel.threshold, duel.tied) == (None, None, True)


@pytest.mark.parametrize(
    ("a", "b"),
    [({"1": 9}, {"1": 2}), ({"1": 9, "2": 8}, {"1": 2, "2": 1}), ({"1": 5, "2": 5}, {"1": 5, "2": 6})],
)
def test_the_threshold_is_never_below_half_a_point(a, b):
    assert str(head_to_head(ranking_of({"A": a, "B": b}), "A", "B").threshold) == "0.5000"


@given(ROUND)
@settings(max_examples=50, deadline=None)
def test_head_to_head_turns_round_with_its_entries(scores):
    ranking = ranking_of(scores)
    first, second = sorted(scores)[:2]

    one, other = head_to_head(ranking, first, second), head_to_head(ranking, second, first)

    assert [(juror, b, a) for juror, a, b in one.rows] == list(other.rows)
    assert (one.for_first, one.for_second, one.level) == (other.for_second, other.for_first, other.level)
    assert (one.threshold, one.tied) == (other.threshold, other.tied)
    assert one.mean_difference == (other.mean_difference and -other.mean_difference)


# Criteria


CRITERIA = [
    {"code": "reach", "weight": 30, "required": False},
    {"code": "impact", "weight": 40, "required": False},
    {"code": "craft", "weight": 20, "required": False},
    {"code": "beauty", "weight": 10, "required": False},
]


def by_criteria(*scores, criteria=CRITERIA):
    return document(
        {},
        scale=[1, 10],
        entries=["E", "unread"],
        criteria=criteria,
        reviews=[{"juror": str(j), "entry": "E", "scores": row} for j, row in enumerate(scores)],
    )


def test_each_criterion_has_its_mean_on_the_scale_of_the_jury():
    full = {"reach": 10, "impact": 4, "craft": 1, "beauty": 2}
    partial = {"reach": 5, "impact": 5, "craft": 3}
    invalid = {"reach": 10, "impact": 10}

    sheet = criterion_means(read(by_criteria(full, partial, invalid, full)))["E"]

    assert [written(astuple(row)) for row in sheet.criteria] == [
        ("impact", 40, 3, "4.3333"),
        ("reach", 30, 3, "8.3333"),
        ("craft", 20, 3, "1.6667"),
        ("beauty", 10, 2, "2.0000"),
    ]
    assert (sheet.heaviest, str(sheet.heaviest_mean)) == (("impact",), "4.3333")


def test_several_heaviest_criteria_count_the_same():
    criteria = [
        {"code": "b", "weight": 40, "required": False},
        {"code": "a", "weight": 40, "required": False},
        {"code": "c", "weight": 20, "required": False},
    ]
    jury = read(by_criteria({"a": 10, "b": 1, "c": 1}, {"a": 9, "b": 1, "c": 1}, criteria=criteria))

    sheet = criterion_means(jury)["E"]

    assert (sheet.heaviest, str(sheet.heaviest_mean)) == (("a", "b"), "5.2500")


def test_an_entry_nobody_has_read_has_no_means():
    sheet = criterion_means(read(by_criteria()))["unread"]

    assert [(row.code, row.answers, row.mean) for row in sheet.criteria] == [
        ("impact", 0, None),
        ("reach", 0, None),
        ("craft", 0, None),
        ("beauty", 0, None),
    ]
    assert (sheet.heaviest, sheet.heaviest_mean) == (("impact",), None)
