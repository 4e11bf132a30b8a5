"""How far each juror stands from the jury: penalised least squares, known to a stated error.

We minimise Σ (x − a_entry − b_juror)² + Σ b_juror² over all reviews. Putting in the
best a for given b (the mean of x − b over the entry's n_e reviews) leaves one
equation a juror with n_j reviews,

    (n_j + 1) · b_juror − Σ mean of b over the entry  =  Σ (x − mean of x over the entry),

or M b = r. M is symmetric, its off-diagonal is never positive and each of its rows
sums to 1, so its inverse has no negative part and rows that sum to 1 as well:
**no b is further from the truth than the largest number left over in M b = r.**
That turns any approximation into a proof, whoever made it.

So numpy's floats only propose steps (conjugate gradients, a dozen rounds over the
reviews), and whole numbers keep the sum: b is held in parts of 1/unit, the left-over
is computed in whole numbers, and steps are added until it is as small as asked.
Exact elimination was not taken: its fractions grow by two or three digits a juror,
hopeless at 300 jurors. Floats alone were not taken: real juries land exactly between two
fourth places (three entries read by everyone are enough), where 1e-13 too little
prints the other digit and changes a rank.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt, lcm

import numpy as np

GUARD = 10**10  # parts below the last digit asked for; holds up to a thousand million reviews a juror


@dataclass(frozen=True, slots=True)
class Leniency:
    """b of each juror in parts of 1/``unit``, none further than ``error`` parts from the truth."""

    of: dict[str, int]
    unit: int
    error: int


def leniency(marks: Mapping[str, Mapping[str, int]], unit: int, digits: int) -> Leniency:
    """b of every juror in ``marks``, to ``digits`` decimal places.

    ``marks[entry][juror]`` is x in parts of 1/``unit``; the answer's unit is a
    multiple of it. A juror of no entry is not in the answer. The minimum is always
    unique: b of a juror the jury has nothing to compare with is 0. In what part of
    the last ``digits`` the approximation stops may depend on the machine; that it is
    within ``error`` does not. Raises ``ArithmeticError`` should it not get there.
    """
    grid = _Grid(marks, 10**digits * GUARD)
    b = [0] * len(grid.jurors)
    for _ in range(digits + 20):  # each step gains eight digits and more
        left = grid.left_over(b)
        largest = max(map(abs, left), default=0)
        error = largest + grid.slack
        if error <= unit * GUARD:
            return Leniency(dict(zip(grid.jurors, b, strict=True)), unit * grid.scale, error)
        step = grid.propose(np.array([part / largest for part in left]))
        b = [old + (int(new * 2**60) * largest >> 60) for old, new in zip(b, step, strict=True)]
    raise ArithmeticError(f"severity of {len(b)} jurors did not settle to {digits} places")


def exactly(near: Leniency, marks: Mapping[str, Mapping[str, int]], unit: int) -> Leniency | None:
    """The true b as fractions, if ``near`` is near enough to guess them; then ``error`` is 0.

    The simplest fraction within the error of each b is tried in the equations. If
    all hold, it is the answer, since there is only one. ``None`` means that the true
    denominators are too long for the digits there are: come back with more.
    """
    longest = isqrt(near.unit // (2 * near.error)) if near.error else near.unit
    guess, common = {}, 1
    for juror, b in near.of.items():
        guess[juror] = Fraction(b, near.unit).limit_denominator(longest)
        common = lcm(common, guess[juror].denominator)
        if common > near.unit:
            return None
    rows = {juror: -b for juror, b in guess.items()}
    for row in marks.values():
        a = sum((Fraction(x, unit) - guess[juror] for juror, x in row.items()), Fraction()) / max(len(row), 1)
        for juror, x in row.items():
            rows[juror] += Fraction(x, unit) - guess[juror] - a
    if any(rows.values()):
        return None
    fine = lcm(unit, common)
    return Leniency({juror: int(b * fine) for juror, b in guess.items()}, fine, 0)


class _Grid:
    """Who read what, as positions: shapes (reviews,), (jurors,) and (entries,)."""

    def __init__(self, marks, scale):
        self.scale = scale
        self.jurors = sorted({juror for row in marks.values() for juror in row})
        place = {juror: position for position, juror in enumerate(self.jurors)}
        rows = [[(place[juror], x * scale) for juror, x in row.items()] for row in marks.values() if row]
        self.rows = rows
        self.juror_of = np.array([juror for row in rows for juror, _ in row], dtype=np.intp)
        self.entry_of = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        self.per_entry = np.array([len(row) for row in rows], dtype=float)
        self.per_juror = np.bincount(self.juror_of, minlength=len(place)).astype(float)
        # left_over() cuts an entry's mean down to a whole part, at most one part a review.
        self.slack = int(self.per_juror.max(initial=0))

    def left_over(self, b):
        """r − M b for whole b, each too high by less than one part a review."""
        left = [-part for part in b]
        for row in self.rows:
            mean = sum(x - b[juror] for juror, x in row) // len(row)
            for juror, x in row:
                left[juror] += x - b[juror] - mean
        return left

    def propose(self, left):
        """Roughly the b that M turns into ``left``: conjugate gradients, scaled by the diagonal.

        The condition number of M is at most the largest n_j + 1, so floats do well.
        """
        weight = 1 / (self.per_juror + 1)
        b = np.zeros_like(left)
        rest = left.copy()
        direction = pull = rest * weight
        size = rest @ pull
        goal = size * 1e-20
        for _ in range(len(left) + 10):
            if size <= goal:
                break
            image = self._times(direction)
            length = size / (direction @ image)
            b = b + length * direction
            rest = rest - length * image
            pull = rest * weight
            size, before = rest @ pull, size
            direction = pull + size / before * direction
        return b

    def _times(self, b):
        mean = np.bincount(self.entry_of, b[self.juror_of], len(self.per_entry)) / self.per_entry
        return (self.per_juror + 1) * b - np.bincount(self.juror_of, mean[self.entry_of], len(b))
