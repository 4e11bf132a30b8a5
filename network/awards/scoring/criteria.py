"""How an entry did on each criterion, for the meeting that resolves a tie."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .marks import why_not_count
from .reading import Jury
from .rounding import as_decimal, ten_thousandths


@dataclass(frozen=True, slots=True)
class CriterionMean:
    """Mean points on the jury's own scale, over the ``answers`` of the valid reviews."""

    code: str
    weight: int
    answers: int
    mean: Decimal | None


@dataclass(frozen=True, slots=True)
class CriterionMeans:
    """By falling weight, then code. ``heaviest`` are the codes of the greatest weight, often one.

    ``heaviest_mean`` is the mean over them, each counting the same; ``None`` if one
    of them was never answered.
    """

    entry: str
    criteria: tuple[CriterionMean, ...]
    heaviest: tuple[str, ...]
    heaviest_mean: Decimal | None


def criterion_means(jury: Jury) -> dict[str, CriterionMeans]:
    """Of every entry: how it did on each criterion, and on the heaviest.

    Plain means, not corrected for severity: where the result is tied, the
    regulations ask what the jury wrote. Undecided entries are here as well.
    """
    sheets = {entry: [] for entry in jury.entries}
    for review in jury.reviews:
        if not why_not_count(jury, review):
            sheets[review.entry].append(review.scores)
    return {entry: _criterion_means(jury, entry, of_entry) for entry, of_entry in sheets.items()}


def _criterion_means(jury: Jury, entry: str, sheets: list[tuple[int | None, ...]]) -> CriterionMeans:
    top = max(criterion.weight for criterion in jury.criteria)
    rows, heaviest = [], []
    for position, criterion in enumerate(jury.criteria):
        answers = [scores[position] for scores in sheets if scores[position] is not None]
        mean = Fraction(sum(answers), len(answers)) if answers else None
        rows.append(CriterionMean(criterion.code, criterion.weight, len(answers), _decimal(mean)))
        if criterion.weight == top:
            heaviest.append((criterion.code, mean))
    means = [mean for _, mean in heaviest]
    return CriterionMeans(
        entry=entry,
        criteria=tuple(sorted(rows, key=lambda row: (-row.weight, row.code))),
        heaviest=tuple(code for code, _ in heaviest),
        heaviest_mean=_decimal(None if None in means else sum(means) / len(means)),
    )


def _decimal(value: Fraction | None) -> Decimal | None:
    return None if value is None else as_decimal(ten_thousandths(value.numerator, value.denominator))
