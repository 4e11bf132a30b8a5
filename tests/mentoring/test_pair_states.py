"""Every move of runs, pairs and meetings: those of the table lead where it says, every other is refused."""

import pytest

from mentoring.pair_states import MEETING_MOVES, PAIR_MOVES, RUN_MOVES, MeetingState, PairState, RunState
from network.content.moves import IllegalMove

WHO = ("clock", "coordinator", "mentee", "mentor")
TWO = ("mentee", "mentor")
# Verb, source, target, by whom: written out by hand, not read from the tables.
LEGAL = {
    "runs": {
        ("start", "queued", "running", ("clock",)),
        ("start", "running", "running", ("clock",)),
        ("finish", "running", "draft", ("clock",)),
        ("fail", "queued", "failed", ("clock",)),
        ("fail", "running", "failed", ("clock",)),
        ("publish", "draft", "published", ("coordinator",)),
        ("discard", "queued", "discarded", ("coordinator",)),
        ("discard", "draft", "discarded", ("coordinator",)),
        ("discard", "failed", "discarded", ("coordinator",)),
    },
    "pairs": {
        ("settle", "offered", "accepted", ("clock",)),
        ("decline", "offered", "declined", TWO),
        ("expire", "offered", "expired", ("clock",)),
        ("call_off", "offered", "called_off", ("coordinator", *TWO)),
        ("begin", "accepted", "active", ("clock",)),
        ("pause", "accepted", "paused", ("coordinator", *TWO)),
        ("pause", "active", "paused", ("coordinator", *TWO)),
        ("go_on", "paused", "active", ("coordinator", *TWO)),
        ("end_early", "accepted", "ended_early", ("coordinator", *TWO)),
        ("end_early", "active", "ended_early", ("coordinator", *TWO)),
        ("end_early", "paused", "ended_early", ("coordinator", *TWO)),
        ("complete", "active", "completed", ("coordinator",)),
        ("complete", "paused", "completed", ("coordinator",)),
    },
    "meetings": {
        ("change", "planned", "planned", TWO),
        ("call_off", "planned", "called_off", TWO),
        *(("log_held", source, "held", TWO) for source in ("planned", "held", "not_held")),
        *(("log_missed", source, "not_held", TWO) for source in ("planned", "held", "not_held")),
    },
}
TABLES = {
    "runs": (RUN_MOVES, RunState.values),
    "pairs": (PAIR_MOVES, PairState.values),
    "meetings": (MEETING_MOVES, MeetingState.values),
}
CASES = [
    (name, verb, source, by)
    for name, (moves, states) in TABLES.items()
    for verb in moves.verbs
    for source in states
    for by in WHO
]


@pytest.mark.parametrize(("name", "verb", "source", "by"), CASES)
def test_each_move_leads_where_the_table_says_or_is_refused(name, verb, source, by):
    moves, _states = TABLES[name]
    target = next(
        (
            to
            for a_verb, a_source, to, who in LEGAL[name]
            if (a_verb, a_source) == (verb, source) and by in who
        ),
        None,
    )
    if target:
        assert moves.target(verb, source, by=by) == target
    else:
        with pytest.raises(IllegalMove):
            moves.target(verb, source, by=by)
