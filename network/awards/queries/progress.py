"""How far the jury is: jurors, entries, what is missing. For the secretary and the chair."""

from dataclasses import dataclass, field

from network.awards.jury_states import READABLE, UNDECIDED, AssignmentState, ConflictState, JurorState
from network.awards.models import Assignment, AwardRound, Conflict, Entry, Juror
from network.awards.states import JUDGED

DONE = AssignmentState.SUBMITTED


@dataclass
class JurorRow:
    juror: Juror
    submitted: int = 0
    begun: int = 0
    waiting: int = 0
    declared: int = 0
    recused: int = 0
    unchecked: int = 0

    @property
    def total(self) -> int:
        return self.submitted + self.begun + self.waiting

    @property
    def begun_to(self) -> int:
        return self.submitted + self.begun


def juror_rows(round: AwardRound) -> list[JurorRow]:
    """Everybody asked, those on the jury first, with what each has done: three queries for any number of jurors."""
    rows = {
        juror.pk: JurorRow(juror)
        for juror in Juror.objects.filter(round=round).select_related("user", "invitation")
    }
    for juror, state in Assignment.objects.filter(
        juror__round=round, state__in=READABLE, entry__state__in=JUDGED
    ).values_list("juror", "state"):
        row = rows[juror]
        if state == DONE:
            row.submitted += 1
        elif state in {AssignmentState.DRAFT, AssignmentState.UNLOCKED}:
            row.begun += 1
        else:
            row.waiting += 1
    entries = Entry.objects.filter(round=round, state__in=JUDGED).count()
    answered: dict[int, int] = {}
    for juror, state in Conflict.objects.filter(juror__round=round, entry__state__in=JUDGED).values_list(
        "juror", "state"
    ):
        answered[juror] = answered.get(juror, 0) + 1
        rows[juror].declared += state in UNDECIDED
        rows[juror].recused += state == ConflictState.RECUSED
    order = {JurorState.ACTIVE: 0, JurorState.INVITED: 1, JurorState.DECLINED: 2, JurorState.LEFT: 3}
    for pk, row in rows.items():
        row.unchecked = entries - answered.get(pk, 0) if row.juror.state == JurorState.ACTIVE else 0
    return sorted(rows.values(), key=lambda row: (order[row.juror.state], str(row.juror).casefold()))


@dataclass
class EntryRow:
    """``cells`` are (juror, assignment or None, conflict or None) in the order of the jurors' columns."""

    entry: Entry
    least: int
    submitted: int = 0
    readers: int = 0
    cells: list = field(default_factory=list)

    @property
    def is_short(self) -> bool:
        return self.readers < self.least


def entry_rows(round: AwardRound, jurors: list[Juror]) -> list[EntryRow]:
    """The whole jury on one sheet: an entry a row, a juror a column."""
    given = {
        (one.entry_id, one.juror_id): one
        for one in Assignment.objects.filter(juror__round=round).select_related("juror")
    }
    ties = {(one.entry_id, one.juror_id): one for one in Conflict.objects.filter(juror__round=round)}
    rows = []
    for entry in (
        Entry.objects.filter(round=round, state__in=JUDGED).select_related("nomination").order_by("reference")
    ):
        row = EntryRow(entry, round.min_reviews)
        for juror in jurors:
            assignment = given.get((entry.pk, juror.pk))
            row.cells.append((juror, assignment, ties.get((entry.pk, juror.pk))))
            if assignment and assignment.state in READABLE:
                row.readers += juror.state == JurorState.ACTIVE or assignment.state == DONE
                row.submitted += assignment.state == DONE
        rows.append(row)
    return rows


def missing_by_juror(round: AwardRound) -> list[dict]:
    """Who still has which reviews to submit; references only."""
    rows: dict[int, dict] = {}
    for assignment in (
        Assignment.objects.filter(
            juror__round=round,
            juror__state=JurorState.ACTIVE,
            state__in=READABLE - {DONE},
            entry__state__in=JUDGED,
        )
        .select_related("juror__user", "entry")
        .order_by("juror__name", "entry__reference")
    ):
        row = rows.setdefault(assignment.juror_id, {"juror": str(assignment.juror), "references": []})
        row["references"].append(assignment.entry.reference)
    return list(rows.values())
