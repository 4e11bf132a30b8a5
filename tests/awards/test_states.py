"""Every move that is not in the table is refused; every state can be reached."""

import itertools

import pytest

from network.awards.actions.moving import move_entry, move_round
from network.awards.models import Entry
from network.awards.states import ENTRY_MOVES, PHASE_MOVES, EntryState, Outcome, Phase
from network.content.moves import IllegalMove
from tests.factories import awards as make

WHOSE = ("author", "secretary", "chair", "clock")


def moves(table):
    return {(one.verb, source, by) for one in table for source in one.sources for by in one.by}


@pytest.mark.parametrize(("table", "states"), [(PHASE_MOVES, Phase), (ENTRY_MOVES, EntryState)])
def test_only_the_moves_of_the_table_are_allowed(table, states):
    legal = moves(table)

    for verb, source, by in itertools.product(table.verbs, states, WHOSE):
        assert table.allows(verb, source, by=by) == ((verb, source, by) in legal)


@pytest.mark.parametrize(
    ("table", "states", "first"), [(PHASE_MOVES, Phase, "preparing"), (ENTRY_MOVES, EntryState, "draft")]
)
def test_every_state_can_be_reached(table, states, first):
    reached = {first}
    for _step in states:
        reached |= {one.target for one in table if reached & set(one.sources)}

    assert reached == set(states)


def test_what_ends_an_entry_leads_nowhere_but_to_the_purge():
    for state in (EntryState.WITHDRAWN, EntryState.DECIDED, EntryState.DISQUALIFIED):
        assert [one.verb for one in ENTRY_MOVES if state in one.sources] == ["purge"]


@pytest.mark.django_db
def test_the_door_writes_nothing_for_an_illegal_move():
    entry = make.draft()

    with pytest.raises(IllegalMove):
        move_entry(entry, "admit", whose="secretary", by=None, at=make.DURING)
    with pytest.raises(IllegalMove):
        move_round(entry.round, "release", whose="secretary", by=None, at=make.DURING)

    entry.refresh_from_db()
    entry.round.refresh_from_db()
    assert (entry.state, entry.round.phase) == (EntryState.DRAFT, Phase.CALLED)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "unheard-of"},
        {"state": EntryState.DECIDED},
        {"outcome": Outcome.LAUREATE},
        {"current_snapshot": None},
        {"state": EntryState.WITHDRAWN},
    ],
)
def test_the_database_refuses_rows_that_cannot_be(wrong):
    from django.db import IntegrityError, transaction

    entry = make.sent()

    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(**wrong)
