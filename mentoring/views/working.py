"""What the two do with their pair: agreement, goals, pause, the end, a concern."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.actions import pairs as actions
from mentoring.actions.hours import say_free_time
from mentoring.dates import said
from mentoring.forms.pairs import AgreementForm, ConcernForm, EndForm, FreeTimeForm, GoalForm, PauseForm
from mentoring.models import Goal
from mentoring.queries.offers import own_pair, zone_words
from mentoring.rules.pairs import why_not_sign, why_not_work
from network.content.refusals import Refused
from network.members.queries import reader_zone


def with_own_pair(view):
    """The signed-in member's own pair, both have said yes; anything else looks as if it were not there."""

    @wraps(view)
    @login_required
    @never_cache
    def wrapped(request, uuid, **kwargs):
        pair = own_pair(uuid, request.user)
        if not pair.settled_at:
            raise Http404
        return view(request, pair, **kwargs)

    return wrapped


def tried(request, act, done: str = "", **kwargs) -> bool:
    """Do it, or say why not."""
    try:
        act(by=request.user, at=timezone.now(), **kwargs)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    if done:
        messages.success(request, done)
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@with_own_pair
def agreement(request, pair):
    """The text as it stands now, in her language; what she confirms is exactly what she was shown."""
    page = pair.round.page.localized
    text, version = str(page.agreement), page.agreement_version
    form = AgreementForm(request.POST or None, initial={"seen": actions.agreement_sha256(text)})
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["seen"] != actions.agreement_sha256(text):
            form = AgreementForm(initial={"seen": actions.agreement_sha256(text)})
            messages.error(request, _("The text has been changed meanwhile. Please read it again."))
        else:
            tried(
                request, actions.sign_agreement, _("Confirmed, and kept as you read it."),
                pair=pair, text=text, version=version, language=get_language(),
            )  # fmt: skip
            return redirect("mentoring:pair", pair.uuid)
    return render(
        request,
        "mentoring/pairs/agreement.html",
        {
            "pair": pair,
            "round_page": page,
            "text": text,
            "version": version,
            "form": form,
            "why_not": why_not_sign(pair, by=request.user, at=timezone.now()),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@with_own_pair
def free_time(request, pair):
    """Her hours, from the page that looks for hours."""
    own = pair.application_of(pair.side_of(request.user)).profile
    form = FreeTimeForm(
        request.POST or None,
        zone_name=zone_words(own.time_zone, timezone.now()),
        initial={"free_cells": own.free_cells},
    )
    if request.method == "POST" and form.is_valid():
        tried(request, say_free_time, _("Saved."), pair=pair, **form.cleaned_data)
        return redirect("mentoring:plan_meeting", pair.uuid)
    return render(
        request,
        "mentoring/pairs/free_time.html",
        {
            "pair": pair,
            "form": form,
            "round_page": pair.round.page.localized,
            "why_not": why_not_work(pair, by=request.user),
        },
        status=422 if form.errors else 200,
    )


@require_safe
@with_own_pair
def kept(request, pair):
    """The agreement as she confirmed it."""
    signature = pair.signatures.filter(side=pair.side_of(request.user)).first()
    if signature is None:
        raise Http404
    return render(
        request,
        "mentoring/pairs/kept.html",
        {
            "pair": pair,
            "signature": signature,
            "signed": said(signature.signed_at, reader_zone(request.user)),
        },
    )


@require_POST
@with_own_pair
def goals(request, pair):
    form = GoalForm(request.POST)
    if form.is_valid():
        tried(request, actions.add_goal, _("The goal is written down."), pair=pair, **form.cleaned_data)
    else:
        messages.error(request, _("Write the goal in a sentence, please."))
    return redirect("mentoring:pair", pair.uuid)


@require_POST
@with_own_pair
def goal(request, pair, pk):
    one = get_object_or_404(Goal, pk=pk, pair=pair)
    tried(request, actions.change_goal, goal=one, state=request.POST.get("state", ""))
    return redirect("mentoring:pair", pair.uuid)


def _form_page(request, pair, form, act, *, template: str, done: str, **context):
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(request, act, done, pair=pair, **form.cleaned_data)
    ):
        return redirect("mentoring:pair", pair.uuid)
    return render(
        request, template, {"pair": pair, "form": form, "round_page": pair.round.page.localized, **context}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@with_own_pair
def pause(request, pair):
    return _form_page(
        request, pair, PauseForm(request.POST or None), actions.pause_pair,
        template="mentoring/pairs/pause.html", done=_("The pair pauses. Your partner has been told until when."),
    )  # fmt: skip


@require_POST
@with_own_pair
def go_on(request, pair):
    tried(request, actions.go_on, _("You are at work again."), pair=pair)
    return redirect("mentoring:pair", pair.uuid)


@require_http_methods(["GET", "HEAD", "POST"])
@with_own_pair
def end(request, pair):
    return _form_page(
        request, pair, EndForm(request.POST or None), actions.end_early,
        template="mentoring/pairs/end.html",
        done=_("The pair has ended. Thank you for the time you gave it: nobody is to blame."),
    )  # fmt: skip


@require_POST
@with_own_pair
def another(request, pair):
    tried(
        request,
        actions.ask_for_another,
        _("The coordinator knows that you would like another partner."),
        pair=pair,
    )
    return redirect("mentoring:pair", pair.uuid)


@require_http_methods(["GET", "HEAD", "POST"])
@with_own_pair
def concern(request, pair):
    page = pair.round.page
    return _form_page(
        request, pair, ConcernForm(request.POST or None), actions.report_concern,
        template="mentoring/pairs/concern.html",
        done=_("Your words have reached %(name)s. You will be written to within two working days.")
        % {"name": page.contact_name or _("the coordinator")},
    )  # fmt: skip
