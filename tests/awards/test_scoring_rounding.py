from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.awards.scoring.rounding import (
    as_decimal,
    root_ten_thousandths,
    settled,
    settled_root,
    ten_thousandths,
)

PLACES = Decimal("0.0001")


@pytest.mark.parametrize(
    ("p", "q", "rounded"),
    [
        (0, 1, 0),
        (1, 20_000, 0),
        (3, 20_000, 2),
        (-1, 20_000, 0),
        (-3, 20_000, -2),
        (1, 3, 3333),
        (-2, 3, -6667),
        (100, 1, 1_000_000),
    ],
)
def test_ten_thousandths_goes_half_to_even(p, q, rounded):
    assert ten_thousandths(p, q) == rounded


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6))
def test_ten_thousandths_is_the_rounding_of_fraction(p, q):
    assert ten_thousandths(p, q) == round(Fraction(p, q) * 10_000)


@given(st.integers(0, 10**12), st.integers(1, 10**6))
def test_root_is_the_rounding_of_a_long_decimal_root(p, q):
    with localcontext(prec=100):
        root = (Decimal(p) / Decimal(q)).sqrt().quantize(PLACES, rounding=ROUND_HALF_EVEN)

    assert as_decimal(root_ten_thousandths(p, q)) == root


@given(st.integers(0, 10**6))
def test_root_exactly_in_the_middle_goes_to_the_even(whole):
    middle = Fraction(2 * whole + 1, 20_000)

    rounded = root_ten_thousandths(middle.numerator**2, middle.denominator**2)

    assert rounded == whole + whole % 2


def test_settled_gives_nothing_only_when_the_ends_differ():
    assert settled(10**9 + 49_000, 10**9, 999) == 10_000
    assert settled(10**9 + 49_000, 10**9, 1_001) is None
    assert settled(10**9 + 50_000, 10**9, 0) == 10_000


def test_settled_root_of_nearly_nothing_is_zero():
    assert settled_root(3, 10**40, 5) == 0
    assert settled_root(25, 10**10, 25) is None
    assert settled_root(26, 10**10, 2) is None
    assert settled_root(26, 10**10, 0) == 1


@pytest.mark.parametrize(
    ("count", "written"),
    [(0, "0.0000"), (1, "0.0001"), (-1, "-0.0001"), (123_456, "12.3456"), (1_000_000, "100.0000")],
)
def test_as_decimal_is_written_with_four_places(count, written):
    assert str(as_decimal(count)) == written
