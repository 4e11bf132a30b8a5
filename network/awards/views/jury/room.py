from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from network.awards.actions import jury as actions
from network.awards.forms.reviews import LeaveForm
from network.awards.queries.conflicts import unchecked
from network.awards.queries.plans import criteria_for
from network.awards.queries.reading_room import lines, places
from network.awards.rules.jury import why_not_check, why_not_leave
from network.awards.states import Phase
from network.awards.views.jury.access import own_place
from network.content.refusals import Refused


@require_safe
@never_cache
@login_required
def mine(request):
    """Her places on juries; with one of them, straight to its room."""
    found = places(request.user)
    if len(found) == 1:
        return redirect("jury:room", found[0].round.code.lower())
    return render(request, "awards/jury/mine.html", {"places": [(one, one.round.page()) for one in found]})


@require_safe
@own_place
def room(request, juror):
    """Where the jury stands, what she does next, her entries."""
    round, at = juror.round, request.received_at
    rows = lines(juror) if round.phase in {Phase.JUDGING, Phase.DECIDING} else []
    context = {
        "juror": juror,
        "round": round,
        "round_page": round.page(),
        "lines": rows,
        "done": sum(row.is_done for row in rows),
        "criteria_number": len(criteria_for(round)) if rows else 0,
        "unchecked": unchecked(juror),
        "may_check": why_not_check(juror, by=request.user, at=at) is None,
    }
    return render(request, "awards/jury/room.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@own_place
def leave(request, juror):
    form = LeaveForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.leave(juror=juror, by=request.user, at=request.received_at, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("You have left the jury. Thank you for what you did."))
            return redirect("jury:mine")
    context = {
        "juror": juror,
        "round": juror.round,
        "form": form,
        "why_not": why_not_leave(juror, by=request.user, at=request.received_at),
    }
    return render(request, "awards/jury/leave.html", context, status=422 if form.errors else 200)
