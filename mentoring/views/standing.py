"""One application of her own: where it stands, what she may do with it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.actions import applications as actions
from mentoring.answers import is_done, missing, step_of
from mentoring.dates import said_in_both
from mentoring.forms.sending import PlacesNowForm, WithdrawForm
from mentoring.models import Application
from mentoring.pair_states import PAIR_TONES
from mentoring.queries.rounds import local_page, local_titles
from mentoring.queries.standing import TONES, has_unsent, next_step, pairs_of, partner_name
from mentoring.rules.applications import (
    why_not_apply,
    why_not_come_back,
    why_not_save,
    why_not_withdraw,
)
from mentoring.states import Standing
from mentoring.views.applying import address, asked_round
from mentoring.views.drafts import draft_of, steps_for
from network.content.refusals import Refused
from network.members.queries import reader_zone


@require_safe
@never_cache
def application(request, code, side):
    """Her application, or her draft in this browser."""
    round, now = asked_round(code, side), timezone.now()
    draft = draft_of(request, round, side)
    if draft is None:
        return redirect(address("begin", round, side))
    one, given = draft.application, {**draft.answers, **draft.private}
    steps = [
        {
            "title": step.title,
            "url": address("step", round, side, step.code),
            "is_done": is_done(step, given),
            "is_optional": step.is_optional,
            "is_asked": step.code in draft.asked_steps,
        }
        for step in steps_for(draft)
    ]
    context = {
        "round": round,
        "round_page": local_page(round, get_language()),
        "side": side,
        "is_mentor": side == "mentor",
        "draft": draft,
        "application": one,
        "steps": steps,
        "gaps": len(missing(side, draft.answers)),
        "first_gap": next(
            (address("step", round, side, step.code) for step, _name in missing(side, draft.answers)), ""
        ),
        "check_url": address("check", round, side),
    }
    if one:
        context |= standing_of(one, by=request.user, at=now)
    return render(request, "mentoring/apply/application.html", context)


def standing_of(one: Application, *, by, at) -> dict:
    snapshot, pairs = one.snapshots.first(), pairs_of([one])[one.pk]
    may_write = not why_not_save(one, by=by, at=at)
    review = one.reviews.filter(kind=one.state_kind).first() if one.state_kind else None
    return {
        "tone": TONES[one.state],
        "next": next_step(one, zone=reader_zone(by), at=at, pairs=pairs),
        "snapshot": snapshot,
        "has_unsent": bool(snapshot) and has_unsent(one, snapshot.answers) and may_write,
        "may_write": may_write,
        "together": together(pairs, one.side),
        "may_withdraw": not why_not_withdraw(one, by=by, at=at),
        "may_come_back": not why_not_come_back(one, by=by, at=at),
        "message": review.message if review else "",
        "asked": [step_of(one.side, code).title for code in one.asked_steps if step_of(one.side, code)],
        "is_draft": one.state == Standing.DRAFT,
    }


def together(pairs, side: str) -> list:
    """Pairs at work, each with the name of the other one."""
    return [(pair, partner_name(pair, side)) for pair in pairs if pair.is_together]


def own_application(request, code, side) -> Application | None:
    draft = draft_of(request, asked_round(code, side), side)
    return draft.application if draft else None


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def withdraw(request, code, side):
    one = own_application(request, code, side)
    if one is None:
        return redirect("mentoring:begin", code, side)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw_application(
                application=one, by=request.user, at=timezone.now(), why=form.cleaned_data["why"]
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Your application is withdrawn. Nobody reads it any more."))
        return redirect("mentoring:application", code, side)
    return render(request, "mentoring/apply/withdraw.html", withdraw_context(one, form, request.user))


def withdraw_context(one: Application, form, by) -> dict:
    """What withdrawing would undo, and until when it can itself be undone."""
    now, page, pairs = timezone.now(), one.round.page, pairs_of([one])[one.pk]
    is_calling = not why_not_apply(one.round, one.side, at=now)
    return {
        "form": form,
        "application": one,
        "why_not": why_not_withdraw(one, by=by, at=now),
        "together": together(pairs, one.side),
        "has_offer": any(pair.is_offer for pair in pairs),
        "back_until": said_in_both(page.deadline(one.side), reader_zone(by), page.time_zone)
        if is_calling
        else "",
    }


def _act(request, code, side, act, done: str, target: str):
    one = own_application(request, code, side)
    if one is None:
        return redirect("mentoring:begin", code, side)
    try:
        act(application=one, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("mentoring:application", code, side)
    messages.success(request, done)
    return redirect(target) if target == "mentoring:mine" else redirect(target, code, side)


@login_required
@require_POST
def come_back(request, code, side):
    done = _("Your application is a draft again. Look it through and send it.")
    return _act(request, code, side, actions.come_back, done, "mentoring:application")


@login_required
@require_POST
def discard(request, code, side):
    return _act(request, code, side, actions.discard_draft, _("The draft is thrown away."), "mentoring:mine")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def places(request, code, side):
    """A mentor says how many she can take now, or that she pauses."""
    one = own_application(request, code, side)
    if one is None or not one.is_mentor or one.mentor_profile is None:
        return redirect("mentoring:application", code, side)
    initial = {"places": one.mentor_profile.places, "paused_until": one.paused_until}
    form = PlacesNowForm(
        request.POST if request.method == "POST" else None, most=one.round.page.most_places, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_places(application=one, by=request.user, at=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error("places", str(refusal))
        else:
            messages.success(request, _("Saved. Nobody is told but the coordinator."))
            return redirect("mentoring:application", code, side)
    return render(request, "mentoring/apply/places.html", {"form": form, "application": one})


@login_required
@require_safe
@never_cache
def mine(request):
    """All her applications, newest first."""
    rows = list(
        Application.objects.filter(person=request.user)
        .select_related("round__page")
        .order_by("-created_at")[:50]
    )
    zone, now = reader_zone(request.user), timezone.now()
    titles, pairs = local_titles([one.round for one in rows], get_language()), pairs_of(rows)
    items = [
        {
            "application": one,
            "facts": [one.reference] if one.reference else [],
            "title": titles[one.round_id],
            "url": address("application", one.round, one.side),
            "tone": TONES[one.state],
            "next": next_step(one, zone=zone, at=now, pairs=pairs[one.pk]),
            "pairs": [(pair, partner_name(pair, one.side), PAIR_TONES[pair.state]) for pair in pairs[one.pk]],
            "is_paired": any(pair.settled_at for pair in pairs[one.pk]),
        }
        for one in rows
    ]
    return render(request, "mentoring/mine.html", {"items": items})
