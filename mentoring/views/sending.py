"""Check your answers, send, receipt."""

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.actions.applications import open_consents, submit_application
from mentoring.answers import LABELS, MENTEE, missing
from mentoring.consents import IF_SHE_LIKES, TO_APPLY
from mentoring.dates import said
from mentoring.forms.sending import ConsentForm
from mentoring.forms.steps import WHO_SEES
from mentoring.models import EquityAnswers
from mentoring.queries.counts import chances
from mentoring.queries.rounds import local_page
from mentoring.queries.shown import answer_list, mentor_names, private_rows
from mentoring.queries.standing import next_step
from mentoring.rules.applications import why_answers_do_not_fit, why_not_save
from mentoring.views.applying import address, asked_round
from mentoring.views.drafts import draft_of
from network.content.refusals import Refused
from network.members.queries import reader_zone


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def check(request, code, side):
    """Everything she wrote, what is missing, an honest word, and the consents."""
    round, now = asked_round(code, side), timezone.now()
    draft = draft_of(request, round, side)
    if draft is None:
        return redirect(address("begin", round, side))
    if request.method == "POST" and not draft.is_kept:
        return redirect_to_login(address("check", round, side))
    given = open_consents(draft.application) if draft.is_kept else set()
    form = ConsentForm(request.POST if request.method == "POST" else None, given=given)
    if request.method == "POST" and form.is_valid():
        try:
            submit_application(
                application=draft.application,
                consented=form.consented(),
                language=get_language(),
                by=request.user,
                at=now,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(address("receipt", round, side))
    return render(request, "mentoring/apply/check.html", check_context(draft, round, side, form, given, now))


def check_context(draft, round, side, form, given, now) -> dict:
    application = draft.application
    last = application.snapshots.first() if application else None
    names = mentor_names(draft.answers.get("prefers", []))
    private = draft.private
    steps = answer_list(side, draft.answers, mentors=names, before=last.answers if last else None)
    why_not = why_not_save(application, by=application.person, at=now) if application else None
    return {
        "round": round,
        "round_page": local_page(round, get_language()),
        "side": side,
        "is_mentor": side != MENTEE,
        "draft": draft,
        "application": application,
        "form": form,
        "steps": [
            (
                step,
                [row for row in rows if row.lines or row.name in step.required],
                [(row, WHO_SEES[row.name]) for row in private_rows(step.private, private)],
                address("step", round, side, step.code),
            )
            for step, rows in steps
        ],
        "missing": [
            (step.title, LABELS[name], address("step", round, side, step.code))
            for step, name in missing(side, draft.answers)
        ],
        "unfit": why_answers_do_not_fit(application, draft.answers) if application else None,
        "chances": chances(round, draft.answers) if side == MENTEE and draft.answers.get("topics") else None,
        "given": [purpose.title for purpose in (*TO_APPLY, *IF_SHE_LIKES) if purpose.code in given],
        "is_resending": last is not None,
        "why_not": why_not,
        "equity_url": equity_url(application, at=now) if application else "",
        "back_url": address("application", round, side),
        "here": address("check", round, side),
    }


def equity_url(application, *, at) -> str:
    """Where «Equal chances» is answered, while it can be and has not been."""
    if why_not_save(application, by=application.person, at=at):
        return ""
    if EquityAnswers.objects.filter(application=application).exists():
        return ""
    return address("step", application.round, application.side, "equity")


@login_required
@require_safe
@never_cache
def receipt(request, code, side):
    round = asked_round(code, side)
    draft = draft_of(request, round, side)
    snapshot = draft.application.snapshots.first() if draft else None
    if snapshot is None:
        return redirect(address("application", round, side))
    return render(
        request,
        "mentoring/apply/receipt.html",
        {
            "application": draft.application,
            "snapshot": snapshot,
            "sent": said(snapshot.sent_at, reader_zone(request.user)),
            "round": round,
            "round_page": local_page(round, get_language()),
            "equity_url": equity_url(draft.application, at=timezone.now()),
            "next": next_step(draft.application, zone=reader_zone(request.user), at=timezone.now()),
            "application_url": address("application", round, side),
        },
    )
