"""Meetings of a pair: planned, moved, called off, written down. Each change goes to both as a calendar file."""

from datetime import datetime

from django.db import transaction

from mentoring import notices
from mentoring.actions.pairs import begin_work, locked
from mentoring.models import Meeting, Pair
from mentoring.pair_states import BOTH, MEETING_MOVES, MeetingState
from mentoring.rules.pairs import (
    why_not_change_meeting,
    why_not_log_meeting,
    why_not_log_past,
    why_not_plan_meeting,
)
from network.content.refusals import Refused
from network.members.history import record


def locked_meeting(pk: int) -> Meeting:
    pair = locked(Meeting.objects.values_list("pair", flat=True).get(pk=pk))
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=pk)
    meeting.pair = pair
    return meeting


@transaction.atomic
def plan_meeting(
    *, pair: Pair, starts_at: datetime, minutes: int, time_zone: str, place: str = "", by, at: datetime
) -> Meeting:
    pair = locked(pair.pk)
    if sentence := why_not_plan_meeting(pair, starts_at=starts_at, by=by, at=at):
        raise Refused(sentence)
    # A second tap on the button is the same meeting.
    same = pair.meetings.filter(starts_at=starts_at, state=MeetingState.PLANNED).first()
    if same:
        return same
    meeting = Meeting.objects.create(
        pair=pair,
        starts_at=starts_at,
        minutes=minutes,
        time_zone=time_zone,
        place=place,
        planned_by=by,
        planned_at=at,
    )
    record("plan_meeting", pair, by=by, at=at, meeting=meeting.pk, starts_at=starts_at.isoformat())
    for side in BOTH:
        notices.pairs.meeting(meeting, side, "planned", by=by, at=at)
    return meeting


@transaction.atomic
def change_meeting(
    *, meeting: Meeting, starts_at: datetime, minutes: int, time_zone: str, place: str, by, at: datetime
) -> Meeting:
    meeting = locked_meeting(meeting.pk)
    if sentence := why_not_change_meeting(meeting, starts_at=starts_at, by=by, at=at):
        raise Refused(sentence)
    before = meeting.starts_at
    meeting.starts_at, meeting.minutes, meeting.time_zone, meeting.place = (
        starts_at,
        minutes,
        time_zone,
        place,
    )
    meeting.sequence += 1
    meeting.save()
    record(
        "change_meeting", meeting.pair, by=by, at=at, before=before.isoformat(), after=starts_at.isoformat(),
        meeting=meeting.pk,
    )  # fmt: skip
    for side in BOTH:
        notices.pairs.meeting(meeting, side, "changed", by=by, at=at)
    return meeting


@transaction.atomic
def call_off_meeting(*, meeting: Meeting, by, at: datetime) -> Meeting:
    meeting = locked_meeting(meeting.pk)
    if sentence := why_not_change_meeting(meeting, by=by, at=at):
        raise Refused(sentence)
    meeting.state = MEETING_MOVES.target("call_off", meeting.state, by=meeting.pair.side_of(by))
    meeting.sequence += 1
    meeting.save()
    record("call_off_meeting", meeting.pair, by=by, at=at, meeting=meeting.pk)
    for side in BOTH:
        notices.pairs.meeting(meeting, side, "called_off", by=by, at=at)
    return meeting


@transaction.atomic
def log_meeting(*, meeting: Meeting, was_held: bool, note: str = "", by, at: datetime) -> Meeting:
    """Either of the two writes down that it took place and what was agreed; both read it."""
    meeting = locked_meeting(meeting.pk)
    if sentence := why_not_log_meeting(meeting, was_held=was_held, by=by, at=at):
        raise Refused(sentence)
    verb, before = ("log_held" if was_held else "log_missed"), meeting.state
    meeting.state = MEETING_MOVES.target(verb, before, by=meeting.pair.side_of(by))
    meeting.note, meeting.logged_by, meeting.logged_at = note, by, at
    meeting.save()
    record(verb, meeting.pair, by=by, at=at, before=before, after=meeting.state, meeting=meeting.pk)
    if was_held:
        begin_work(meeting.pair, at=at)
    return meeting


@transaction.atomic
def log_past_meeting(
    *, pair: Pair, starts_at: datetime, minutes: int, time_zone: str, note: str = "", by, at: datetime
) -> Meeting:
    """A meeting that took place without having been planned here."""
    pair = locked(pair.pk)
    if sentence := why_not_log_past(pair, starts_at=starts_at, by=by, at=at):
        raise Refused(sentence)
    meeting = Meeting.objects.create(
        pair=pair, starts_at=starts_at, minutes=minutes, time_zone=time_zone, planned_by=by, planned_at=at,
        state=MeetingState.HELD, note=note, logged_by=by, logged_at=at,
    )  # fmt: skip
    record("log_held", pair, by=by, at=at, after=meeting.state, meeting=meeting.pk)
    begin_work(pair, at=at)
    return meeting
