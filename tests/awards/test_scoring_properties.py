import json
import random
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.awards.scoring import as_document, parse, read, score
from network.awards.scoring.severity import exactly, leniency

from .juries import document
from .jury_oracle import random_document

DOCUMENTS = st.integers(0, 10**6).map(lambda seed: random_document(random.Random(seed)))
FULL = st.tuples(st.integers(2, 5), st.integers(1, 4), st.randoms(use_true_random=False))


def written(document):
    return json.dumps(as_document(score(parse(json.dumps(document)))), ensure_ascii=False).encode()


def shuffled(value, chance):
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    if isinstance(value, list) and value and not isinstance(value[0], int):
        items = [shuffled(item, chance) for item in value]
        chance.shuffle(items)
        return items
    return value


def renamed(document, mapping):
    reviews = [row | {"juror": mapping[row["juror"]]} for row in document["reviews"]]
    return document | {"reviews": reviews}


def exact_results(marks):
    b = exactly(leniency(marks, 1, 60), marks, 1)
    return {
        entry: sum(x - Fraction(b.of[juror], b.unit) for juror, x in row.items()) / len(row)
        for entry, row in marks.items()
    }


@given(DOCUMENTS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_in_the_file_changes_not_one_byte(document, chance):
    assert written(shuffled(document, chance)) == written(document)


@given(DOCUMENTS)
@settings(max_examples=50, deadline=None)
def test_names_of_jurors_change_no_entry(document):
    jurors = sorted({row["juror"] for row in document["reviews"]})
    mapping = dict(zip(jurors, reversed(jurors), strict=True))

    before, after = (as_document(score(read(d))) for d in (document, renamed(document, mapping)))

    assert after["entries"] == before["entries"]
    assert {(mapping[row["juror"]], row["severity"]) for row in before["jurors"]} == {
        (row["juror"], row["severity"]) for row in after["jurors"]
    }


@given(FULL, st.integers(-30, 30))
@settings(max_examples=50, deadline=None)
def test_a_juror_stricter_by_a_constant_moves_all_results_alike(size, shift):
    entries, jurors, chance = size
    marks = {f"e{e}": {f"j{j}": chance.randint(0, 100) for j in range(jurors)} for e in range(entries)}
    shifted = {entry: row | {"j0": row["j0"] + shift} for entry, row in marks.items()}

    before, after = exact_results(marks), exact_results(shifted)

    assert len({after[entry] - before[entry] for entry in marks}) == 1


@given(FULL, st.integers(1, 30))
@settings(max_examples=50, deadline=None)
def test_a_juror_stricter_by_a_constant_is_reported_so(size, shift):
    entries, others, chance = size
    like = {f"e{e}": chance.randint(0, 70) for e in range(entries)}
    scores = {
        entry: {f"j{j}": points + shift for j in range(others)} | {"strict": points}
        for entry, points in like.items()
    }
    # Everyone reads everything: −b = E/(E + 1) · (jury's mean − hers).
    severity = Fraction(entries, entries + 1) * Fraction(shift * others, others + 1)

    ranking = score(read(document(scores)))

    assert ranking.jurors[-1].juror == "strict"
    assert ranking.jurors[-1].severity == Decimal(round(severity * 10_000)) / 10_000


@given(st.integers(1, 5), st.integers(1, 7), st.integers(0, 100))
@settings(max_examples=50, deadline=None)
def test_all_equal_scores_leave_everyone_first_and_tied(entries, jurors, points):
    scores = {f"e{e}": {f"j{j}": points for j in range(jurors)} for e in range(entries)}

    ranking = score(read(document(scores)))

    names = sorted(scores)
    spread = "0.0000" if jurors > 1 else "None"
    assert [(row.rank, str(row.result), str(row.spread)) for row in ranking.entries] == [
        (1, f"{points}.0000", spread)
    ] * entries
    assert [list(row.tied_with) for row in ranking.entries] == [
        names[max(place - 1, 0) : place] + names[place + 1 : place + 2] for place in range(entries)
    ]
    assert {str(row.severity) for row in ranking.jurors} == {"0.0000"}


@given(DOCUMENTS)
@settings(max_examples=60, deadline=None)
def test_every_entry_and_review_is_accounted_for(document):
    answer = as_document(score(read(document)))

    valid = sum(row["reviews"] for row in answer["entries"])
    assert valid == sum(row["reviews"] for row in answer["jurors"])
    assert valid + len(answer["invalid"]) == len(document["reviews"])
    assert sorted(row["entry"] for row in answer["entries"]) == sorted(document["entries"])
    for row in answer["entries"]:
        assert (row["result"] is None) == (row["rank"] is None) == (not row["decided"])
        assert row["entry"] not in row["tied_with"]


@pytest.mark.parametrize("seed", range(5))
def test_an_entry_nobody_has_read_changes_no_other(seed):
    before = random_document(random.Random(seed))
    after = before | {"entries": [*before["entries"], "ящик"]}

    answer = as_document(score(read(after)))

    assert answer["entries"].pop(-1)["entry"] == "ящик"
    assert answer == as_document(score(read(before)))
