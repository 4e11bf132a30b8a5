"""The history of a pair in words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.models import Goal, Pair
from mentoring.pair_states import MeetingState, PairState
from network.members.history import history_of

VERBS = {
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
STATES = {**dict(PairState.choices), **dict(MeetingState.choices), **dict(Goal.State.choices)}


@dataclass(frozen=True)
class Told:
    at: datetime
    who: str
    what: object
    before: object
    after: object
    why: str


def history_in_words(pair: Pair, *, most: int = 80) -> list[Told]:
    """Who did what, when and why; the newest first. One query."""
    return [
        Told(
            one.at,
            one.actor.name if one.actor else _("the system"),
            VERBS.get(one.verb, one.verb),
            STATES.get(one.before, ""),
            STATES.get(one.after, ""),
            one.why,
        )
        for one in history_of(pair)[:most]
    ]
