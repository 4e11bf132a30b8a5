"""What the ranking desk shows beside the numbers, so that people can decide: explanations, not results."""

from dataclasses import dataclass
from decimal import Decimal

from .ranking import EntryRow, Ranking, is_tied
from .results import TRIMMED_FROM
from .rounding import as_decimal, root_ten_thousandths, ten_thousandths

HALF_A_POINT = Decimal("0.5000")


@dataclass(frozen=True, slots=True)
class Opinion:
    """One review on its way into a result: ``adjusted`` = ``given`` + ``severity``."""

    juror: str
    given: Decimal
    severity: Decimal
    adjusted: Decimal
    dropped: bool


@dataclass(frozen=True, slots=True)
class Steps:
    """From raw mean to result: ``raw_mean`` + ``severity`` + ``trimming`` = ``result``, to the last place.

    ``severity`` is what correcting for its own readers gave the entry (positive: they
    are strict), ``trimming`` what leaving out the highest and the lowest did.
    """

    entry: str
    raw_mean: Decimal
    severity: Decimal
    trimming: Decimal
    result: Decimal
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Two entries step by step. ``gap`` is ``first`` minus ``second``, in the same steps.

    ``overtook``: first is below by raw mean and above by result. ``cause`` is then
    ``"severity"`` if correcting for severity alone turned the order, otherwise
    ``"trimming"``; ``None`` if nothing was overtaken.
    """

    first: Steps
    second: Steps
    gap: dict[str, Decimal]
    overtook: bool
    cause: str | None


@dataclass(frozen=True, slots=True)
class HeadToHead:
    """Two entries over the jurors who read both. ``rows`` are (juror, x of first, x of second).

    A juror's severity is the same on both sides, so x tells what y would.
    ``mean_difference`` is first minus second, ``threshold`` the size below which it
    tells nothing; both ``None`` with no juror in common. ``tied`` is the rule that the
    ranking applies to neighbours, decided on unrounded numbers.
    """

    first: str
    second: str
    rows: tuple[tuple[str, Decimal, Decimal], ...]
    for_first: int
    for_second: int
    level: int
    mean_difference: Decimal | None
    threshold: Decimal | None
    tied: bool


def explain_order(ranking: Ranking, first: str, second: str) -> Explanation:
    """Why ``first`` stands where it does against ``second``, for instance why it overtook it.

    All differences are taken between the rounded numbers on the screen, so that they
    add up there. Raises ``KeyError`` for an unknown entry, ``ValueError`` for an
    undecided one.
    """
    rows = {row.entry: row for row in ranking.entries}
    severities = {row.juror: row.severity for row in ranking.jurors}
    a, b = (_steps(rows[entry], ranking, severities) for entry in (first, second))
    gap = {
        step: getattr(a, step) - getattr(b, step) for step in ("raw_mean", "severity", "trimming", "result")
    }
    overtook = gap["raw_mean"] < 0 < gap["result"]
    turned = gap["raw_mean"] + gap["severity"] > 0
    cause = ("severity" if turned else "trimming") if overtook else None
    return Explanation(a, b, gap, overtook, cause)


def head_to_head(ranking: Ranking, first: str, second: str) -> HeadToHead:
    """How the jurors who read both entries put them. Raises ``KeyError`` for an unknown entry."""
    unit = ranking.marks.unit
    a, b = ranking.marks.of[first], ranking.marks.of[second]
    both = sorted(a.keys() & b.keys())
    differences = [a[juror] - b[juror] for juror in both]
    return HeadToHead(
        first=first,
        second=second,
        rows=tuple((juror, _points(a[juror], unit), _points(b[juror], unit)) for juror in both),
        for_first=sum(difference > 0 for difference in differences),
        for_second=sum(difference < 0 for difference in differences),
        level=differences.count(0),
        mean_difference=_points(sum(differences), unit * len(both)) if both else None,
        threshold=_threshold(differences, unit),
        tied=is_tied(a, b, unit),
    )


def _threshold(differences, unit) -> Decimal | None:
    """max(0.5, sd(d)/√n), with 0.5 at one juror."""
    n = len(differences)
    if n < 2:
        return HALF_A_POINT if n else None
    squares = n * sum(difference**2 for difference in differences) - sum(differences) ** 2
    return max(HALF_A_POINT, as_decimal(root_ten_thousandths(squares, n**2 * (n - 1) * unit**2)))


def _steps(row: EntryRow, ranking: Ranking, severities) -> Steps:
    if not row.decided:
        raise ValueError(f"entry {row.entry!r} has no result")
    return Steps(
        entry=row.entry,
        raw_mean=row.raw_mean,
        severity=row.adjusted_mean - row.raw_mean,
        trimming=row.result - row.adjusted_mean,
        result=row.result,
        opinions=_opinions(ranking.marks.of[row.entry], ranking.marks.unit, severities),
    )


def _opinions(of, unit, severities) -> tuple[Opinion, ...]:
    # Highest first. Which of several equal ones is marked as dropped is no matter to the result.
    given = {juror: _points(x, unit) for juror, x in of.items()}
    order = sorted(of, key=lambda juror: (-given[juror] - severities[juror], juror))
    dropped = {order[0], order[-1]} if len(order) >= TRIMMED_FROM else set()
    return tuple(
        Opinion(juror, given[juror], severities[juror], given[juror] + severities[juror], juror in dropped)
        for juror in order
    )


def _points(p: int, q: int) -> Decimal:
    return as_decimal(ten_thousandths(p, q))
