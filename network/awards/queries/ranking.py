"""From the reviews that count to the ranking, live or as it was stored."""

from dataclasses import dataclass

from network.awards.answers import canonical
from network.awards.jury_states import ConflictState
from network.awards.models import AwardRound, Conflict, Entry, Juror, Ranking
from network.awards.models.reviews import Review
from network.awards.queries.plans import plan_of, sha256_of
from network.awards.scoring import Ranking as Scored
from network.awards.scoring import parse, score
from network.awards.states import EntryState

RANKED = (EntryState.ADMITTED, EntryState.SHORTLISTED, EntryState.NOT_SHORTLISTED, EntryState.DECIDED)


def counted_reviews(round: AwardRound):
    """Submitted, not unlocked since, not voided by a recusal."""
    return Review.objects.filter(
        assignment__entry__round=round,
        assignment__entry__state__in=RANKED,
        submitted_at__isnull=False,
        unlocked_at__isnull=True,
        voided_at__isnull=True,
    )


def juror_id(pk: int) -> str:
    """How a juror is called in a file that others may check: a number, no name."""
    return f"J{pk}"


def scoring_input(round: AwardRound) -> str:
    """The document the engine reads, canonical: jurors as numbers, entries as references."""
    plan = plan_of(round)
    rows = counted_reviews(round).values_list("assignment__juror", "assignment__entry__reference", "scores")
    return canonical(
        {
            "scale": plan["scale"],
            "min_reviews": plan["min_reviews"],
            "criteria": plan["criteria"],
            "entries": sorted(
                Entry.objects.filter(round=round, state__in=RANKED).values_list("reference", flat=True)
            ),
            "reviews": sorted(
                (
                    {
                        "juror": juror_id(juror),
                        "entry": entry,
                        "scores": {code: (answer or {}).get("score") for code, answer in scores.items()},
                    }
                    for juror, entry, scores in rows
                ),
                key=lambda review: (review["entry"], review["juror"]),
            ),
        }
    )


@dataclass(frozen=True)
class Desk:
    """``stored`` is the last ranking kept; ``is_stale`` when reviews have changed since."""

    scored: Scored
    input: str
    sha256: str
    stored: Ranking | None

    @property
    def is_stale(self) -> bool:
        return self.stored is None or self.stored.input_sha256 != self.sha256


def ranking_now(round: AwardRound) -> Desk:
    text = scoring_input(round)
    stored = Ranking.objects.filter(round=round).first()
    return Desk(score(parse(text)), text, sha256_of(text), stored)


def ranking_stored(ranking: Ranking) -> Scored:
    """Counted again from what went in: every figure of the desk can be asked why."""
    return score(parse(ranking.input))


def juror_names(round: AwardRound) -> dict[str, str]:
    return {juror_id(juror.pk): str(juror) for juror in Juror.objects.filter(round=round)}


def hidden_from(round: AwardRound, user) -> set[str]:
    """References of entries this person stepped aside from, as a juror of the round."""
    return set(
        Conflict.objects.filter(
            entry__round=round, juror__user=user, state=ConflictState.RECUSED
        ).values_list("entry__reference", flat=True)
    )


def without(document: dict, hidden: set[str]) -> dict:
    """The ranking as if the hidden entries had never been entered: no row, no gap in the ranks, no trace in the ties."""
    rows = [row for row in document["entries"] if row["entry"] not in hidden]
    ranks = sorted(row["rank"] for row in rows if row["rank"] is not None)
    new = {rank: 1 + sum(other < rank for other in ranks) for rank in ranks}
    return {
        **document,
        "entries": [
            {
                **row,
                "rank": new.get(row["rank"]),
                "tied_with": [entry for entry in row["tied_with"] if entry not in hidden],
            }
            for row in rows
        ],
        "invalid": [row for row in document["invalid"] if row["entry"] not in hidden],
    }
