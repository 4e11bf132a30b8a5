"""The ranking desk: drawn, and each figure opens a sentence."""

from allauth.account.decorators import reauthentication_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from network.awards.actions.ranking import count_again
from network.awards.queries.desk_ranking import compare, desk_rows, scored_for, severities
from network.awards.queries.plans import criteria_for
from network.awards.queries.ranking import hidden_from
from network.awards.queries.words import RoundWords
from network.awards.rules.deciding import why_not_count
from network.awards.rules.judging import why_not_see_scores
from network.awards.views.chair.access import act, frame, of_round
from network.content.spreadsheets import csv_response, xlsx_response
from network.members.history import record


@require_safe
@of_round
def ranking(request, round):
    why_not = why_not_see_scores(round, by=request.user)
    context = {**frame(round, _("Ranking"), "ranking", "order"), "why_not": why_not}
    if why_not:
        return render(request, "awards/desk/jury/ranking.html", context)
    scored, stored, is_stale, _text = scored_for(round)
    rows = desk_rows(round, scored, user=request.user)
    hidden = hidden_from(round, request.user)
    context.update(
        {
            "rows": rows,
            "stored": stored,
            "is_stale": is_stale,
            "may_count": why_not_count(round, by=request.user, at=request.received_at) is None,
            "is_connected": scored.connected,
            "invalid": [one for one in scored.invalid if one.entry not in hidden],
            "severities": severities(round, scored),
            "undecided": sum(not row.is_decided for row in rows),
            "ties": sum(len(row.tied_with) for row in rows) // 2,
            "grid": list(range(0, 101, 20)),
        }
    )
    return render(request, "awards/desk/jury/ranking.html", context)


@require_safe
@of_round
def why(request, round, first, second):
    """Why the first stands where it does against the second."""
    if why_not_see_scores(round, by=request.user) or {first, second} & hidden_from(round, request.user):
        raise Http404
    scored, _stored, _is_stale, text = scored_for(round)
    criteria = {one["code"]: one for one in criteria_for(round)}
    compared = compare(round, scored, text, first, second, criteria=criteria)
    if compared is None:
        raise Http404
    context = {**frame(round, _("Ranking"), "ranking", "order"), "compared": compared}
    return render(request, "awards/desk/jury/why.html", context)


@require_POST
@of_round
def count(request, round):
    return act(
        request, round, "ranking",
        lambda: count_again(round=round, by=request.user, at=request.received_at),
        _("Counted again and kept."),
    )  # fmt: skip


@require_safe
@of_round
@reauthentication_required(app="network.awards")
def checked(request, round):
    """The file that went into the ranking, for anybody who wants to count it again with the command."""
    if why_not_see_scores(round, by=request.user) or hidden_from(round, request.user):
        raise Http404
    _scored, _stored, _is_stale, text = scored_for(round)
    record("awards.export", round, by=request.user, at=request.received_at, after="scores.json")
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{round.code}-reviews.json"'
    response["Cache-Control"] = "private, no-store"
    return response


def _table(request, round, how):
    if why_not_see_scores(round, by=request.user):
        raise Http404
    scored, _stored, _is_stale, _text = scored_for(round)
    record("awards.export", round, by=request.user, at=request.received_at, after=f"ranking.{how}")
    words = RoundWords([round])
    header = [
        _("Place"), _("Reference"), _("Project"), _("Nomination"), _("Reviews"), _("Raw mean"), _("Result"), _("Spread"),
        _("Tied with"), _("Enough reviews"),
    ]  # fmt: skip
    rows = [
        [
            row.rank, row.entry.reference, row.entry.project_title, words.nomination(row.entry.nomination), row.reviews, row.raw_mean,
            row.result, row.spread, ", ".join(row.tied_with), _("yes") if row.is_decided else _("no"),
        ]
        for row in desk_rows(round, scored, user=request.user)
    ]  # fmt: skip
    return header, rows


@require_safe
@of_round
@reauthentication_required(app="network.awards")
def csv(request, round):
    return csv_response(f"{round.code}-ranking", *_table(request, round, "csv"))


@require_safe
@of_round
@reauthentication_required(app="network.awards")
def xlsx(request, round):
    return xlsx_response(f"{round.code}-ranking", _("Ranking"), *_table(request, round, "xlsx"))
