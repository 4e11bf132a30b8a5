"""The ranking as one juror may see it."""

from network.awards.models import Entry, Juror, Ranking
from network.awards.queries.ranking import hidden_from, without
from network.awards.states import JUDGED


def ranking_for(juror: Juror) -> list[dict]:
    """Rows of the kept ranking without entries she stepped aside from: no row, no gap, no tie with them."""
    stored = Ranking.objects.filter(round=juror.round).first()
    if stored is None:
        return []
    hidden = hidden_from(juror.round, juror.user)
    entries = {
        entry.reference: entry
        for entry in Entry.objects.filter(round=juror.round, state__in=JUDGED).only(
            "reference", "project_title"
        )
    }
    document = without(
        stored.result, hidden | {row["entry"] for row in stored.result["entries"]} - set(entries)
    )
    return [{**row, "title": entries[row["entry"]].project_title} for row in document["entries"]]
