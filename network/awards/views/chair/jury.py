"""Jurors: who was asked, how far each is; opening and ending the reading."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from network.awards.actions import judging
from network.awards.actions import jury as actions
from network.awards.actions.reading import share_again
from network.awards.forms.chair import InviteJurorForm, JurorForm, WhyNeededForm
from network.awards.models import Juror, ScoringPlan
from network.awards.queries.plans import criteria_for
from network.awards.queries.progress import juror_rows
from network.awards.rules import judging as rules
from network.awards.rules.jury import why_not_invite_juror, why_not_share
from network.awards.views.chair.access import act, frame, of_round, wrong
from network.content.refusals import Refused

STEPS = {
    "open": (
        judging.open_judging,
        rules.why_not_open_judging,
        gettext_lazy("The jury reads. Entries were given out."),
        False,
    ),
    "stop": (judging.stop_judging, rules.why_not_stop_judging, gettext_lazy("Back to screening."), True),
    "close": (
        judging.close_judging,
        rules.why_not_close_judging,
        gettext_lazy("The reading has ended; the ranking is kept."),
        False,
    ),
    "reopen": (
        judging.reopen_judging,
        rules.why_not_reopen_judging,
        gettext_lazy("The jury reads again."),
        True,
    ),
}
STEPS_IN = {"screening": ["open"], "judging": ["close", "stop"], "deciding": ["reopen"]}
LABELS = {
    "open": gettext_lazy("Freeze the criteria and open the reading"),
    "stop": gettext_lazy("Stop the reading"),
    "close": gettext_lazy("End the reading"),
    "reopen": gettext_lazy("Open the reading again"),
}


@require_safe
@of_round
def jury(request, round):
    at, by = request.received_at, request.user
    rows = juror_rows(round)
    context = {
        **frame(round, _("Jury"), "jury"),
        "rows": rows,
        "invite_form": None
        if why_not_invite_juror(round, "", by=by, at=at)
        else InviteJurorForm(initial={"language": get_language()}),
        "steps": [
            (name, LABELS[name], STEPS[name][1](round, by=by, at=at), STEPS[name][3])
            for name in STEPS_IN.get(round.phase, [])
        ],
        "may_share": why_not_share(round, by=by, at=at) is None,
        "why_form": WhyNeededForm(),
        "plan": ScoringPlan.objects.filter(round=round).first(),
        "criteria": criteria_for(round),
        "submitted": sum(row.submitted for row in rows),
        "total": sum(row.total for row in rows),
    }
    return render(request, "awards/desk/jury/jury.html", context)


@require_POST
@of_round
def invite(request, round):
    form = InviteJurorForm(request.POST)
    if not form.is_valid():
        return wrong(request, round, "jury", form)
    return act(
        request, round, "jury",
        lambda: actions.invite_juror(round=round, by=request.user, at=request.received_at, **form.cleaned_data),
        _("The invitation is on its way to %(email)s.") % {"email": form.cleaned_data["email"]},
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@of_round
def juror(request, round, pk):
    row = get_object_or_404(Juror, round=round, pk=pk)
    form = JurorForm(
        request.POST if request.method == "POST" else None,
        initial={"name": row.name, "languages": row.languages, "max_load": row.max_load},
    )
    if request.method == "POST" and form.is_valid():
        return act(
            request, round, "jury",
            lambda: actions.update_juror(juror=row, by=request.user, at=request.received_at, **form.cleaned_data),
            _("Kept."),
        )  # fmt: skip
    context = {**frame(round, _("Jury"), "jury"), "juror": row, "form": form, "why_form": WhyNeededForm()}
    return render(request, "awards/desk/jury/juror.html", context, status=422 if form.errors else 200)


@require_POST
@of_round
def end(request, round, pk):
    row, form = get_object_or_404(Juror, round=round, pk=pk), WhyNeededForm(request.POST)
    if not form.is_valid():
        return wrong(request, round, "jury", form)
    return act(
        request, round, "jury",
        lambda: actions.leave(juror=row, by=request.user, at=request.received_at, **form.cleaned_data),
        _("Her work on the jury has ended."),
    )  # fmt: skip


@require_POST
@of_round
def step(request, round, verb):
    do, _why_not, done, needs_why = STEPS[verb]
    extra = {}
    if needs_why:
        form = WhyNeededForm(request.POST)
        if not form.is_valid():
            return wrong(request, round, "jury", form)
        extra = form.cleaned_data
    return act(
        request,
        round,
        "jury",
        lambda: do(round=round, by=request.user, at=request.received_at, **extra),
        done,
    )


@require_POST
@of_round
def share(request, round):
    def do():
        if not share_again(round=round, by=request.user, at=request.received_at):
            raise Refused(_("There is nothing left to give out."))

    return act(request, round, "readings", do, _("What was left has been given out."))
