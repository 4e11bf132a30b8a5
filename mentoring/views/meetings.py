"""Meetings of a pair: the hour-finder, planning, the calendar file, the log."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.actions import meetings as actions
from mentoring.forms.pairs import LogForm, MeetingForm, PastMeetingForm
from mentoring.models import Meeting, other_side
from mentoring.notices.pairs import meeting_file
from mentoring.notices.readers import reader_of
from mentoring.queries.finding import hour_finder
from mentoring.queries.offers import own_pair, zone_words
from mentoring.rules.pairs import why_not_then, why_not_work, why_not_yet
from mentoring.views.working import tried, with_own_pair
from network.content.refusals import Refused
from network.members.queries import reader_zone


def own_meeting(uuid, person) -> Meeting:
    meeting = Meeting.objects.filter(uuid=uuid).select_related("pair").first()
    if meeting is None:
        raise Http404(_("There is no such meeting."))
    meeting.pair = own_pair(meeting.pair.uuid, person)
    return meeting


def with_own_meeting(view):
    @login_required
    @never_cache
    def wrapped(request, uuid):
        return view(request, own_meeting(uuid, request.user))

    return wrapped


def done(request, form, act, sentence: str, **kwargs) -> bool:
    """Do what the form says; a refusal stands beside the day when it is about the day, else above the form."""
    now = timezone.now()
    try:
        act(by=request.user, at=now, **kwargs)
    except Refused as refusal:
        moment = form.cleaned_data.get("starts_at")
        about = [why_not_then(moment, at=now), why_not_yet(moment, at=now)] if moment else []
        form.add_error("day" if str(refusal) in about else None, str(refusal))
        return False
    messages.success(request, sentence)
    return True


def _asked_week(request, today):
    """The Monday of the week asked for; this week's without one or with a broken one."""
    this = today - timedelta(days=today.weekday())
    try:
        asked = datetime.strptime(request.GET.get("week", ""), "%Y-%m-%d").date()
    except ValueError:
        return this
    asked -= timedelta(days=asked.weekday())
    return min(max(asked, this), this + timedelta(weeks=52))


@require_http_methods(["GET", "HEAD", "POST"])
@with_own_pair
def plan(request, pair):
    """Fair hours to choose from, or an hour of one's own."""
    now, zone = timezone.now(), reader_zone(request.user)
    form = MeetingForm(
        request.POST or None, zone=zone, zone_name=zone_words(zone, now), initial=_initial(request, zone)
    )
    if request.method == "POST" and form.is_valid():
        planned = done(
            request, form, actions.plan_meeting, _("The meeting is planned; you both have it by mail, for your calendars."),
            pair=pair, starts_at=form.cleaned_data["starts_at"].astimezone(UTC), minutes=form.cleaned_data["minutes"],
            time_zone=zone, place=form.cleaned_data["place"],
        )  # fmt: skip
        if planned:
            return redirect("mentoring:pair", pair.uuid)
    week, side = _asked_week(request, now.astimezone(ZoneInfo(zone)).date()), pair.side_of(request.user)
    finder = hour_finder(pair, side, zone=zone, monday=week, at=now)
    if not finder.choices and "week" not in request.GET:
        # Late in a week nothing is left of it: the next one is what she came for.
        finder = hour_finder(pair, side, zone=zone, monday=week + timedelta(days=7), at=now)
    return render(
        request,
        "mentoring/pairs/plan.html",
        {
            "pair": pair,
            "round_page": pair.round.page.localized,
            "form": form,
            "why_not": why_not_work(pair, by=request.user),
            "finder": finder,
            "partner": pair.application_of(other_side(side)).profile,
        },
        status=422 if form.errors else 200,
    )


def _initial(request, zone: str) -> dict:
    """The hour she tapped in the finder, as UTC in the address."""
    try:
        chosen = datetime.strptime(request.GET.get("at", ""), "%Y%m%dT%H%MZ").replace(tzinfo=UTC)
    except ValueError:
        return {}
    here = chosen.astimezone(ZoneInfo(zone))
    return {"day": here.date(), "time": time(here.hour, here.minute), "minutes": 60}


@require_http_methods(["GET", "HEAD", "POST"])
@with_own_meeting
def change(request, meeting):
    zone, now = reader_zone(request.user), timezone.now()
    here = meeting.starts_at.astimezone(ZoneInfo(zone))
    initial = {"day": here.date(), "time": here.time(), "minutes": meeting.minutes, "place": meeting.place}
    form = MeetingForm(request.POST or None, zone=zone, zone_name=zone_words(zone, now), initial=initial)
    if request.method == "POST" and form.is_valid():
        changed = done(
            request, form, actions.change_meeting, _("Changed; the new hour has gone to both of you."),
            meeting=meeting, starts_at=form.cleaned_data["starts_at"].astimezone(UTC),
            minutes=form.cleaned_data["minutes"], time_zone=zone, place=form.cleaned_data["place"],
        )  # fmt: skip
        if changed:
            return redirect("mentoring:pair", meeting.pair.uuid)
    return render(
        request, "mentoring/pairs/meeting.html",
        {"pair": meeting.pair, "meeting": meeting, "form": form, "round_page": meeting.pair.round.page.localized},
        status=422 if form.errors else 200,
    )  # fmt: skip


@require_POST
@with_own_meeting
def call_off(request, meeting):
    tried(request, actions.call_off_meeting, _("Called off; your partner has been told."), meeting=meeting)
    return redirect("mentoring:pair", meeting.pair.uuid)


@require_http_methods(["GET", "HEAD", "POST"])
@with_own_meeting
def log(request, meeting):
    was_held = {"held": "yes", "not_held": "no"}.get(meeting.state, "yes")
    form = LogForm(request.POST or None, initial={"was_held": was_held, "note": meeting.note})
    if request.method == "POST" and form.is_valid():
        logged = done(
            request, form, actions.log_meeting, _("Written down for the two of you."),
            meeting=meeting, was_held=form.cleaned_data["was_held"] == "yes", note=form.cleaned_data["note"],
        )  # fmt: skip
        if logged:
            return redirect("mentoring:pair", meeting.pair.uuid)
    return render(
        request, "mentoring/pairs/log.html",
        {"pair": meeting.pair, "meeting": meeting, "form": form, "round_page": meeting.pair.round.page.localized},
        status=422 if form.errors else 200,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@with_own_pair
def past(request, pair):
    """A meeting that took place without having been planned here."""
    zone, now = reader_zone(request.user), timezone.now()
    form = PastMeetingForm(request.POST or None, zone=zone, zone_name=zone_words(zone, now))
    if request.method == "POST" and form.is_valid():
        logged = done(
            request, form, actions.log_past_meeting, _("Written down for the two of you."),
            pair=pair, starts_at=form.cleaned_data["starts_at"].astimezone(UTC), minutes=form.cleaned_data["minutes"],
            time_zone=zone, note=form.cleaned_data["note"],
        )  # fmt: skip
        if logged:
            return redirect("mentoring:pair", pair.uuid)
    return render(
        request,
        "mentoring/pairs/past.html",
        {"pair": pair, "form": form, "round_page": pair.round.page.localized},
        status=422 if form.errors else 200,
    )


@require_safe
@with_own_meeting
def calendar(request, meeting):
    """The file for her calendar, by her own clock."""
    side = meeting.pair.side_of(request.user)
    body = meeting_file(meeting, side, reader_of(meeting.pair.application_of(side)), at=timezone.now())
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return response
