"""Inviting by address, and entering an application for somebody who confirms it herself."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.actions import invitations as actions
from mentoring.answers import missing, step_of, steps_of
from mentoring.forms.desk import EnterForm, InviteForm
from mentoring.forms.steps import FORMS
from mentoring.models import Application
from mentoring.permissions import coordinators_only
from mentoring.rules.reviews import open_sides, why_not_invite_at_all
from mentoring.states import Standing
from mentoring.views.desk.rounds import asked_round
from network.content.refusals import Refused


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request, code):
    """Letters to all addresses that may have one; the others stay in the form, each with its reason."""
    round, now = asked_round(code), timezone.now()
    sides = open_sides(round, by=request.user, at=now)
    form = InviteForm(
        request.POST if request.method == "POST" else None, sides=sides, initial={"side": "mentor"}
    )
    if request.method == "POST" and form.is_valid():
        sent, refused = invite_each(round, form.cleaned_data, by=request.user, at=now)
        if sent:
            messages.success(request, _("Letters on their way: %(number)d.") % {"number": sent})
        if not refused:
            return redirect("mentoring_admin:round", code)
        form = InviteForm({**request.POST.dict(), "emails": "\n".join(refused)}, sides=sides)
        form.add_error("emails", list(refused.values()))
    return render(
        request,
        "mentoring/admin/invite.html",
        {
            "round": round,
            "form": form,
            "why_not": why_not_invite_at_all(round, by=request.user, at=now),
        },
    )


def invite_each(round, asked: dict, *, by, at) -> tuple[int, dict[str, str]]:
    """How many letters went, and who got none with the reason."""
    sent, refused = 0, {}
    for email in asked["emails"]:
        try:
            actions.invite(
                round=round, side=asked["side"], email=email, language=asked["language"],
                message=asked["message"], by=by, at=at,
            )  # fmt: skip
            sent += 1
        except Refused as refusal:
            sentence = str(refusal)
            refused[email] = sentence if email in sentence else f"{email}: {sentence}"
    return sent, refused


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request, code):
    """Begin an application for somebody; no letter goes before it is filled in."""
    round, now = asked_round(code), timezone.now()
    form = EnterForm(
        request.POST if request.method == "POST" else None,
        sides=open_sides(round, by=request.user, at=now),
    )
    if request.method == "POST" and form.is_valid():
        try:
            one = actions.invite(round=round, by=request.user, at=now, send=False, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("email", str(refusal))
        else:
            return redirect("mentoring_admin:entered", one.pk, steps_of(one.side)[0].code)
    return render(
        request,
        "mentoring/admin/enter.html",
        {
            "round": round,
            "form": form,
            "why_not": why_not_invite_at_all(round, by=request.user, at=now),
        },
    )


def entered_draft(pk: int) -> Application:
    """Only a draft that a coordinator began and nobody has taken over: after that it is hers alone."""
    return get_object_or_404(
        Application.objects.select_related("round__page", "invitation"),
        pk=pk,
        entered_by__isnull=False,
        person__isnull=True,
        state=Standing.DRAFT,
    )


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def entered(request, pk, step):
    one = entered_draft(pk)
    asked = step_of(one.side, step)
    if asked is None or not asked.asks:
        raise Http404
    form = FORMS[one.side][step](
        request.POST if request.method == "POST" else None,
        round=one.round,
        side=one.side,
        answers=one.working_copy,
    )
    for name in asked.private:
        form.fields.pop(name, None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.enter_answers(
                application=one, step=step, answers=form.answers(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            codes = [each.code for each in steps_of(one.side) if each.asks]
            following = codes[codes.index(step) + 1 :]
            return redirect("mentoring_admin:entered", pk, following[0] if following else step)
    return render(
        request,
        "mentoring/admin/entered.html",
        {
            "application": one,
            "round": one.round,
            "step": asked,
            "steps": [each for each in steps_of(one.side) if each.asks],
            "form": form,
            "missing": [each.title for each, _name in missing(one.side, one.working_copy)],
        },
    )


@coordinators_only
@require_POST
def send(request, pk):
    one = entered_draft(pk)
    try:
        actions.send_invitation(application=one, message="", by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The letter is on its way. She confirms and sends it herself."))
    return redirect("mentoring_admin:round", one.round.code)
