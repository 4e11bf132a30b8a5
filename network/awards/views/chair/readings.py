"""Who reads what, on one sheet; single readings given, taken back, unlocked."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from network.awards.actions.reading import assign, take_back
from network.awards.actions.reviews import unlock, withhold_comment
from network.awards.forms.chair import AssignForm, WhyNeededForm
from network.awards.jury_states import JurorState
from network.awards.models import Assignment, Entry, Juror
from network.awards.models.reviews import Review
from network.awards.queries.conflicts import substitutes
from network.awards.queries.plans import criteria_for
from network.awards.queries.progress import entry_rows
from network.awards.queries.ranking import hidden_from
from network.awards.rules.judging import why_not_see_scores
from network.awards.rules.jury import why_not_share
from network.awards.rules.reviews import why_not_unlock, why_not_withhold
from network.awards.states import JUDGED
from network.awards.views.chair.access import act, frame, of_round, wrong
from network.members.history import record_reading


@require_safe
@of_round
def readings(request, round):
    jurors = list(
        Juror.objects.filter(round=round, state__in=[JurorState.ACTIVE, JurorState.LEFT]).select_related(
            "user"
        )
    )
    hidden = hidden_from(round, request.user)
    rows = [row for row in entry_rows(round, jurors) if row.entry.reference not in hidden]
    short = [
        {"row": row, "substitutes": substitutes(row.entry)[:3]}
        for row in rows
        if row.is_short and round.phase == "judging"
    ]
    context = {
        **frame(round, _("Readings"), "readings"),
        "jurors": jurors,
        "rows": rows,
        "short": short,
        "may_share": why_not_share(round, by=request.user, at=request.received_at) is None,
    }
    return render(request, "awards/desk/jury/readings.html", context)


def _entry(round, reference, user):
    """An entry before the jury; one the reader stepped aside from as a juror does not exist for her."""
    if reference in hidden_from(round, user):
        raise Http404
    return get_object_or_404(
        Entry.objects.select_related("round", "nomination"), round=round, reference=reference
    )


@require_safe
@of_round
def reviews(request, round, reference):
    """All reviews of one entry. Reading them is noted."""
    entry = _entry(round, reference, request.user)
    at, by = request.received_at, request.user
    why_not = why_not_see_scores(round, by=by)
    rows = []
    for assignment in (
        Assignment.objects.filter(entry=entry)
        .select_related("juror__user", "entry__round")
        .prefetch_related("reviews__unlocked_by")
        .order_by("juror__name")
    ):
        versions = [] if why_not else list(assignment.reviews.all())
        rows.append(
            {
                "assignment": assignment,
                "versions": versions,
                "may_unlock": why_not_unlock(assignment, by=by, at=at, why="x" * 20) is None,
                "may_withhold": bool(versions)
                and why_not_withhold(_with(versions[-1], assignment), by=by, at=at) is None,
            }
        )
    if not why_not:
        record_reading(entry, by=by, at=at, purpose="reviews")
    context = {
        **frame(round, _("Readings"), "readings"),
        "entry": entry,
        "rows": rows,
        "why_not": why_not,
        "criteria": criteria_for(round),
        "why_form": WhyNeededForm(),
        "substitutes": substitutes(entry) if entry.state in JUDGED and round.phase == "judging" else [],
    }
    return render(request, "awards/desk/jury/reviews.html", context)


def _with(review, assignment):
    review.assignment = assignment
    return review


@require_POST
@of_round
def give(request, round, reference):
    entry = _entry(round, reference, request.user)
    form = AssignForm(request.POST, jurors=Juror.objects.filter(round=round))
    if not form.is_valid():
        return wrong(request, round, "readings", form)
    return act(
        request, round, "readings",
        lambda: assign(
            entry=entry, juror=form.cleaned_data["juror"], basis=Assignment.Basis.SUBSTITUTE, by=request.user,
            at=request.received_at,
        ),
        _("%(juror)s reads %(entry)s.") % {"juror": form.cleaned_data["juror"], "entry": entry.reference},
    )  # fmt: skip


@require_POST
@of_round
def take(request, round, pk):
    assignment = get_object_or_404(Assignment, entry__round=round, pk=pk)
    return act(
        request, round, "readings",
        lambda: take_back(assignment=assignment, by=request.user, at=request.received_at),
        _("The entry was taken back."),
    )  # fmt: skip


@require_POST
@of_round
def open_again(request, round, pk):
    assignment = get_object_or_404(Assignment.objects.select_related("entry"), entry__round=round, pk=pk)
    form = WhyNeededForm(request.POST)
    if not form.is_valid():
        return wrong(request, round, "readings", form)
    return act(
        request, round, "readings",
        lambda: unlock(assignment=assignment, by=request.user, at=request.received_at, **form.cleaned_data),
        _("The review is open again; its juror is told."),
    )  # fmt: skip


@require_POST
@of_round
def withhold(request, round, pk):
    review = get_object_or_404(
        Review.objects.select_related("assignment__entry"), assignment__entry__round=round, pk=pk
    )
    withheld = request.POST.get("withheld") == "1"
    return act(
        request, round, "readings",
        lambda: withhold_comment(review=review, withheld=withheld, by=request.user, at=request.received_at),
        _("The comment will not go to the entrants.") if withheld else _("The comment goes to the entrants."),
    )  # fmt: skip
