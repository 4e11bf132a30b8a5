"""Which states a round and an application know, which moves are legal, and whose they are.

Pairs have a table of their own. Whether an application is *matched* is not
stored here: it follows from its pair.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.content.moves import Moves, move

APPLICANT = "applicant"
COORDINATOR = "coordinator"


class Phase(TextChoices):
    PREPARING = "preparing", pgettext_lazy("phase of a round", "being prepared")
    MENTOR_CALL = "mentor_call", pgettext_lazy("phase of a round", "call for mentors")
    MENTEE_CALL = "mentee_call", pgettext_lazy("phase of a round", "call for mentees")
    REVIEW = "review", pgettext_lazy("phase of a round", "reading of applications")
    MATCHING = "matching", pgettext_lazy("phase of a round", "matching")
    RUNNING = "running", pgettext_lazy("phase of a round", "pairs at work")
    CLOSED = "closed", pgettext_lazy("phase of a round", "closed")


_P = Phase
PHASE_MOVES = Moves(
    move("open_mentor_call", [_P.PREPARING], _P.MENTOR_CALL, COORDINATOR),
    move("open_mentee_call", [_P.MENTOR_CALL], _P.MENTEE_CALL, COORDINATOR),
    move("begin_review", [_P.MENTEE_CALL], _P.REVIEW, COORDINATOR),
    move("reopen_calls", [_P.REVIEW], _P.MENTEE_CALL, COORDINATOR),
    move("begin_matching", [_P.REVIEW], _P.MATCHING, COORDINATOR),
    move("return_to_review", [_P.MATCHING], _P.REVIEW, COORDINATOR),
    move("start_running", [_P.MATCHING], _P.RUNNING, COORDINATOR),
    move("close", [_P.RUNNING], _P.CLOSED, COORDINATOR),
    move("call_off", [_P.PREPARING, _P.MENTOR_CALL, _P.MENTEE_CALL, _P.REVIEW, _P.MATCHING], _P.CLOSED, COORDINATOR),
)  # fmt: skip

PHASE_VERBS = {
    "open_mentor_call": _("Open the call for mentors"),
    "open_mentee_call": _("Open the call for mentees"),
    "begin_review": _("Close the calls and begin reading"),
    "reopen_calls": _("Open the calls again"),
    "begin_matching": _("Begin matching"),
    "return_to_review": _("Go back to reading"),
    "start_running": _("Start the work of pairs"),
    "close": _("Close the round"),
    "call_off": _("Call the round off"),
}


class Standing(TextChoices):
    """Where an application stands. Mentees and mentors share one table."""

    DRAFT = "draft", pgettext_lazy("state of an application", "draft")
    SUBMITTED = "submitted", pgettext_lazy("state of an application", "sent")
    NEEDS_CHANGES = "needs_changes", pgettext_lazy("state of an application", "waits for your corrections")
    ACCEPTED = "accepted", pgettext_lazy("state of an application", "accepted for matching")
    WAITLISTED = "waitlisted", pgettext_lazy("state of an application", "on the waiting list")
    DECLINED = "declined", pgettext_lazy("state of an application", "declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of an application", "withdrawn")


# The same as the desk says it: what waits for the applicant is, for the coordinator, out of her hands.
FOR_STAFF = {**dict(Standing.choices), Standing.NEEDS_CHANGES.value: _("sent back for changes")}

_S = Standing
APPLICATION_MOVES = Moves(
    move("submit", [_S.DRAFT, _S.SUBMITTED, _S.NEEDS_CHANGES], _S.SUBMITTED, APPLICANT),
    move("withdraw", [_S.SUBMITTED, _S.NEEDS_CHANGES, _S.WAITLISTED, _S.ACCEPTED], _S.WITHDRAWN, APPLICANT),
    move("come_back", [_S.WITHDRAWN], _S.DRAFT, APPLICANT),
    move("accept", [_S.SUBMITTED, _S.WAITLISTED], _S.ACCEPTED, COORDINATOR),
    move("ask_changes", [_S.SUBMITTED, _S.WAITLISTED], _S.NEEDS_CHANGES, COORDINATOR),
    move("waitlist", [_S.SUBMITTED], _S.WAITLISTED, COORDINATOR),
    move("decline", [_S.SUBMITTED, _S.NEEDS_CHANGES, _S.WAITLISTED], _S.DECLINED, COORDINATOR),
    # A mistake of the coordinator's own, taken back before the pairs are published.
    move("reconsider", [_S.ACCEPTED, _S.WAITLISTED, _S.DECLINED], _S.SUBMITTED, COORDINATOR),
)

# What the coordinator has not decided on yet, and what takes no further part.
UNDECIDED = (Standing.SUBMITTED, Standing.NEEDS_CHANGES)
FINISHED = (Standing.DECLINED, Standing.WITHDRAWN)
