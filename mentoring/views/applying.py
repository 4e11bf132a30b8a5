"""From the questions before an application to its steps."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from mentoring.actions.applications import Overtaken, answer_eligibility, begin_application, save_equity
from mentoring.answers import LABELS, SIDES, is_done, step_of, steps_of
from mentoring.forms.files import CvForm
from mentoring.forms.sending import CallNoticeForm, EligibilityForm
from mentoring.forms.steps import FORMS, EquityForm
from mentoring.models import AttachedFile, EquityAnswers
from mentoring.profile_fields import fingerprint
from mentoring.queries.rounds import local_page, round_by_code
from mentoring.queries.shown import answer_list, mentor_names
from mentoring.rules.applications import unmet, why_not_apply, why_not_save
from mentoring.views.drafts import NAMED_KEY, SessionDraft, draft_of, steps_for
from network.content.limits import limited
from network.content.refusals import Refused


def asked_round(code: str, side: str):
    """The round of an address, or 404 like any missing page."""
    round = round_by_code(code) if side in SIDES else None
    if round is None:
        raise Http404(_("There is no such round."))
    return round


def address(name: str, round, side: str, *args) -> str:
    return reverse(f"mentoring:{name}", args=[round.code, side, *args])


@limited("mentoring-begin", most=30, seconds=600)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def begin(request, code, side):
    """The questions before anything personal."""
    round, now = asked_round(code, side), timezone.now()
    draft = draft_of(request, round, side)
    if draft and draft.is_kept and (draft.application.reference or not unmet(round, side, draft.eligibility)):
        return redirect(address("application", round, side))
    page = local_page(round, get_language())
    context = {"round": round, "round_page": page, "side": side, "is_mentor": side == "mentor"}
    if sentence := why_not_apply(round, side, at=now):
        form = CallNoticeForm(initial={"side": side})
        return render(request, "mentoring/apply/closed.html", {**context, "sentence": sentence, "form": form})
    form = EligibilityForm(
        request.POST if request.method == "POST" else None,
        page=page,
        side=side,
        answers=draft.eligibility if draft else None,
    )
    if request.method == "POST" and form.is_valid():
        answers = form.cleaned_data
        if missed := unmet(round, side, answers):
            codes = {question["code"] for question in missed}
            told = [block.value for block in page.eligibility if block.value["code"] in codes]
            return render(request, "mentoring/apply/not_for_you.html", {**context, "questions": told})
        named = (
            {"prefers": request.session.pop(NAMED_KEY)}
            if side == "mentee" and NAMED_KEY in request.session
            else {}
        )
        first = steps_of(side)[0].code
        if request.user.is_authenticated:
            try:
                if draft:
                    answer_eligibility(
                        application=draft.application, answers=answers, by=request.user, at=now
                    )
                    return redirect(address("application", round, side))
                begin_application(
                    round=round, side=side, person=request.user, eligibility=answers, answers=named,
                    language=get_language(), at=now,
                )  # fmt: skip
            except Refused as refusal:
                messages.error(request, str(refusal))
                return redirect(address("begin", round, side))
        else:
            SessionDraft(request, round, side).begin(answers, named)
        return redirect(address("step", round, side, first))
    return render(request, "mentoring/apply/begin.html", {**context, "form": form})


@limited("mentoring-step", most=240, seconds=600)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def step(request, code, side, step):
    """One step of the form; saved on its own."""
    round, asked = asked_round(code, side), step_of(side, step)
    if asked is None:
        raise Http404(_("There is no such step."))
    draft = draft_of(request, round, side)
    if draft is None:
        return redirect(address("begin", round, side))
    if asked.code == "equity":
        return equity(request, round, side, draft)
    now, form_class = timezone.now(), FORMS[side][asked.code]
    stored = {name: draft.answers[name] for name in asked.asks if name in draft.answers}
    form = form_class(
        request.POST if request.method == "POST" else None,
        round=round,
        side=side,
        answers=draft.answers,
        private=draft.private,
        is_kept=draft.is_kept,
    )
    context = {"form": form, "seen": fingerprint(stored), "overtaken": None}
    if request.method == "POST" and form.is_valid():
        try:
            draft.save(
                asked.code,
                answers=form.answers(),
                private=form.private_answers(),
                seen=request.POST.get("seen", ""),
                by=request.user if request.user.is_authenticated else None,
                at=now,
            )
        except Overtaken as overtaken:
            context["overtaken"] = shown_beside(side, asked, overtaken.there)
            context["seen"] = fingerprint(overtaken.there)
            form.add_error(None, str(overtaken))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(after_step(request, draft, asked))
    return render(request, "mentoring/apply/step.html", {**frame(draft, round, side, asked), **context})


def shown_beside(side, asked, there) -> list:
    names = mentor_names(there.get("prefers", []))
    rows = next(rows for one, rows in answer_list(side, there, mentors=names) if one == asked)
    return [(row.label, row.text) for row in rows if row.lines]


def after_step(request, draft, asked) -> str:
    """Leave, go back to checking, or on to the next step."""
    round, side = draft.round, draft.side
    if "leave" in request.POST:
        messages.success(request, _("Saved. Come back whenever you like."))
        return address("application", round, side)
    if "check" in request.POST:
        return address("check", round, side)
    codes = [one.code for one in steps_for(draft)]
    following = codes[codes.index(asked.code) + 1 :]
    return address("step", round, side, following[0]) if following else address("check", round, side)


def frame(draft, round, side, asked) -> dict:
    """Where she is, what is saved and where."""
    page, steps = local_page(round, get_language()), steps_for(draft)
    given = {**draft.answers, **draft.private}
    number = [one.code for one in steps].index(asked.code)
    why_not = (
        why_not_save(draft.application, by=draft.application.person, at=timezone.now())
        if draft.is_kept
        else None
    )
    show_cv = draft.is_kept and asked.code == "extras"
    return {
        "round": round,
        "round_page": page,
        "side": side,
        "step": asked,
        "steps": [
            {
                "title": one.title,
                "url": address("step", round, side, one.code),
                "state": "current" if one is asked else "done" if is_done(one, given) else "todo",
            }
            for one in steps
        ],
        "previous": address("step", round, side, steps[number - 1].code)
        if number
        else address("begin", round, side),
        "is_last": number == len(steps) - 1,
        "draft": draft,
        "why_not": why_not,
        "asked_here": asked.code in draft.asked_steps,
        "labels": LABELS,
        "named": list(mentor_names(draft.answers.get("prefers", [])).items())
        if asked.code == "wishes"
        else [],
        "cv": AttachedFile.objects.filter(application=draft.application).first() if show_cv else None,
        "cv_form": CvForm() if show_cv else None,
        "check_url": address("check", round, side),
        "here": address("step", round, side, asked.code),
    }


def equity(request, round, side, draft):
    """Optional answers on a page of their own; they never stand beside an application."""
    if not draft.is_kept:
        return redirect(address("check", round, side))
    row = EquityAnswers.objects.filter(application=draft.application).first()
    form = EquityForm(request.POST if request.method == "POST" else None, answers=row.answers if row else {})
    if request.method == "POST" and form.is_valid():
        try:
            save_equity(
                application=draft.application, answers=form.answers(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(after_step(request, draft, step_of(side, "equity")))
    context = {**frame(draft, round, side, step_of(side, "equity")), "form": form, "seen": ""}
    return render(request, "mentoring/apply/step.html", context)
