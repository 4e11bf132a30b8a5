"""Every move of rounds and applications: those of the table lead where it says, every other is refused."""

import pytest

from mentoring.states import APPLICATION_MOVES, PHASE_MOVES, Phase, Standing
from network.content.moves import IllegalMove

TABLES = {
    "phases": (PHASE_MOVES, Phase.values, ("coordinator", "applicant")),
    "applications": (APPLICATION_MOVES, Standing.values, ("coordinator", "applicant")),
}
CASES = [
    (name, verb, source, by)
    for name, (moves, states, people) in TABLES.items()
    for verb in moves.verbs
    for source in states
    for by in people
]
LEGAL = {
    "phases": {
        ("open_mentor_call", "preparing"): "mentor_call",
        ("open_mentee_call", "mentor_call"): "mentee_call",
        ("begin_review", "mentee_call"): "review",
        ("reopen_calls", "review"): "mentee_call",
        ("begin_matching", "review"): "matching",
        ("return_to_review", "matching"): "review",
        ("start_running", "matching"): "running",
        ("close", "running"): "closed",
        **{
            ("call_off", source): "closed"
            for source in ("preparing", "mentor_call", "mentee_call", "review", "matching")
        },
    },
    "applications": {
        **{("submit", source): "submitted" for source in ("draft", "submitted", "needs_changes")},
        **{
            ("withdraw", source): "withdrawn"
            for source in ("submitted", "needs_changes", "waitlisted", "accepted")
        },
        ("come_back", "withdrawn"): "draft",
        **{("accept", source): "accepted" for source in ("submitted", "waitlisted")},
        **{("ask_changes", source): "needs_changes" for source in ("submitted", "waitlisted")},
        ("waitlist", "submitted"): "waitlisted",
        **{("decline", source): "declined" for source in ("submitted", "needs_changes", "waitlisted")},
        **{("reconsider", source): "submitted" for source in ("accepted", "waitlisted", "declined")},
    },
}
HERS = {"submit", "withdraw", "come_back"}


@pytest.mark.parametrize(("name", "verb", "source", "by"), CASES)
def test_moves(name, verb, source, by):
    moves, _states, _people = TABLES[name]
    target = LEGAL[name].get((verb, source))
    right = "applicant" if verb in HERS else "coordinator"

    if target and by == right:
        assert moves.target(verb, source, by=by) == target
    else:
        with pytest.raises(IllegalMove):
            moves.target(verb, source, by=by)


def test_an_unknown_verb_is_refused():
    with pytest.raises(IllegalMove):
        APPLICATION_MOVES.target("eat", "draft", by="applicant")


def test_a_table_names_each_verb_once():
    from network.content.moves import Moves, move

    with pytest.raises(ValueError, match="twice"):
        Moves(move("go", ["a"], "b", "x"), move("go", ["b"], "c", "x"))
