"""The conflict check: names first, content only afterwards."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from network.awards.actions.jury import declare, finish_check
from network.awards.forms.reviews import DeclareForm
from network.awards.models import Entry
from network.awards.queries.conflicts import names_to_check, unchecked
from network.awards.rules.jury import why_not_check
from network.awards.states import JUDGED
from network.awards.views.jury.access import own_place, own_reading
from network.content.refusals import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@own_place
def check(request, juror):
    """Titles, organisations and names; «I know them» on a line, and one button for all the others."""
    if request.method == "POST":
        return _answer(request, juror)
    why_not = why_not_check(juror, by=request.user, at=request.received_at)
    context = {
        "juror": juror,
        "round": juror.round,
        "round_page": juror.round.page(),
        "names": [] if why_not else names_to_check(juror),
        "unchecked": unchecked(juror),
        "why_not": why_not,
    }
    return render(request, "awards/jury/check.html", context)


def _answer(request, juror):
    at = request.received_at
    try:
        if "declare" in request.POST:
            entry = Entry.objects.filter(
                round=juror.round, state__in=JUDGED, reference=request.POST["declare"]
            ).first()
            if entry is None:
                raise Refused(_("There is no such entry before the jury."))
            form = DeclareForm({"statement": request.POST.get(f"statement-{entry.reference}", "")})
            statement = form.cleaned_data["statement"] if form.is_valid() else ""
            declare(juror=juror, entry=entry, statement=statement, by=request.user, at=at)
            messages.success(
                request,
                _("%(entry)s is closed to you; the chair decides. Nobody thinks worse of you for it.")
                % {"entry": entry.reference},
            )
            return redirect("jury:check", juror.round.code.lower())
        finish_check(juror=juror, by=request.user, at=at)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("jury:check", juror.round.code.lower())
    messages.success(request, _("Thank you. You have answered for every entry on the list."))
    return redirect("jury:room", juror.round.code.lower())


@require_POST
@own_reading
def declare_while_reading(request, assignment):
    """She recognises somebody while she reads: the entry closes to her at once."""
    form = DeclareForm(request.POST)
    statement = form.cleaned_data["statement"] if form.is_valid() else ""
    try:
        declare(
            juror=assignment.juror,
            entry=assignment.entry,
            statement=statement,
            by=request.user,
            at=request.received_at,
        )
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("jury:entry", assignment.entry.reference)
    messages.success(
        request,
        _("%(entry)s is closed to you; the chair decides. Nobody thinks worse of you for it.")
        % {"entry": assignment.entry.reference},
    )
    return redirect("jury:room", assignment.entry.round.code.lower())
