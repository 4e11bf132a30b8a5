"""Giving entries to jurors and taking them away."""

from datetime import datetime

from django.db import transaction

from network.awards.actions.moving import lock_round
from network.awards.assigning import Reader, ToRead, reading_order, share_out
from network.awards.jury_states import (
    ASSIGNMENT_MOVES,
    FREE,
    READABLE,
    AssignmentState,
)
from network.awards.models import Assignment, AwardRound, Conflict, Entry, Juror
from network.awards.models.reviews import Review
from network.awards.notices import jurors as notices
from network.awards.rules import jury as rules
from network.awards.states import CHAIR, JUDGED, SECRETARY
from network.content.refusals import Refused
from network.members.history import record


def share(*, round: AwardRound, by, at: datetime) -> int:
    """Give out what is still to be given; running it again gives nothing twice. Inside somebody's transaction."""
    jurors = list(Juror.objects.active().filter(round=round))
    entries = list(
        Entry.objects.filter(round=round, state__in=JUDGED).only("pk", "reference", "language", "round_id")
    )
    by_pk = {juror.pk: juror for juror in jurors}
    free = set(
        Conflict.objects.filter(juror__in=jurors, state__in=FREE).values_list("entry__reference", "juror")
    )
    given = list(
        Assignment.objects.filter(juror__in=jurors).values_list("entry__reference", "juror", "state")
    )
    kept = {(entry, juror) for entry, juror, state in given if state in READABLE}
    gone = {(entry, juror) for entry, juror, state in given if state not in READABLE}
    barred = {
        (entry.reference, juror)
        for entry in entries
        for juror in by_pk
        if (entry.reference, juror) not in free
    } | gone
    shared = share_out(
        [ToRead(entry.reference, frozenset({entry.language})) for entry in entries],
        [Reader(str(juror.pk), frozenset(juror.languages), juror.max_load) for juror in jurors],
        may_not={(entry, str(juror)) for entry, juror in barred - kept},
        already={(entry, str(juror)) for entry, juror in kept},
        least=round.min_reviews,
        seed=round.code,
    )
    pks = {entry.reference: entry.pk for entry in entries}
    Assignment.objects.bulk_create(
        Assignment(
            entry_id=pks[one.entry],
            juror_id=int(one.juror),
            basis=one.basis,
            assigned_by=by,
            assigned_at=at,
        )
        for one in shared.given
    )
    _put_in_order(round, jurors)
    for juror in jurors:
        number = sum(one.juror == str(juror.pk) for one in shared.given)
        if number:
            record("awards.assign", juror, by=by, at=at, after=str(number))
            notices.assigned(juror, number, at=at)
    return len(shared.given)


def _put_in_order(round: AwardRound, jurors: list[Juror]) -> None:
    """Each juror reads in an order of her own."""
    changed = []
    for juror in jurors:
        rows = {row.entry.reference: row for row in juror.assignments.select_related("entry")}
        for place, reference in enumerate(
            reading_order(list(rows), juror.email or str(juror.pk), seed=round.code), 1
        ):
            if rows[reference].order != place:
                rows[reference].order = place
                changed.append(rows[reference])
    Assignment.objects.bulk_update(changed, ["order"], batch_size=500)


@transaction.atomic
def share_again(*, round: AwardRound, by, at: datetime) -> int:
    """For jurors who came later and entries that still lack readers."""
    round = lock_round(round)
    if sentence := rules.why_not_share(round, by=by, at=at):
        raise Refused(sentence)
    return share(round=round, by=by, at=at)


@transaction.atomic
def assign(*, entry: Entry, juror: Juror, basis: str = Assignment.Basis.HAND, by, at: datetime) -> Assignment:
    """One reading, by hand or as a substitute."""
    lock_round(entry.round)
    juror = Juror.objects.select_for_update(of=("self",)).get(pk=juror.pk)
    if sentence := rules.why_not_assign(entry, juror, by=by, at=at):
        raise Refused(sentence)
    row = Assignment.objects.filter(entry=entry, juror=juror).first()
    if row:
        row.state = ASSIGNMENT_MOVES.target("assign_again", row.state, by=SECRETARY)
        row.ended_at, row.assigned_at, row.assigned_by, row.basis = None, at, by, basis
        row.save()
    else:
        row = Assignment.objects.create(
            entry=entry, juror=juror, basis=basis, assigned_by=by, assigned_at=at,
            order=juror.assignments.count() + 1,
        )  # fmt: skip
    record("awards.assign_entry", entry, by=by, at=at, after=basis, juror=juror.pk)
    notices.assigned(juror, 1, at=at)
    return row


@transaction.atomic
def take_back(*, assignment: Assignment, by, at: datetime) -> Assignment:
    """Nobody has opened it yet: it goes to somebody else."""
    assignment = (
        Assignment.objects.select_for_update(of=("self",))
        .select_related("entry__round")
        .get(pk=assignment.pk)
    )
    if sentence := rules.why_not_take_back_assignment(assignment, by=by, at=at):
        raise Refused(sentence)
    _end(assignment, "take_back", by=by, at=at)
    return assignment


def take_away(conflict: Conflict, *, by, at: datetime) -> None:
    """She stepped aside: the entry is gone from her screens; what she scored is kept and no longer counts."""
    assignment = (
        Assignment.objects.select_for_update(of=("self",))
        .select_related("entry")
        .filter(entry=conflict.entry, juror=conflict.juror)
        .first()
    )
    if assignment is None or assignment.state == AssignmentState.RECUSED:
        return
    Review.objects.filter(assignment=assignment, voided_at__isnull=True).update(voided_at=at)
    if assignment.state == AssignmentState.TAKEN_BACK:
        return
    _end(assignment, "recuse", by=by, at=at)
    notices.below_minimum(conflict.entry, at=at)


def _end(assignment: Assignment, verb: str, *, by, at: datetime) -> None:
    before = assignment.state
    assignment.state = ASSIGNMENT_MOVES.target(verb, before, by=CHAIR)
    assignment.ended_at = at
    assignment.save()
    record(
        f"awards.{verb}_assignment", assignment.entry, by=by, at=at, before=before, after=assignment.state,
        juror=assignment.juror_id,
    )  # fmt: skip
