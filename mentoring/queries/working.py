"""What a pair has done and what comes next."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from mentoring.dates import said
from mentoring.hours import burden
from mentoring.models import Goal, Meeting, Pair
from mentoring.pair_states import MeetingState

MEETING_TONES = {
    MeetingState.PLANNED: "action",
    MeetingState.HELD: "success",
    MeetingState.NOT_HELD: "",
    MeetingState.CALLED_OFF: "",
}


@dataclass(frozen=True)
class MeetingRow:
    meeting: Meeting
    own_time: str
    tone: str
    is_past: bool


def meetings_of(pair: Pair, *, zone: str, at: datetime) -> list[MeetingRow]:
    """Coming meetings first, the next on top; then those before, the last on top."""
    rows = [
        MeetingRow(one, said(one.starts_at, zone), MEETING_TONES[one.state], one.starts_at <= at)
        for one in pair.meetings.all()
        if one.state != MeetingState.CALLED_OFF
    ]
    coming = [row for row in rows if not row.is_past]
    return coming + [row for row in reversed(rows) if row.is_past]


def goals_of(pair: Pair) -> list[Goal]:
    return list(pair.goals.all())


@dataclass(frozen=True)
class Step:
    title: str
    text: str
    is_done: bool
    url: str = ""


def first_steps(pair: Pair, side: str, meetings: list[MeetingRow]) -> list[Step]:
    """«Your first meeting»: what there is to do, in order; empty once the pair has met."""
    if any(row.meeting.state == MeetingState.HELD for row in meetings) or not pair.is_together:
        return []
    from django.urls import reverse

    write = (
        _("You write first, within seven days: two lines on who you are and when you could talk.")
        if side == "mentee"
        else _(
            "Your mentee writes first, within seven days. If nothing comes, write yourself: shyness is no unwillingness."
        )
    )
    return [
        Step(_("Write to each other"), write, False),
        Step(
            _("Choose an hour"),
            _("The hour-finder shows when both of you are free and whose turn it is to get up early."),
            bool(meetings),
            reverse("mentoring:plan_meeting", args=[pair.uuid]),
        ),
        Step(
            _("Confirm the agreement"),
            _("Read it, each alone, and confirm it. Talk about what is unclear at the first meeting."),
            pair.signatures.filter(side=side).exists(),
            reverse("mentoring:agreement", args=[pair.uuid]),
        ),
        Step(
            _("Meet for the first time"),
            _(
                "Fifteen minutes to get to know each other; fifteen for the question; fifteen for one or two goals; "
                "the rest for when you meet again and how you write to each other in between."
            ),
            False,
        ),
        Step(
            _("Write down what you agreed on"), _("Three lines are enough. It is for the two of you."), False
        ),
    ]


def borne(pair: Pair) -> tuple[int, int]:
    """How hard the hours of planned and held meetings were so far: the mentee's sum, the mentor's."""
    zones = [one.time_zone if one else "UTC" for one in (pair.mentee.profile, pair.mentor.profile)]
    counted = pair.meetings.filter(state__in=[MeetingState.PLANNED, MeetingState.HELD])
    sums = [0, 0]
    for one in counted:
        for at, zone in enumerate(zones):
            sums[at] += burden(one.starts_at, one.minutes, zone)
    return sums[0], sums[1]
