"""What the two of a pair may do, and what the coordinator may."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from mentoring.models import Concern, Goal, Meeting, Pair
from mentoring.pair_states import END_REASONS, MEETING_MOVES, PAIR_MOVES, PairState
from mentoring.rules.rounds import is_coordinator
from mentoring.states import COORDINATOR

MOST_GOALS = 5
LONGEST_PAUSE = timedelta(weeks=8)
FARTHEST = timedelta(days=366)
REASONS = {code for code, _label in END_REASONS}


def whose(pair: Pair, by) -> str | None:
    """In whose name somebody acts on a pair: mentee, mentor, coordinator, or nobody's."""
    return pair.side_of(by) or (COORDINATOR if is_coordinator(by) else None)


def why_not_work(pair: Pair, *, by) -> str | None:
    if pair.side_of(by) is None:
        return _("This is not your pair.")
    if not pair.is_together:
        return _("This pair no longer works together, so nothing in it can be changed.")
    return None


def why_not_sign(pair: Pair, *, by, at: datetime) -> str | None:
    if sentence := why_not_work(pair, by=by):
        return sentence
    if not pair.round.page.agreement:
        return _("The coordinator has not written the agreement yet.")
    if pair.signatures.filter(side=pair.side_of(by)).exists():
        return _("You have confirmed the agreement already.")
    return None


def why_not_add_goal(pair: Pair, *, by, at: datetime) -> str | None:
    if sentence := why_not_work(pair, by=by):
        return sentence
    if pair.goals.exclude(state=Goal.State.DROPPED).count() >= MOST_GOALS:
        return _("Five goals are enough for one round. Reach one or let one go first.")
    return None


def why_not_change_goal(goal: Goal, *, state: str, by, at: datetime) -> str | None:
    if sentence := why_not_work(goal.pair, by=by):
        return sentence
    if state not in Goal.State.values:
        return _("Please choose a state.")
    return None


def why_not_plan_meeting(pair: Pair, *, starts_at: datetime, by, at: datetime) -> str | None:
    if sentence := why_not_work(pair, by=by):
        return sentence
    return why_not_then(starts_at, at=at)


def why_not_then(starts_at: datetime, *, at: datetime) -> str | None:
    """Why no meeting is planned for this moment."""
    if starts_at <= at:
        return _("This moment has passed. Choose a later one.")
    if starts_at > at + FARTHEST:
        return _("This is more than a year away. Is the year right?")
    return None


def why_not_change_meeting(
    meeting: Meeting, *, starts_at: datetime | None = None, by, at: datetime
) -> str | None:
    verb = "change" if starts_at else "call_off"
    if sentence := _why_not_move(meeting, verb, by=by):
        return sentence
    return why_not_then(starts_at, at=at) if starts_at and starts_at != meeting.starts_at else None


def why_not_log_meeting(meeting: Meeting, *, was_held: bool, by, at: datetime) -> str | None:
    if sentence := _why_not_move(meeting, "log_held" if was_held else "log_missed", by=by):
        return sentence
    return why_not_yet(meeting.starts_at, at=at)


def why_not_log_past(pair: Pair, *, starts_at: datetime, by, at: datetime) -> str | None:
    return why_not_work(pair, by=by) or why_not_yet(starts_at, at=at)


def why_not_yet(starts_at: datetime, *, at: datetime) -> str | None:
    """Why this meeting is not written down."""
    if starts_at > at:
        return _("This meeting is still to come. Write down what you agreed on after it.")
    return None


def _why_not_move(meeting: Meeting, verb: str, *, by) -> str | None:
    if sentence := why_not_work(meeting.pair, by=by):
        return sentence
    if not MEETING_MOVES.allows(verb, meeting.state, by=meeting.pair.side_of(by)):
        return _("This meeting can no longer be changed.")
    return None


def why_not_pause(pair: Pair, *, until: date, by, at: datetime) -> str | None:
    who = whose(pair, by)
    if who is None:
        return _("This is not your pair.")
    if not PAIR_MOVES.allows("pause", pair.state, by=who):
        return _("This pair does not work together now.")
    if not at.date() < until <= at.date() + LONGEST_PAUSE:
        return _("A pause lasts from a day to eight weeks. For longer, end the pair: nobody is blamed.")
    return None


def why_not_go_on(pair: Pair, *, by, at: datetime) -> str | None:
    who = whose(pair, by)
    if who is None or not PAIR_MOVES.allows("go_on", pair.state, by=who):
        return _("This pair does not pause.")
    return None


def why_not_end_early(pair: Pair, *, reason: str, by, at: datetime) -> str | None:
    who = whose(pair, by)
    if who is None:
        return _("This is not your pair.")
    if not PAIR_MOVES.allows("end_early", pair.state, by=who):
        return _("This pair does not work together any more.")
    if reason not in REASONS:
        return _("Please choose a reason.")
    return None


def why_not_complete(pair: Pair, *, by, at: datetime) -> str | None:
    if not is_coordinator(by):
        return _("Only a coordinator completes a pair.")
    if not PAIR_MOVES.allows("complete", pair.state, by=COORDINATOR):
        return _("Only a pair that has begun to work can be completed.")
    return None


def why_not_report_concern(pair: Pair, *, by, at: datetime) -> str | None:
    if pair.side_of(by) is None:
        return _("This is not your pair.")
    if not pair.settled_at and pair.state != PairState.OFFERED:
        return _("Nothing came of this offer. Write to the coordinator directly.")
    return None


def why_not_close_concern(concern: Concern, *, by, at: datetime) -> str | None:
    if not is_coordinator(by):
        return _("Only a coordinator closes a concern.")
    if concern.closed_at:
        return _("This concern is closed already.")
    return None


def why_not_note(pair: Pair, *, by, at: datetime) -> str | None:
    return None if is_coordinator(by) else _("Only a coordinator writes notes.")
