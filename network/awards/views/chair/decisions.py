"""Proposals, approvals, letters as they will read, release."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from network.awards.actions import deciding as actions
from network.awards.actions.release import release
from network.awards.forms.chair import ProposalForm, WhyNeededForm
from network.awards.models import Decision
from network.awards.notices.previews import result_letters
from network.awards.queries.decisions import decision_rows
from network.awards.queries.desk_ranking import desk_rows, scored_for
from network.awards.queries.ranking import hidden_from
from network.awards.rules import deciding as rules
from network.awards.rules.judging import why_not_see_scores
from network.awards.views.chair.access import act, frame, of_round, wrong
from network.content.refusals import Refused


@require_safe
@of_round
def decisions(request, round):
    at, by = request.received_at, request.user
    context = {
        **frame(round, _("Decisions"), "decisions", "pick"),
        "rows": decision_rows(round, by=by, at=at),
        "why_not_release": rules.why_not_release(round, by=by, at=at),
        "open_nominations": rules.open_nominations(round),
        "why_form": WhyNeededForm(),
    }
    return render(request, "awards/desk/jury/decisions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@of_round
def propose(request, round, nomination):
    """One nomination: an outcome for each of its entries, in the order of the ranking."""
    at, by = request.received_at, request.user
    nomination = get_object_or_404(round.nominations, code=nomination)
    if why_not_see_scores(round, by=by):
        raise Http404
    why_not = rules.why_not_propose(round, nomination, by=by, at=at)
    scored, _stored, _is_stale, _text = scored_for(round)
    rows = [row for row in desk_rows(round, scored, user=by) if row.entry.nomination_id == nomination.pk]
    form = ProposalForm(request.POST if request.method == "POST" else None, rows=rows)
    if request.method == "POST" and form.is_valid():
        try:
            actions.propose(
                round=round,
                nomination=nomination,
                lines=form.lines(),
                words=form.cleaned_data["words"],
                by=by,
                at=at,
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Proposed. Two people approve it, the chair among them."))
            return redirect("awards_desk:decisions", round.code.lower())
    context = {
        **frame(round, _("Decisions"), "decisions", "pick"),
        "nomination": nomination,
        "form": form,
        "rows": rows,
        "why_not": why_not,
    }
    return render(request, "awards/desk/jury/propose.html", context, status=422 if form.errors else 200)


def _decision(round, pk):
    return get_object_or_404(Decision.objects.select_related("round", "nomination"), round=round, pk=pk)


@require_POST
@of_round
def approve(request, round, pk):
    return act(
        request, round, "decisions",
        lambda: actions.approve(decision=_decision(round, pk), by=request.user, at=request.received_at),
        _("Approved."),
    )  # fmt: skip


@require_POST
@of_round
def drop(request, round, pk):
    form = WhyNeededForm(request.POST)
    if not form.is_valid():
        return wrong(request, round, "decisions", form)
    return act(
        request, round, "decisions",
        lambda: actions.drop(
            decision=_decision(round, pk), by=request.user, at=request.received_at, **form.cleaned_data
        ),
        _("The proposal was dropped."),
    )  # fmt: skip


@require_safe
@of_round
def letters(request, round, pk):
    """Every letter of the results as it will read; nothing is sent."""
    decision = _decision(round, pk)
    hidden = hidden_from(round, request.user)
    if (
        why_not_see_scores(round, by=request.user)
        or decision.lines.filter(entry__reference__in=hidden).exists()
    ):
        raise Http404
    context = {
        **frame(round, _("Decisions"), "decisions", "pick"),
        "decision": decision,
        "letters": result_letters(decision),
    }
    return render(request, "awards/desk/jury/letters.html", context)


@require_POST
@of_round
def release_now(request, round):
    """After the announced hour, should the worker not have done it."""
    return act(
        request, round, "decisions",
        lambda: release(round=round, by=request.user, at=request.received_at),
        _("The results are public; the letters are on their way."),
    )  # fmt: skip
