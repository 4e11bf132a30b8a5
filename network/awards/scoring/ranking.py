"""The ranking of a jury: results, spread, ranks and near-ties, each number certain to its last place.

Source of every rule: ``contracts.md``, "Scoring".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from .components import components
from .marks import Invalid, Marks, marks
from .reading import Jury
from .results import settle
from .rounding import as_decimal


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry. ``adjusted_mean`` is the mean of y before trimming; the document leaves it out."""

    entry: str
    reviews: int
    raw_mean: Decimal | None
    adjusted_mean: Decimal | None
    result: Decimal | None
    spread: Decimal | None
    rank: int | None
    tied_with: tuple[str, ...]
    decided: bool


@dataclass(frozen=True, slots=True)
class JurorRow:
    """One juror. Positive ``severity``: stricter than the jury, by so many points of 100."""

    juror: str
    reviews: int
    severity: Decimal


@dataclass(frozen=True, slots=True)
class Ranking:
    entries: tuple[EntryRow, ...]
    jurors: tuple[JurorRow, ...]
    invalid: tuple[Invalid, ...]
    connected: bool
    marks: Marks


def score(jury: Jury) -> Ranking:
    """Rank the entries of a jury.

    All numbers are points of 100 with four places, rounded half to even at the end
    and correct in the last place, so the same reviews give the same answer in any
    order and on any machine. Ranks and the order of neighbours compare the rounded
    results; whether neighbours are tied is decided on unrounded numbers. Ties stay
    ties: people resolve them.

    An entry without valid reviews has no means. A juror whose every review is
    invalid has 0 reviews and severity 0. ``connected`` looks at jurors and entries
    with at least one valid review.
    """
    sheet = marks(jury)
    numbers, severities = settle(sheet)
    decided = [entry for entry, row in sheet.of.items() if len(row) >= jury.min_reviews]
    order = sorted(decided, key=lambda entry: (-numbers[entry].result, entry))
    ranks = _ranks([(entry, numbers[entry].result) for entry in order])
    tied = _ties(order, sheet)
    undecided = [entry for entry in sheet.of if entry not in ranks]
    return Ranking(
        entries=tuple(
            EntryRow(
                entry=entry,
                reviews=len(sheet.of[entry]),
                raw_mean=_decimal(numbers[entry].raw_mean),
                adjusted_mean=_decimal(numbers[entry].adjusted_mean),
                result=_decimal(numbers[entry].result) if entry in ranks else None,
                spread=_decimal(numbers[entry].spread),
                rank=ranks.get(entry),
                tied_with=tuple(tied.get(entry, ())),
                decided=entry in ranks,
            )
            for entry in order + undecided
        ),
        jurors=_juror_rows(sheet, severities),
        invalid=sheet.invalid,
        connected=len(components(sheet.of)) <= 1,
        marks=sheet,
    )


def as_document(ranking: Ranking) -> dict:
    """The ranking in the shape of ``contracts.md``, ready for JSON."""
    return {
        "entries": [
            {
                "entry": row.entry,
                "reviews": row.reviews,
                "raw_mean": _written(row.raw_mean),
                "result": _written(row.result),
                "spread": _written(row.spread),
                "rank": row.rank,
                "tied_with": list(row.tied_with),
                "decided": row.decided,
            }
            for row in ranking.entries
        ],
        "jurors": [
            {"juror": row.juror, "reviews": row.reviews, "severity": _written(row.severity)}
            for row in ranking.jurors
        ],
        "invalid": [{"juror": row.juror, "entry": row.entry, "why": row.why} for row in ranking.invalid],
        "connected": ranking.connected,
    }


def is_tied(a: Mapping[str, int], b: Mapping[str, int], unit: int) -> bool:
    """Whether two entries, each juror -> x in parts of 1/``unit``, are too near to call.

    Over the n jurors of both, d = y_a − y_b = x_a − x_b: a juror's severity is in
    both and falls out, so nothing here is approximate. Tied if |mean d| < 0.5, or
    < sd(d)/√n; squared and cleared of fractions the latter says (Σd)² < Σd², which
    at n = 1 is never so. Nobody in common: tied, for nothing tells them apart.
    """
    differences = [a[juror] - b[juror] for juror in a.keys() & b.keys()]
    total = sum(differences)
    return (
        not differences
        or 2 * abs(total) < unit * len(differences)
        or total**2 < sum(difference**2 for difference in differences)
    )


def _ranks(order: Iterable[tuple[str, int]]) -> dict[str, int]:
    ranks, last = {}, None
    for position, (entry, result) in enumerate(order, start=1):
        if result != last:
            rank, last = position, result
        ranks[entry] = rank
    return ranks


def _ties(order: list[str], sheet: Marks) -> dict[str, list[str]]:
    tied = {}
    for above, below in pairwise(order):
        if is_tied(sheet.of[above], sheet.of[below], sheet.unit):
            tied.setdefault(above, []).append(below)
            tied.setdefault(below, []).append(above)
    return tied


def _juror_rows(sheet: Marks, severities: Mapping[str, int]) -> tuple[JurorRow, ...]:
    reviews = dict.fromkeys(sheet.jurors, 0)
    for row in sheet.of.values():
        for juror in row:
            reviews[juror] += 1
    return tuple(
        JurorRow(juror, count, as_decimal(severities.get(juror, 0))) for juror, count in reviews.items()
    )


def _decimal(count: int | None) -> Decimal | None:
    return None if count is None else as_decimal(count)


def _written(number: Decimal | None) -> str | None:
    return None if number is None else str(number)
