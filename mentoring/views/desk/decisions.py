"""Decisions and letters, each shown as it will read before it goes."""

import secrets
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from mentoring import notices
from mentoring.actions import reviews as actions
from mentoring.forms.desk import DecisionForm, ManyForm
from mentoring.models import Application
from mentoring.permissions import coordinators_only
from mentoring.rules.reviews import MOST_LETTERS, why_not_decide, why_not_decide_now
from mentoring.views.desk.applications import VERBS, asked_application
from mentoring.views.desk.rounds import asked_round
from network.content.refusals import Refused

TOGETHER = {
    **{verb: VERBS[verb] for verb in ("accept", "waitlist", "decline")},
    "letter": gettext_lazy("Write a letter"),
}


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request, reference, verb):
    """The form, then the letter as it will read, then the decision."""
    if verb not in VERBS:
        raise Http404
    one, now = asked_application(reference), timezone.now()
    form, letter = (
        DecisionForm(request.POST if request.method == "POST" else None, verb=verb, side=one.side),
        None,
    )
    if request.method == "POST" and form.is_valid():
        facts = facts_of(form, one)
        sentence = why_not_decide(
            one, verb, by=request.user, at=now, message=facts["message"], reason=facts["reason"],
            steps=facts["steps"], due_at=facts["due_at"],
        )  # fmt: skip
        if sentence:
            form.add_error(None, sentence)
        elif "confirm" in request.POST:
            try:
                actions.decide(
                    application=one,
                    verb=verb,
                    by=request.user,
                    at=now,
                    note=form.cleaned_data["note"],
                    **facts,
                )
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, _("Done: %(what)s.") % {"what": VERBS[verb]})
                return redirect("mentoring_admin:application", reference)
        else:
            letter = notices.reviews.preview_decision(one, verb, **facts)
    context = {
        "application": one,
        "round": one.round,
        "verb": verb,
        "label": VERBS[verb],
        "form": form,
        "letter": letter,
        "why_not": why_not_decide_now(one, by=request.user),
    }
    context["is_ready"] = request.method == "POST" and form.is_valid()
    return render(request, "mentoring/admin/decide.html", context)


def facts_of(form, one: Application) -> dict:
    cleaned = form.cleaned_data
    due_on = cleaned.get("due_on")
    zone = ZoneInfo(one.round.page.time_zone)
    return {
        "message": cleaned.get("message", ""),
        "reason": cleaned.get("reason", ""),
        "steps": cleaned.get("steps", []),
        "due_at": datetime.combine(due_on, time(23, 59), zone) if due_on else None,
    }


@coordinators_only
@require_POST
def together(request, code):
    """One decision or letter for the people ticked in the list: form, every letter as it will read, then go."""
    round, verb = asked_round(code), request.POST.get("verb", "")
    if verb not in TOGETHER:
        raise Http404
    chosen = [int(pk) for pk in request.POST.getlist("chosen") if pk.isdigit()][: MOST_LETTERS + 1]
    people = list(
        Application.objects.sent()
        .filter(round=round, pk__in=chosen)
        .with_profiles()
        .select_related("round__page")
        .order_by("pk")
    )
    if not people:
        messages.error(request, _("Nobody is chosen."))
        return redirect("mentoring_admin:applications", code)
    is_asked = "write" in request.POST or "confirm" in request.POST
    form = ManyForm(request.POST if is_asked else None, verb=verb)
    letters, refusals, once = [], [], request.POST.get("once") or secrets.token_hex(8)
    if is_asked and form.is_valid():
        if "confirm" in request.POST and (done := carry_out(request, form, verb, people, once)):
            messages.success(request, done)
            return redirect("mentoring_admin:applications", code)
        letters, refusals = letters_of(request, form, verb, people)
    return render(
        request,
        "mentoring/admin/together.html",
        {
            "round": round,
            "verb": verb,
            "label": TOGETHER[verb],
            "people": people,
            "form": form,
            "letters": letters,
            "refusals": refusals,
            "once": once,
            "is_ready": bool(letters) and not refusals,
        },
    )


def letters_of(request, form, verb, people) -> tuple[list, list]:
    """Every letter as it will read for its own reader, and who cannot be decided on."""
    cleaned, letters, refusals = form.cleaned_data, [], []
    for one in people:
        if verb == "letter":
            letter = notices.reviews.preview_own_letter(
                one, subject=cleaned["subject"], text=cleaned["message"]
            )
        else:
            sentence = why_not_decide(
                one,
                verb,
                by=request.user,
                at=timezone.now(),
                message=cleaned["message"],
                reason=cleaned.get("reason", ""),
            )
            if sentence:
                refusals.append((one, sentence))
                continue
            letter = notices.reviews.preview_decision(
                one, verb, message=cleaned["message"], reason=cleaned.get("reason", "")
            )
        if letter:
            letters.append((one, *letter))
    return letters, refusals


def carry_out(request, form, verb, people, once: str) -> str:
    cleaned, now = form.cleaned_data, timezone.now()
    try:
        if verb == "letter":
            number = actions.write_to(
                applications=people, subject=cleaned["subject"], text=cleaned["message"], once=once[:32],
                by=request.user, at=now,
            )  # fmt: skip
            return _("Letters on their way: %(number)d.") % {"number": number}
        actions.decide_together(
            applications=people, verb=verb, by=request.user, at=now, message=cleaned["message"],
            reason=cleaned.get("reason", ""),
        )  # fmt: skip
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return ""
    return _("Done for %(number)d people.") % {"number": len(people)}
