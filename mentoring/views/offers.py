"""An offer, on a page behind the sign-in. Reading it changes nothing."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.actions import offers as actions
from mentoring.dates import said_in_both
from mentoring.forms.pairs import DeclineForm
from mentoring.models import other_side
from mentoring.pair_states import NOT_NOW
from mentoring.queries.offers import free_lines, own_pair, profile_lines, reasons
from mentoring.rules.offers import why_not_answer
from network.content.refusals import Refused
from network.members.queries import reader_zone


@login_required
@require_safe
@never_cache
def offer(request, uuid):
    pair = own_pair(uuid, request.user)
    if pair.settled_at:
        return redirect("mentoring:pair", uuid)
    return render(request, "mentoring/pairs/offer.html", _context(request, pair, DeclineForm()))


def _context(request, pair, form) -> dict:
    side, now, zone = pair.side_of(request.user), timezone.now(), reader_zone(request.user)
    other = pair.application_of(other_side(side))
    return {
        "pair": pair,
        "round_page": pair.round.page.localized,
        "is_mentor": side == "mentor",
        "lines": profile_lines(other.profile, other.side, named=False),
        "free": free_lines(other.profile, zone=zone, week_of=pair.round.page.pairs_from),
        "reasons": reasons(pair),
        "answer_by": said_in_both(pair.answer_by, zone, pair.round.page.time_zone),
        "why_not": why_not_answer(pair, by=request.user, at=now),
        "has_accepted": pair.answer_of(side) == "yes",
        "form": form,
    }


@login_required
@require_POST
def accept(request, uuid):
    pair = own_pair(uuid, request.user)
    try:
        pair = actions.accept_offer(pair=pair, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("mentoring:offer", uuid)
    if pair.settled_at:
        messages.success(request, _("You have both said yes. Here is your pair."))
        return redirect("mentoring:pair", uuid)
    messages.success(request, _("Thank you. We write to you as soon as the other side has answered."))
    return redirect("mentoring:offer", uuid)


@login_required
@require_http_methods(["POST"])
def decline(request, uuid):
    pair, form = own_pair(uuid, request.user), DeclineForm(request.POST)
    if not form.is_valid():
        return render(request, "mentoring/pairs/offer.html", _context(request, pair, form))
    return _declined(request, pair, **form.cleaned_data)


@login_required
@require_POST
def not_now(request, uuid):
    """A mentor's «not now»: one click, no reason, and nobody new for a month."""
    pair = own_pair(uuid, request.user)
    if pair.side_of(request.user) != "mentor":
        return redirect("mentoring:offer", uuid)
    return _declined(request, pair, reason=NOT_NOW)


def _declined(request, pair, *, reason: str, words: str = ""):
    try:
        actions.decline_offer(pair=pair, reason=reason, words=words, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, _("Thank you for answering. Nobody is told why; the coordinator looks further.")
        )
    return redirect("mentoring:offer", pair.uuid)
