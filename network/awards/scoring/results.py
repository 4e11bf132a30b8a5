"""Means, results, spreads and severities, each certain to its fourth place."""

from collections.abc import Mapping
from dataclasses import dataclass

from .components import Readings, components
from .marks import Marks
from .rounding import settled, settled_root, ten_thousandths
from .severity import Leniency, exactly, leniency

TRIMMED_FROM = 5  # reviews; with fewer, dropping two would leave too little
DIGITS = 30  # of severity, at first: enough unless a number lies in the middle between two answers


@dataclass(frozen=True, slots=True)
class Numbers:
    """Of one entry, in ten-thousandths. ``adjusted_mean`` is the mean of y before trimming."""

    raw_mean: int | None = None
    adjusted_mean: int | None = None
    result: int | None = None
    spread: int | None = None


def settle(sheet: Marks) -> tuple[dict[str, Numbers], dict[str, int]]:
    """The numbers of every entry, and the severity of every juror with a valid review.

    One pass over the whole jury does nearly always. What is left too near to call
    is done again, only with the jurors and entries that hang together with it, with
    twice the digits each time, until severity is exact if need be.
    """
    numbers = dict.fromkeys(sheet.of, Numbers())
    severities: dict[str, int] = {}
    todo = [(sheet.of, DIGITS)]
    while todo:
        part, digits = todo.pop()
        b = leniency(part, sheet.unit, digits)
        if digits > DIGITS:
            b = exactly(b, part, sheet.unit) or b
        found = {entry: _numbers(row, sheet.unit, b) for entry, row in part.items() if row}
        strict = {juror: settled(-value, b.unit, b.error) for juror, value in b.of.items()}
        numbers |= found
        severities |= strict
        if None in found.values() or None in strict.values():
            todo += [(group, 2 * digits) for group in components(part) if _is_open(group, found, strict)]
    return numbers, severities


def _is_open(group: Readings, found, strict) -> bool:
    return any(
        found[entry] is None or any(strict[juror] is None for juror in row) for entry, row in group.items()
    )


def _numbers(row: Mapping[str, int], unit: int, b: Leniency) -> Numbers | None:
    """Of an entry with at least one review; ``None`` if one of them is too near to call."""
    n = len(row)
    y = sorted(x * (b.unit // unit) - b.of[juror] for juror, x in row.items())
    kept = y[1:-1] if n >= TRIMMED_FROM else y
    # Each y is off by at most the error; so is the mean, and so is the mean of any stretch in order.
    adjusted_mean = settled(sum(y), n * b.unit, n * b.error)
    result = settled(sum(kept), len(kept) * b.unit, len(kept) * b.error)
    spread = _spread(y, b) if n > 1 else None
    if adjusted_mean is None or result is None or (n > 1 and spread is None):
        return None
    return Numbers(ten_thousandths(sum(row.values()), n * unit), adjusted_mean, result, spread)


def _spread(y: list[int], b: Leniency) -> int | None:
    # n Σy² − (Σy)² is the sum over all pairs of (y_i − y_k)². Each difference is off by
    # at most two errors, so each square by 4 · error · (range + error).
    n = len(y)
    pairs = n * (n - 1)
    squares = n * sum(value * value for value in y) - sum(y) ** 2
    slack = pairs * 2 * b.error * (y[-1] - y[0] + b.error)
    return settled_root(squares, pairs * b.unit**2, slack)
