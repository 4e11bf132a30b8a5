"""What the jury's URLs are about."""

from uuid import UUID

from network.awards.actions.deciding import propose
from network.awards.actions.judging import close_judging, open_judging
from network.awards.actions.jury import declare
from network.awards.actions.protocols import write_protocol
from network.awards.models import Conflict
from network.awards.states import Phase
from tests.factories import awards
from tests.factories import jury as make


def _code(round):
    return {"code": round.code.lower()}


def round_code(people):
    return _code(awards.award_round(phase=Phase.PREPARING))


def juror(people):
    round = awards.award_round(phase=Phase.PREPARING)
    return {**_code(round), "pk": make.juror(round).pk}


def place(people):
    """The round on whose jury the juror is."""
    round, _entries = make.screened_round(entries=1)
    make.juror(round, user=people["juror"])
    return _code(round)


def _reading(people):
    round, entries = make.screened_round(entries=1)
    rows = [make.juror(round, user=people["juror"]), make.juror(round), make.juror(round)]
    for row in rows:
        make.checked(row)
    open_judging(round=round, by=awards.chair(), at=make.READING)
    return round, entries, rows


def reading(people):
    return {"reference": _reading(people)[1][0].reference}


def reading_place(people):
    return _code(_reading(people)[0])


def reviews(people):
    round, entries, _rows = _reading(people)
    return {**_code(round), "reference": entries[0].reference}


def assignment(people):
    round, entries, rows = _reading(people)
    return {**_code(round), "pk": make.reading_of(rows[1], entries[0]).pk}


def comment(people):
    round, entries, rows = _reading(people)
    return {**_code(round), "pk": make.review(rows[1], entries[0], comment="Слова").pk}


def conflict(people):
    round, entries = make.screened_round(entries=1)
    row = make.juror(round)
    declare(juror=row, entry=entries[0], by=row.user, at=make.CHECKING)
    return {**_code(round), "pk": Conflict.objects.get().pk}


def _deciding():
    head = awards.chair()
    return (*make.deciding_round(chaired_by=head), head)


def deciding_place(people):
    head = awards.chair()
    round, entries = make.screened_round(entries=1)
    rows = [make.juror(round, user=people["juror"]), make.juror(round), make.juror(round)]
    for row in rows:
        make.checked(row)
    open_judging(round=round, by=head, at=make.READING)
    for row in rows:
        make.review(row, entries[0])
    close_judging(round=round, by=head, at=make.MEETING)
    return _code(round)


def deciding(people):
    return _code(_deciding()[0])


def pair(people):
    round, entries, _rows, _head = _deciding()
    return {**_code(round), "first": entries[0].reference, "second": entries[1].reference}


def nomination(people):
    return {**_code(_deciding()[0]), "nomination": "best"}


def decision(people):
    round, _entries, _rows, head = _deciding()
    row = propose(
        round=round,
        nomination=round.nominations.get(code="best"),
        lines={},
        words="",
        by=head,
        at=make.MEETING,
    )
    return {**_code(round), "pk": row.pk}


def protocol(people):
    round, _entries, _rows, head = _deciding()
    write_protocol(
        round=round, held_at=make.MEETING, place="", present=[], discussion="", by=head, at=make.MEETING
    )
    return {**_code(round), "number": 1, "language": "ru"}


def no_file(people):
    return {**reading(people), "uuid": UUID(int=0)}
