"""What an entrant is told of her entry's scores: by criterion, without jurors' names."""

from decimal import ROUND_HALF_UP, Decimal

from network.awards.models import AwardRound
from network.awards.queries.ranking import counted_reviews
from network.awards.scoring import Jury, Ranking, criterion_means

# Which part of the field a result lies in, told without a place: nobody is last here.
BANDS = ((Decimal(25), "upper"), (Decimal(60), "middle"))


def feedback_of(round: AwardRound, jury: Jury, scored: Ranking) -> dict[str, dict]:
    """For every entry: means by criterion on the jury's scale, band among the decided, comments in no telling order."""
    means = criterion_means(jury)
    decided = [row for row in scored.entries if row.decided]
    comments: dict[str, list[str]] = {}
    rows = (
        counted_reviews(round)
        .exclude(comment="")
        .filter(comment_withheld=False)
        .values_list("assignment__entry__reference", "comment")
    )
    for reference, comment in rows:
        comments.setdefault(reference, []).append(comment)
    return {
        row.entry: {
            "reviews": row.reviews,
            "criteria": {
                one.code: _tenth(one.mean) for one in means[row.entry].criteria if one.mean is not None
            },
            "band": _band(row, decided),
            # By their first letters: the order tells nothing of who wrote which.
            "comments": sorted(comments.get(row.entry, ())),
        }
        for row in scored.entries
    }


def _tenth(mean: Decimal) -> str:
    return str(mean.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))


def _band(row, decided) -> str:
    if not row.decided:
        return ""
    share = Decimal(100) * row.rank / len(decided)
    return next((band for limit, band in BANDS if share <= limit), "rest")
