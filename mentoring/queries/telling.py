"""The history of a pair and of an application in words."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.dates import said_day
from mentoring.models import Application, Goal, Pair
from mentoring.pair_states import MeetingState, PairState
from mentoring.states import FOR_STAFF
from mentoring.vocabularies import DECLINE_REASONS
from network.members.history import history_of

PAIR_VERBS = {
    "offer_pair": gettext_lazy("offered"),
    "accept_offer": gettext_lazy("said yes"),
    "settle": gettext_lazy("both said yes"),
    "decline_offer": gettext_lazy("declined"),
    "expire": gettext_lazy("lapsed without an answer"),
    "call_off": gettext_lazy("came to nothing: one left the round"),
    "call_off_offer": gettext_lazy("took the offer back"),
    "give_more_time": gettext_lazy("gave more time"),
    "sign_agreement": gettext_lazy("confirmed the agreement"),
    "begin": gettext_lazy("began to work"),
    "add_goal": gettext_lazy("wrote a goal"),
    "change_goal": gettext_lazy("changed a goal"),
    "plan_meeting": gettext_lazy("planned a meeting"),
    "change_meeting": gettext_lazy("changed a meeting"),
    "call_off_meeting": gettext_lazy("called a meeting off"),
    "log_held": gettext_lazy("logged a meeting that took place"),
    "log_missed": gettext_lazy("logged a meeting that did not take place"),
    "pause": gettext_lazy("paused"),
    "go_on": gettext_lazy("went on"),
    "end_early": gettext_lazy("ended early"),
    "ask_for_another": gettext_lazy("asked for another partner"),
    "complete": gettext_lazy("completed"),
    "write_note": gettext_lazy("wrote a private note"),
    "mark_seen": gettext_lazy("dealt with it"),
}
APPLICATION_VERBS = {
    "begin_application": gettext_lazy("began the application"),
    "enter_application": gettext_lazy("began the application for her"),
    "enter_answers": gettext_lazy("filled in answers for her"),
    "invite": gettext_lazy("sent the invitation"),
    "take_over": gettext_lazy("took the application over"),
    "give_way": gettext_lazy("kept her own application; the one begun for her gave way"),
    "renew": gettext_lazy("asked to mentor again"),
    "submit_application": gettext_lazy("sent the application"),
    "withdraw_application": gettext_lazy("withdrew"),
    "come_back": gettext_lazy("came back"),
    "discard_draft": gettext_lazy("threw the draft away"),
    "erase_application": gettext_lazy("erased the answers"),
    "attach_cv": gettext_lazy("added a CV"),
    "remove_cv": gettext_lazy("took the CV away"),
    "change_places": gettext_lazy("changed the number of places"),
    "pause_mentor": gettext_lazy("pauses until"),
    "add_note": gettext_lazy("wrote a private note"),
    "say_free_time": gettext_lazy("said when they are free"),
    "set_tier": gettext_lazy("changed who is served first"),
    "serve_first": gettext_lazy("served before others from now on"),
    "add_avoidance": gettext_lazy("named somebody not to be paired with"),
    "remove_avoidance": gettext_lazy("took back whom not to pair with"),
    "write_to": gettext_lazy("wrote a letter"),
    "accept": gettext_lazy("accepted for matching"),
    "waitlist": gettext_lazy("put on the waiting list"),
    "ask_changes": gettext_lazy("asked for corrections"),
    "decline": gettext_lazy("declined"),
    "reconsider": gettext_lazy("taken back for another reading"),
    "lock": gettext_lazy("held together with"),
    "forbid": gettext_lazy("kept apart from"),
    "lift_lock": gettext_lazy("no longer held together with"),
    "lift_forbid": gettext_lazy("no longer kept apart from"),
}
# Of lists, runs and concerns: read in everybody's own data and in the register of changes.
OTHER_VERBS = {
    "invite": gettext_lazy("invited"),
    "list_mentor": gettext_lazy("agreed to be listed as a mentor"),
    "unlist_mentor": gettext_lazy("left the list of mentors"),
    "report_concern": gettext_lazy("reported a concern"),
    "close_concern": gettext_lazy("closed a concern"),
    "make_run": gettext_lazy("began a run of the matching"),
    "finish_run": gettext_lazy("a run of the matching was ready"),
    "fail_run": gettext_lazy("a run of the matching failed"),
    "discard_run": gettext_lazy("put a run of the matching aside"),
    "write_to_mentors": gettext_lazy("wrote to mentors"),
}
PAIR_STATES = {**dict(PairState.choices), **dict(MeetingState.choices), **dict(Goal.State.choices)}
REASONS = dict(DECLINE_REASONS)


@dataclass(frozen=True)
class Told:
    """Who did what, and what it changed; nothing is said to have changed into what it was."""

    at: datetime
    who: str
    what: object
    before: object
    after: object
    why: object
    with_whom: str = ""


def history_in_words(pair: Pair, *, most: int = 80) -> list[Told]:
    """Who did what, when and why; the newest first. One query."""
    return [_told(one, PAIR_VERBS, PAIR_STATES) for one in history_of(pair)[:most]]


def application_in_words(application: Application, *, most: int = 50) -> list[Told]:
    """The same for an application, as its coordinator reads it. One query."""
    return [_told(one, APPLICATION_VERBS, FOR_STAFF) for one in history_of(application)[:most]]


def _told(one, verbs: dict, states: dict) -> Told:
    before, after = _said(one.before, states), _said(one.after, states)
    if one.before == one.after or (one.after in states and not one.before):
        before = after = ""
    return Told(
        one.at,
        one.actor.name if one.actor else _("the system"),
        verbs.get(one.verb, one.verb),
        before,
        after,
        REASONS.get(one.why, one.why),
        one.details.get("mentor", ""),
    )


def _said(value: str, states: dict):
    """A state by its label, a number as it is, a day or moment as people write days."""
    if value in states or value.isdigit():
        return states.get(value, value)
    try:
        return said_day(date.fromisoformat(value[:10]))
    except ValueError:
        return ""
