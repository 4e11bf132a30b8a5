"""One number per review: which reviews count, and what each of them says of its entry."""

from dataclasses import dataclass
from math import lcm

from .reading import Jury, Review

ENOUGH_WEIGHT = 80  # a review that answers less of the 100 does not count


@dataclass(frozen=True, slots=True)
class Invalid:
    """A review that does not count: ``missing`` are the required criteria it leaves null.

    ``answered`` is the weight it answers, of 100; it may be enough.
    """

    juror: str
    entry: str
    missing: tuple[str, ...]
    answered: int

    @property
    def why(self) -> str:
        """The reasons as the result file has them, in English; screens word their own."""
        reasons = [f"required criterion {code!r} is null" for code in self.missing]
        if self.answered < ENOUGH_WEIGHT:
            reasons.append(f"answered weight {self.answered} is under {ENOUGH_WEIGHT}")
        return "; ".join(reasons)


@dataclass(frozen=True, slots=True)
class Marks:
    """The valid reviews: ``of[entry][juror]`` is x, from 0 to 100, in whole parts of 1/``unit``.

    ``of`` names every entry, in order of id, the unread ones with an empty dict;
    ``jurors`` every juror in the document; ``invalid`` is by juror, then entry.
    """

    unit: int
    of: dict[str, dict[str, int]]
    jurors: tuple[str, ...]
    invalid: tuple[Invalid, ...]


def marks(jury: Jury) -> Marks:
    """Take the weighted mean of each valid review, exactly.

    x = 100 · Σ w(s − lo)/(hi − lo) / Σ w over the answered criteria, so that a
    criterion left out neither lifts nor lowers the entry. One common denominator
    serves all reviews, which keeps the sums whole numbers to the last step.
    """
    valid, invalid = [], []
    for review in jury.reviews:
        if fault := why_not_count(jury, review):
            invalid.append(fault)
        else:
            valid.append((review, _answered(jury, review)))
    weights = lcm(*{weight for _, weight in valid})
    of = {entry: {} for entry in jury.entries}
    for review, answered in valid:
        of[review.entry][review.juror] = 100 * _points(jury, review) * (weights // answered)
    return Marks(
        unit=(jury.highest - jury.lowest) * weights,
        of=of,
        jurors=tuple(sorted({review.juror for review in jury.reviews})),
        invalid=tuple(sorted(invalid, key=lambda row: (row.juror, row.entry))),
    )


def why_not_count(jury: Jury, review: Review) -> Invalid | None:
    """What keeps a review out of the result, or ``None`` for a valid one."""
    missing = tuple(
        criterion.code
        for criterion, points in zip(jury.criteria, review.scores, strict=True)
        if criterion.required and points is None
    )
    answered = _answered(jury, review)
    if missing or answered < ENOUGH_WEIGHT:
        return Invalid(review.juror, review.entry, missing, answered)
    return None


def _answered(jury, review):
    return sum(
        criterion.weight
        for criterion, points in zip(jury.criteria, review.scores, strict=True)
        if points is not None
    )


def _points(jury, review):
    return sum(
        criterion.weight * (points - jury.lowest)
        for criterion, points in zip(jury.criteria, review.scores, strict=True)
        if points is not None
    )
