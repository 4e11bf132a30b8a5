"""Which states a run, a pair and a meeting know, which moves are legal, and whose they are."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mentoring.states import COORDINATOR
from network.content.moves import Moves, move

MENTEE, MENTOR = "mentee", "mentor"
# The worker, a date that came, or what follows by itself from what the two did.
CLOCK = "clock"
BOTH = (MENTEE, MENTOR)


class RunState(TextChoices):
    QUEUED = "queued", pgettext_lazy("state of a run", "waiting")
    RUNNING = "running", pgettext_lazy("state of a run", "computing")
    DRAFT = "draft", pgettext_lazy("state of a run", "draft")
    PUBLISHED = "published", pgettext_lazy("state of a run", "published")
    DISCARDED = "discarded", pgettext_lazy("state of a run", "put aside")
    FAILED = "failed", pgettext_lazy("state of a run", "not computed")


_R = RunState
RUN_MOVES = Moves(
    # A task whose worker was killed is taken over while the run is still computing.
    move("start", [_R.QUEUED, _R.RUNNING], _R.RUNNING, CLOCK),
    move("finish", [_R.RUNNING], _R.DRAFT, CLOCK),
    move("fail", [_R.QUEUED, _R.RUNNING], _R.FAILED, CLOCK),
    move("publish", [_R.DRAFT], _R.PUBLISHED, COORDINATOR),
    move("discard", [_R.QUEUED, _R.DRAFT, _R.FAILED], _R.DISCARDED, COORDINATOR),
)


class PairState(TextChoices):
    OFFERED = "offered", pgettext_lazy("state of a pair", "offered")
    ACCEPTED = "accepted", pgettext_lazy("state of a pair", "both said yes")
    ACTIVE = "active", pgettext_lazy("state of a pair", "at work")
    PAUSED = "paused", pgettext_lazy("state of a pair", "pauses")
    COMPLETED = "completed", pgettext_lazy("state of a pair", "completed")
    ENDED_EARLY = "ended_early", pgettext_lazy("state of a pair", "ended early")
    DECLINED = "declined", pgettext_lazy("state of a pair", "declined")
    EXPIRED = "expired", pgettext_lazy("state of a pair", "not answered in time")
    CALLED_OFF = "called_off", pgettext_lazy("state of a pair", "called off")


_P = PairState
PAIR_MOVES = Moves(
    move("settle", [_P.OFFERED], _P.ACCEPTED, CLOCK),
    move("decline", [_P.OFFERED], _P.DECLINED, *BOTH),
    move("expire", [_P.OFFERED], _P.EXPIRED, CLOCK),
    move("call_off", [_P.OFFERED], _P.CALLED_OFF, COORDINATOR, *BOTH),
    # The agreement of both, or the first meeting held.
    move("begin", [_P.ACCEPTED], _P.ACTIVE, CLOCK),
    move("pause", [_P.ACCEPTED, _P.ACTIVE], _P.PAUSED, COORDINATOR, *BOTH),
    move("go_on", [_P.PAUSED], _P.ACTIVE, COORDINATOR, *BOTH),
    move("end_early", [_P.ACCEPTED, _P.ACTIVE, _P.PAUSED], _P.ENDED_EARLY, COORDINATOR, *BOTH),
    move("complete", [_P.ACTIVE, _P.PAUSED], _P.COMPLETED, COORDINATOR),
)

# The two know of each other and may write to each other.
TOGETHER = (PairState.ACCEPTED, PairState.ACTIVE, PairState.PAUSED)
# Holds one place of the mentor and the one chance of the mentee.
LIVE = (PairState.OFFERED, *TOGETHER)
AFTERWARDS = (PairState.COMPLETED, PairState.ENDED_EARLY)
BACK_ON_THE_DESK = (PairState.DECLINED, PairState.EXPIRED, PairState.CALLED_OFF)


class MeetingState(TextChoices):
    PLANNED = "planned", pgettext_lazy("state of a meeting", "planned")
    HELD = "held", pgettext_lazy("state of a meeting", "took place")
    NOT_HELD = "not_held", pgettext_lazy("state of a meeting", "did not take place")
    CALLED_OFF = "called_off", pgettext_lazy("state of a meeting", "called off")


_M = MeetingState
MEETING_MOVES = Moves(
    move("change", [_M.PLANNED], _M.PLANNED, *BOTH),
    move("call_off", [_M.PLANNED], _M.CALLED_OFF, *BOTH),
    # What was logged may be corrected by either of the two.
    move("log_held", [_M.PLANNED, _M.HELD, _M.NOT_HELD], _M.HELD, *BOTH),
    move("log_missed", [_M.PLANNED, _M.HELD, _M.NOT_HELD], _M.NOT_HELD, *BOTH),
)

PAIR_TONES = {
    PairState.OFFERED: "notice",
    PairState.ACCEPTED: "action",
    PairState.ACTIVE: "success",
    PairState.PAUSED: "notice",
    PairState.COMPLETED: "success",
    PairState.ENDED_EARLY: "",
    PairState.DECLINED: "",
    PairState.EXPIRED: "",
    PairState.CALLED_OFF: "",
}

OFFER_REASONS = (
    ("no-time", _("I have no time now")),
    ("topic", _("the topics do not fit")),
    ("know-each-other", _("we know each other already")),
    ("conflict", _("a conflict of interest")),
    ("languages", _("the language would be hard for me")),
    ("other", _("another reason")),
)
# «Not now» in one click: the mentor keeps her place in the programme, nobody new is proposed for the moment.
NOT_NOW = "not-now"
OFFER_REASON_LABELS = {**dict(OFFER_REASONS), NOT_NOW: _("not now")}
END_REASONS = (
    ("no-time", _("one of us has no time any more")),
    ("no-answer", _("one of us does not answer")),
    ("no-fit", _("we do not fit together")),
    ("goal-reached", _("the goal is reached")),
    ("work-changed", _("work or life has changed")),
    ("left", _("one of us has left the round")),
    ("concern", _("a concern was reported")),
    ("other", _("another reason")),
)
END_REASON_LABELS = dict(END_REASONS)
