from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from network.awards.actions.jury import decide_conflict
from network.awards.forms.chair import DecideConflictForm
from network.awards.models import Conflict
from network.awards.queries.conflicts import reason_words, to_decide
from network.awards.rules.jury import why_not_decide_conflict
from network.awards.views.chair.access import act, frame, of_round, wrong


@require_safe
@of_round
def conflicts(request, round):
    """Ties between jurors and entries; those that wait stand first."""
    at, by = request.received_at, request.user
    rows = []
    for one in to_decide(round):
        one.entry.round = one.juror.round = round
        rows.append(
            {
                "conflict": one,
                "words": [reason_words(reason, to_juror=False) for reason in one.reasons],
                "may_recuse": why_not_decide_conflict(one, "recuse", by=by, at=at) is None,
                "may_waive": why_not_decide_conflict(one, "waive", by=by, at=at, why="x" * 20) is None,
            }
        )
    context = {**frame(round, _("Conflicts of interest"), "conflicts"), "rows": rows}
    return render(request, "awards/desk/jury/conflicts.html", context)


@require_POST
@of_round
def decide(request, round, pk):
    conflict = get_object_or_404(Conflict, entry__round=round, pk=pk)
    form = DecideConflictForm(request.POST)
    if not form.is_valid():
        return wrong(request, round, "conflicts", form)
    done = _("She steps aside.") if form.cleaned_data["verb"] == "recuse" else _("She may read the entry.")
    return act(
        request, round, "conflicts",
        lambda: decide_conflict(conflict=conflict, by=request.user, at=request.received_at, **form.cleaned_data),
        done,
    )  # fmt: skip
