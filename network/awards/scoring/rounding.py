"""Four decimal places, rounded half to even, from exact or nearly exact fractions.

Everything here is whole numbers: a value is ``p / q`` with ``q > 0``, an answer is
a count of ten-thousandths. No float is ever rounded, so a value that lies exactly
between two answers goes to the even one, as the regulations say.
"""

from decimal import Decimal
from math import isqrt


def ten_thousandths(p: int, q: int) -> int:
    """``p / q`` in ten-thousandths, half to even.

    >>> ten_thousandths(1, 32), ten_thousandths(3, 32)  # 0.03125 and 0.09375
    (312, 938)
    """
    whole, rest = divmod(p * 10_000, q)
    return whole + (2 * rest > q or (2 * rest == q and whole % 2 == 1))


def root_ten_thousandths(p: int, q: int) -> int:
    """The square root of ``p / q`` (``p >= 0``) in ten-thousandths, half to even.

    >>> root_ten_thousandths(2, 1), root_ten_thousandths(1, 32**2)
    (14142, 312)
    """
    square = p * 10**8
    whole = isqrt(square // q)
    # Between whole and whole + 1: compare with the middle, both sides squared.
    middle = (2 * whole + 1) ** 2 * q
    return whole + (4 * square > middle or (4 * square == middle and whole % 2 == 1))


def settled(p: int, q: int, slack: int) -> int | None:
    """:func:`ten_thousandths` of a value known only to lie in ``(p ± slack) / q``.

    ``None`` if the two ends round differently: the value is too near to the middle
    between two answers, and whoever asks has to know it better.

    >>> settled(5, 3, 0), settled(10**9, 10**9, 10), settled(10**9 + 50_000, 10**9, 10)
    (16667, 10000, None)
    """
    low = ten_thousandths(p - slack, q)
    return low if low == ten_thousandths(p + slack, q) else None


def settled_root(p: int, q: int, slack: int) -> int | None:
    """:func:`root_ten_thousandths`, known as in :func:`settled`."""
    low = root_ten_thousandths(max(p - slack, 0), q)
    return low if low == root_ten_thousandths(p + slack, q) else None


def as_decimal(count: int) -> Decimal:
    """Ten-thousandths as a number with four places; zero has no sign.

    >>> print(as_decimal(-1), as_decimal(0), as_decimal(725000))
    -0.0001 0.0000 72.5000
    """
    return Decimal(count).scaleb(-4)
