"""Every move of the jury's states that is not in the tables is refused."""

from itertools import product

import pytest

from network.awards.jury_states import (
    ASSIGNMENT_MOVES,
    CONFLICT_MOVES,
    DECISION_MOVES,
    FREE,
    JUROR,
    JUROR_MOVES,
    READABLE,
    SYSTEM,
    UNDECIDED,
    WRITABLE_REVIEW,
    AssignmentState,
    ConflictState,
    DecisionState,
    JurorState,
)
from network.awards.states import CHAIR, CLOCK, SECRETARY
from network.content.moves import IllegalMove

TABLES = [
    (JUROR_MOVES, JurorState),
    (CONFLICT_MOVES, ConflictState),
    (ASSIGNMENT_MOVES, AssignmentState),
    (DECISION_MOVES, DecisionState),
]
WHO = (JUROR, SYSTEM, SECRETARY, CHAIR, CLOCK)


def cases():
    for moves, states in TABLES:
        for verb, source, by in product((*moves.verbs, "conjure"), states.values, WHO):
            yield moves, verb, source, by


@pytest.mark.parametrize(("moves", "verb", "source", "by"), list(cases()))
def test_only_what_the_table_names_is_allowed(moves, verb, source, by):
    listed = [one for one in moves if one.verb == verb and source in one.sources and by in one.by]
    if listed:
        assert moves.target(verb, source, by=by) == listed[0].target
    else:
        with pytest.raises(IllegalMove):
            moves.target(verb, source, by=by)


@pytest.mark.parametrize(("moves", "states"), TABLES)
def test_tables_name_only_states_that_exist(moves, states):
    named = {state for one in moves for state in (*one.sources, one.target)}
    assert named <= set(states.values)


def test_nobody_comes_back_from_stepping_aside():
    assert [one.verb for one in CONFLICT_MOVES if ConflictState.RECUSED in one.sources] == []
    assert [one.verb for one in ASSIGNMENT_MOVES if AssignmentState.RECUSED in one.sources] == []


def test_only_the_chair_lets_a_juror_with_a_tie_read():
    assert [sorted(one.by) for one in CONFLICT_MOVES if one.target == ConflictState.WAIVED] == [[CHAIR]]


def test_the_sets_of_states():
    assert sorted(FREE) == ["clear", "waived"]
    assert sorted(UNDECIDED) == ["declared", "found"]
    assert sorted(READABLE) == ["assigned", "draft", "opened", "submitted", "unlocked"]
    assert sorted(WRITABLE_REVIEW) == ["assigned", "draft", "opened", "unlocked"]
