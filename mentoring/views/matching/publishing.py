"""Before offers go out: who gets one, who does not any more, the letters, the shares."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from mentoring import notices
from mentoring.actions.offers import answer_deadline
from mentoring.actions.publishing import publish_run
from mentoring.forms.runs import PublishForm
from mentoring.models import Pair
from mentoring.permissions import coordinators_only
from mentoring.queries.comparing import compare
from mentoring.queries.publishing import check_run, known_applications
from mentoring.queries.shares import outside, shares_of
from mentoring.rules.runs import why_not_publish
from mentoring.views.matching.runs import computed_run
from network.content.refusals import Refused
from network.content.spreadsheets import csv_response, xlsx_response

SHARES_HEADER = (
    gettext_lazy("kind"),
    gettext_lazy("group"),
    gettext_lazy("mentees"),
    gettext_lazy("with a pair"),
    gettext_lazy("per cent"),
)


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request, pk):
    run, now = computed_run(pk), timezone.now()
    check = check_run(run, at=now)
    form = PublishForm(request.POST or None, initial={"seen": check.fingerprint})
    if request.method == "POST" and form.is_valid():
        try:
            pairs = publish_run(run=run, by=request.user, at=now, **form.cleaned_data)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("mentoring_admin:publish_run", pk)
        told = ngettext("%(number)d offer has gone out.", "%(number)d offers have gone out.", len(pairs))
        messages.success(request, told % {"number": len(pairs)})
        return redirect("mentoring_admin:pairs", run.round.code)
    return render(
        request,
        "mentoring/matching/publish.html",
        {
            "round": run.round,
            "run": run,
            "check": check,
            "form": form,
            "letters": letters_of(run, check, at=now),
            "others": _others(run, check),
            "shares": shares_of(run),
            "why_not": why_not_publish(run, by=request.user, at=now),
        },
    )


def _others(run, check) -> int:
    offered = {one.mentee.pk for one in check.offers}
    return sum(one["application"] not in offered for one in run.input["mentees"])


def letters_of(run, check, *, at) -> list:
    """One letter of each kind, as it will read for the first real person."""
    found = []
    if check.offers:
        first = check.offers[0]
        pair = Pair(
            round=run.round,
            mentee=first.mentee,
            mentor=first.mentor,
            answer_by=answer_deadline(run.round, at=at),
        )
        first.mentee.round = first.mentor.round = run.round
        found += [notices.offers.preview_offer(pair, side) for side in ("mentee", "mentor")]
    offered = {one.mentee.pk for one in check.offers}
    left = next((one for one in known_applications(run, "mentees").values() if one.pk not in offered), None)
    if left:
        left.round = run.round
        found.append(notices.offers.preview_not_paired(left))
    return [letter for letter in found if letter]


@coordinators_only
@require_safe
def comparison(request, pk, other):
    one, two = computed_run(pk), computed_run(other)
    if one.round_id != two.round_id:
        raise Http404
    first, second = shares_of(one), shares_of(two)
    return render(
        request,
        "mentoring/matching/compare.html",
        {
            "round": one.round,
            "one": one,
            "other": two,
            "comparison": compare(one, two),
            "shares": [
                (title, _beside(rows, others))
                for (_kind, title, rows), (_k, _t, others) in zip(first, second, strict=True)
            ],
        },
    )


def _beside(rows, others) -> list[tuple]:
    there = {str(share.label): share for share in others}
    here = {str(share.label): share for share in rows}
    return [(label, here.get(label), there.get(label)) for label in dict.fromkeys([*here, *there])]


@coordinators_only
@require_safe
def shares(request, pk, kind):
    """Shares as a table that may leave the desk: numbers under five are hidden."""
    run = computed_run(pk)
    rows = [[title, *outside(share)] for _kind, title, found in shares_of(run) for share in found]
    name = f"shares-{run.round.code.lower()}-{run.number}"
    header = [*SHARES_HEADER, _("* under five, hidden")]
    if kind == "csv":
        return csv_response(name, header, rows)
    if kind == "xlsx":
        return xlsx_response(name, run.round.code, header, rows)
    raise Http404
