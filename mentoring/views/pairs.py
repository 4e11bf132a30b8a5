"""The page of a pair, for the two."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mentoring.dates import said_day
from mentoring.forms.pairs import GoalForm
from mentoring.models import other_side
from mentoring.pair_states import PAIR_MOVES, PAIR_TONES, MeetingState
from mentoring.queries.offers import (
    contact_of,
    free_lines,
    is_email,
    own_pair,
    profile_lines,
    pronoun_of,
    reasons,
)
from mentoring.queries.working import first_steps, goals_of, meetings_of
from mentoring.rules.pairs import why_not_add_goal, why_not_sign
from network.members.queries import reader_zone


@login_required
@require_safe
@never_cache
def pair(request, uuid):
    pair = own_pair(uuid, request.user)
    if not pair.settled_at:
        return redirect("mentoring:offer", uuid)
    side, now, zone = pair.side_of(request.user), timezone.now(), reader_zone(request.user)
    other = pair.application_of(other_side(side))
    page = pair.round.page.localized
    # An address is for those who work together; afterwards it is no longer handed out.
    contact = contact_of(other) if pair.is_together else ""
    meetings = meetings_of(pair, zone=zone, at=now)
    return render(
        request,
        "mentoring/pairs/pair.html",
        {
            "pair": pair,
            "round_page": page,
            "side": side,
            "is_mentor": side == "mentor",
            "tone": PAIR_TONES[pair.state],
            "partner": other.profile,
            "pronoun": pronoun_of(other),
            "contact": contact,
            "contact_is_email": is_email(contact),
            "lines": profile_lines(other.profile, other.side, named=True),
            "free": free_lines(other.profile, zone=zone, week_of=now.date()),
            "reasons": reasons(pair),
            "meetings": meetings,
            "held": sum(row.meeting.state == MeetingState.HELD for row in meetings),
            "knots": max(sum(row.meeting.state == MeetingState.HELD for row in meetings), 1),
            "goals": goals_of(pair),
            "goal_form": GoalForm(),
            "may_add_goal": not why_not_add_goal(pair, by=request.user, at=now),
            "signatures": {one.side: one for one in pair.signatures.all()},
            "own_signature": pair.signatures.filter(side=side).first(),
            "may_sign": not why_not_sign(pair, by=request.user, at=now),
            "steps": first_steps(pair, side, meetings),
            "until": said_day(page.pairs_until),
            "verbs": PAIR_MOVES.open_to(pair.state, by=side),
            "wants_another": getattr(pair, f"{side}_wants_another"),
            "cv": getattr(pair.mentee, "cv", None) if side == "mentor" and pair.is_together else None,
        },
    )


@login_required
@require_safe
@never_cache
def cv(request, uuid):
    """The mentee's file, for her mentor, while they work together."""
    pair = own_pair(uuid, request.user)
    file = getattr(pair.mentee, "cv", None)
    if pair.side_of(request.user) != "mentor" or not pair.is_together or file is None:
        raise Http404
    return FileResponse(
        file.file.open("rb"), as_attachment=True, filename=file.name, content_type="application/octet-stream"
    )
