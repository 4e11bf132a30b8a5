"""A run: its settings, its progress, its result."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.actions import runs as actions
from mentoring.forms.runs import GOALS, RunForm, initial_of
from mentoring.models import Application, Ruling, Run
from mentoring.pair_states import RunState
from mentoring.permissions import coordinators_only
from mentoring.queries.results import SHOWN, SORTS, Result
from mentoring.queries.shares import shares_of
from mentoring.rules.runs import why_not_make_run, why_not_publish
from mentoring.tasks import compute_run
from mentoring.views.desk.rounds import asked_round
from mentoring.views.matching.pool import RUN_TONES
from network.content.refusals import Refused
from network.members.history import record_reading

ON_A_PAGE = 100
COMPUTED = (RunState.DRAFT, RunState.PUBLISHED, RunState.DISCARDED)


def asked_run(pk: int) -> Run:
    return get_object_or_404(Run.objects.select_related("round__page", "based_on", "made_by"), pk=pk)


def computed_run(pk: int) -> Run:
    run = asked_run(pk)
    if run.result is None:
        raise Http404(_("This run has no result yet."))
    return run


def enqueue(run: Run) -> None:
    compute_run.enqueue(run.pk)


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def new(request, code):
    """The settings of a run, each with what it means; from an earlier run with ?like=."""
    round, now = asked_round(code), timezone.now()
    earlier = list(Run.objects.filter(round=round, state__in=[RunState.DRAFT, RunState.PUBLISHED]))
    like = request.GET.get("like", "")
    model = next((run for run in earlier if str(run.pk) == like), None)
    form = RunForm(
        request.POST or None, round=round, runs=earlier, initial=initial_of(model) if model else None
    )
    if request.method == "POST" and form.is_valid():
        try:
            run = actions.make_run(
                round=round, policy=form.policy(), based_on=form.based_on(), note=form.cleaned_data["note"],
                by=request.user, at=now, enqueue=enqueue,
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("mentoring_admin:run", run.pk)
    return render(
        request,
        "mentoring/matching/new_run.html",
        {
            "round": round,
            "form": form,
            "locks": Ruling.objects.filter(round=round, kind="lock").count(),
            "forbids": Ruling.objects.filter(round=round, kind="forbid").count(),
            "why_not": why_not_make_run(round, by=request.user, at=now),
        },
    )


@coordinators_only
@require_safe
def run(request, pk):
    one, now = asked_run(pk), timezone.now()
    context = {"round": one.round, "run": one, "tone": RUN_TONES.get(one.state, "")}
    if one.result is None:
        return render(request, "mentoring/matching/waiting.html", context)
    result = Result(one)
    record_reading(one, by=request.user, at=now, purpose="matching")
    sort, show = request.GET.get("sort", ""), request.GET.get("show", "")
    sort, show = sort if sort in SORTS else "mentee", show if show in SHOWN else "all"
    rows = sorted(filter(SHOWN[show], result.rows()), key=SORTS[sort])
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("p"))
    others = Run.objects.filter(round=one.round, state__in=COMPUTED, result__isnull=False).exclude(pk=pk)
    return render(
        request,
        "mentoring/matching/run.html",
        {
            **context,
            "page_obj": page,
            "sort": sort,
            "show": show,
            "left": result.left(),
            "refused_locks": result.refused_locks(),
            "shares": shares_of(one),
            "shortage": one.result["shortage"],
            "goal": dict(GOALS).get(one.policy.get("goal"), ""),
            "weights": [(part.label, part.most) for part in (rows[0].parts if rows else [])],
            "others": others.only("pk", "number", "state"),
            "why_not_publish": why_not_publish(one, by=request.user, at=now),
            "is_draft": one.state == RunState.DRAFT,
        },
    )


@coordinators_only
@require_POST
def rule(request, pk):
    """Lock, forbid or lift from a row; the draft stays as it is, the next run keeps to it."""
    one = computed_run(pk)
    mentee = get_object_or_404(Application, pk=request.POST.get("mentee"), round=one.round, side="mentee")
    mentor = get_object_or_404(Application, pk=request.POST.get("mentor"), round=one.round, side="mentor")
    kind, now = request.POST.get("kind", ""), timezone.now()
    try:
        if kind == "lift":
            ruling = get_object_or_404(Ruling, mentee=mentee, mentor=mentor)
            actions.lift_ruling(ruling=ruling, by=request.user, at=now)
            messages.success(request, _("Lifted. The next run decides freely."))
        elif kind in Ruling.Kind.values:
            actions.rule_on_pair(kind=kind, mentee=mentee, mentor=mentor, by=request.user, at=now)
            messages.success(
                request, _("Noted. Run again to see what it changes; this draft stays as it is.")
            )
        else:
            raise Http404
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(_back(request, one))


def _back(request, run: Run) -> str:
    from django.urls import reverse
    from django.utils.http import url_has_allowed_host_and_scheme

    there = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(there, allowed_hosts=None):
        return there
    return reverse("mentoring_admin:run", args=[run.pk])


@coordinators_only
@require_POST
def lift(request, code):
    """Lift a decision by hand from the desk."""
    round = asked_round(code)
    ruling = get_object_or_404(Ruling, pk=request.POST.get("ruling"), round=round)
    try:
        actions.lift_ruling(ruling=ruling, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Lifted. The next run decides freely."))
    return redirect("mentoring_admin:matching", code)


@coordinators_only
@require_POST
def discard(request, pk):
    one = asked_run(pk)
    try:
        actions.discard_run(run=one, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Put aside. It can still be read and compared."))
    return redirect("mentoring_admin:matching", one.round.code)


@coordinators_only
@require_safe
def file(request, pk, kind):
    """The problem or the result as the engine's file, for anyone who wants to check it with ``manage.py match``."""
    one = computed_run(pk)
    if kind not in ("problem", "result"):
        raise Http404
    record_reading(one, by=request.user, at=timezone.now(), purpose=f"file {kind}")
    body = one.input if kind == "problem" else one.result
    response = JsonResponse(body, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = (
        f'attachment; filename="{kind}-{one.round.code.lower()}-{one.number}.json"'
    )
    return response
