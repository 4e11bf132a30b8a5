"""What goes into the protocol of a meeting."""

from network.awards.jury_states import ConflictState
from network.awards.models import AwardRound, Conflict, Entry, Juror, Ranking


def recusals(round: AwardRound) -> list[dict]:
    """Who stepped aside from what, and whom the chair let read in spite of a tie, with the reason."""
    rows = (
        Conflict.objects.filter(entry__round=round, state__in=[ConflictState.RECUSED, ConflictState.WAIVED])
        .select_related("entry", "juror__user")
        .order_by("entry__reference", "juror__name")
    )
    return [
        {"juror": str(one.juror), "entry": one.entry.reference, "state": one.state, "why": one.why}
        for one in rows
    ]


def table_of(round: AwardRound, ranking: Ranking | None) -> list[dict]:
    if ranking is None:
        return []
    titles = dict(Entry.objects.filter(round=round).values_list("reference", "project_title"))
    return [{**row, "title": titles.get(row["entry"], "")} for row in ranking.result["entries"]]


def decided_lines(decisions) -> list[dict]:
    rows = []
    for decision in decisions.select_related("nomination").prefetch_related("lines__entry"):
        for line in decision.lines.all():
            if line.outcome == "not_awarded" and not line.tie_note:
                continue
            rows.append(
                {
                    "nomination": decision.nomination.code,
                    "entry": line.entry.reference,
                    "title": line.entry.project_title,
                    "outcome": line.outcome,
                    "words": line.jury_words,
                    "tie": line.tie_note,
                    "how": decision.words,
                }
            )
    return rows


def people(round: AwardRound, staff) -> list[tuple[str, str]]:
    """Who may have been present: jurors and staff; a code and a name."""
    jurors = [
        (f"juror-{one.pk}", str(one))
        for one in Juror.objects.active().filter(round=round).select_related("user")
    ]
    return [*jurors, *((f"staff-{user.pk}", str(user)) for user in staff)]
