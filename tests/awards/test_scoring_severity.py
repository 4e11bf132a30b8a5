import random
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.awards.scoring import results
from network.awards.scoring.components import components
from network.awards.scoring.marks import Marks
from network.awards.scoring.results import settle
from network.awards.scoring.severity import Leniency, exactly, leniency

from .juries import BY_HAND

UNIT = 7
JURIES = st.dictionaries(
    st.sampled_from("ABCDE"), st.dictionaries(st.sampled_from("pqrs"), st.integers(0, 100 * UNIT)), min_size=1
)


def fractions(b):
    return {juror: Fraction(value, b.unit) for juror, value in b.of.items()}


def exact(marks, unit=UNIT):
    digits = 30
    while not (b := exactly(leniency(marks, unit, digits), marks, unit)):
        digits *= 2
    return fractions(b)


def full_round(entries, jurors):
    chance = random.Random(5)
    return {
        f"e{entry}": {f"j{juror}": chance.randint(0, 700) for juror in range(jurors)}
        for entry in range(entries)
    }


def on_sheet(marks, unit):
    return Marks(
        unit=unit, of=marks, jurors=tuple(sorted({j for row in marks.values() for j in row})), invalid=()
    )


def test_severity_of_the_case_worked_by_hand():
    assert exact(BY_HAND, 1) == {"Olga": -5, "Pavel": 5}


@given(JURIES)
@settings(max_examples=100, deadline=None)
def test_no_change_of_any_severity_makes_the_sum_smaller(marks):
    b = exact(marks)

    for juror in b:
        others = sum(
            Fraction(row[juror], UNIT)
            - b[juror]
            - sum(Fraction(x, UNIT) - b[j] for j, x in row.items()) / len(row)
            for row in marks.values()
            if juror in row
        )
        assert others == b[juror]  # the derivative of the sum by b of this juror is zero


@pytest.mark.parametrize("digits", [1, 30, 300])
@pytest.mark.parametrize(("entries", "jurors"), [(1, 1), (3, 3), (4, 40), (200, 3), (30, 30)])
def test_everyone_reads_everything_has_a_closed_form(entries, jurors, digits):
    marks = full_round(entries, jurors)
    total = sum(x for row in marks.values() for x in row.values())
    means = {juror: Fraction(sum(row[juror] for row in marks.values()), entries) for juror in marks["e0"]}
    jury = Fraction(total, entries * jurors)
    truth = {juror: Fraction(entries, entries + 1) * (mean - jury) / UNIT for juror, mean in means.items()}

    near = leniency(marks, UNIT, digits)

    assert near.error <= Fraction(near.unit, 10**digits)
    off = [abs(value - truth[juror]) * near.unit for juror, value in fractions(near).items()]
    assert [part for part in off if part > near.error] == []
    assert exact(marks) == truth


@given(JURIES, st.integers(1, 40))
@settings(max_examples=50, deadline=None)
def test_an_approximation_is_within_the_error_it_states(marks, digits):
    near = leniency(marks, UNIT, digits)
    truth = exact(marks)

    assert near.error <= Fraction(near.unit, 10**digits)
    off = [abs(value - truth[juror]) * near.unit for juror, value in fractions(near).items()]
    assert [part for part in off if part > near.error] == []


def test_a_juror_alone_with_her_entries_has_no_severity():
    assert exact({"A": {"p": 3}, "B": {"p": 700}}) == {"p": 0}


def test_nobody_read_anything():
    assert leniency({"A": {}}, 1, 30).of == {}


def test_exact_severity_of_many_jurors_does_not_come_from_too_few_digits():
    chance = random.Random(3)
    marks = {
        f"e{entry}": {f"j{juror}": chance.randint(0, 700) for juror in chance.sample(range(20), 4)}
        for entry in range(60)
    }

    assert exactly(leniency(marks, UNIT, 30), marks, UNIT) is None
    assert exactly(leniency(marks, UNIT, 240), marks, UNIT).error == 0


def test_a_guess_that_does_not_hold_is_no_answer():
    # Olga read one entry, alone: her b is 0, whatever somebody claims.
    claimed = Leniency({"Olga": 7 * 10**40 // 2}, unit=7 * 10**40, error=1)

    assert exactly(claimed, {"A": {"Olga": 3}}, 7) is None


@pytest.mark.parametrize("sum_of_x", range(5, 500, 10))
def test_a_mean_of_five_in_the_middle_goes_to_the_even(sum_of_x):
    # Severities of jurors who read one entry cancel out: the mean of y is the mean of x, here n/32.
    chance = random.Random(sum_of_x)
    cuts = sorted(chance.randint(0, sum_of_x) for _ in range(4))
    x = [b - a for a, b in pairwise([0, *cuts, sum_of_x])]

    numbers, _ = settle(on_sheet({"A": dict(zip("pqrst", x, strict=True))}, 32))

    assert numbers["A"].adjusted_mean == round(Fraction(sum_of_x, 5 * 32) * 10_000)


@pytest.mark.parametrize("step", range(1, 100, 2))
def test_a_spread_in_the_middle_goes_to_the_even(step):
    # Alone with one entry, a juror's b is half of what she is off (in thirds here, which no decimal
    # holds), so y spreads half as far as x: eight zeros and a k have deviation k/3.
    scores = dict.fromkeys("pqrstuvw", 0) | {"z": 3 * step}

    numbers, _ = settle(on_sheet({"A": scores}, 16))

    assert numbers["A"].spread == round(Fraction(step, 32) * 10_000)


def test_one_number_in_the_middle_makes_only_its_own_group_exact(monkeypatch):
    # B stands at 1/32 = 0.03125 exactly; C and D hang together and are easy to call.
    marks = {"B": {"r": 1}, "C": {"p": 5, "q": 18}, "D": {"p": 3}}
    seen = []

    def spying(part, unit, digits):
        seen.append((sorted(part), digits))
        return leniency(part, unit, digits)

    monkeypatch.setattr(results, "leniency", spying)

    numbers, _ = settle(on_sheet(marks, 32))

    assert seen == [(["B", "C", "D"], 30), (["B"], 60)]
    assert numbers["B"].result == 312


def test_a_number_beside_the_middle_is_called_without_exact_severity():
    # One part in 10**25 above the middle, and below it: thirty digits tell.
    unit = 32 * 10**25

    above, _ = settle(on_sheet({"A": {"p": 10**25 + 1}}, unit))
    below, _ = settle(on_sheet({"A": {"p": 3 * 10**25 - 1}}, unit))

    assert (above["A"].result, below["A"].result) == (313, 937)


@given(JURIES)
def test_components_share_no_juror_and_leave_nobody_out(marks):
    groups = components(marks)

    jurors = [{juror for row in group.values() for juror in row} for group in groups]
    assert sum(map(len, jurors)) == len(set().union(*jurors))
    assert sorted(entry for group in groups for entry in group) == sorted(
        e for e, row in marks.items() if row
    )
