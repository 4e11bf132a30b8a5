from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from network.awards.actions import sending as actions
from network.awards.copies import blind_copy
from network.awards.queries.writing import entry_overview, nomination_titles
from network.awards.rules.sending import why_not_submit, why_not_withdraw
from network.awards.views.entrant.access import own_entry
from network.content.refusals import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@own_entry
def send(request, entry):
    """Look once more, then send. The answer to sending is the receipt."""
    at, refused = request.received_at, None
    if request.method == "POST":
        try:
            snapshot = actions.submit(entry=entry, by=request.user, at=at)
        except Refused as refusal:
            refused = refusal.sentence
        else:
            return redirect("awards:receipt", entry.reference, snapshot.number)
    context = entry_overview(entry, by=request.user, at=at)
    context["why_not"] = refused or why_not_submit(entry, by=request.user, at=at)
    return render(request, "awards/send.html", context, status=409 if refused else 200)


@require_safe
@own_entry
def receipt(request, entry, number):
    snapshot = entry.snapshots.filter(number=number).select_related("submitted_by").first()
    if snapshot is None:
        raise Http404
    answers = snapshot.content.get("answers", {})
    context = {
        "entry": entry,
        "round": entry.round,
        "snapshot": snapshot,
        "is_current": snapshot.pk == entry.current_snapshot_id,
        "sections": blind_copy(answers, nominations=nomination_titles(entry.round)),
        "may_change": why_not_submit(entry, by=request.user, at=request.received_at) is None,
    }
    return render(request, "awards/receipt.html", context)


@require_safe
@own_entry
def frozen_text(request, entry, number):
    """The very bytes whose SHA-256 the receipt names."""
    snapshot = entry.snapshots.filter(number=number).first()
    if snapshot is None or snapshot.purged_at:
        raise Http404
    response = HttpResponse(snapshot.body.encode(), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{entry.reference}-{number}.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@own_entry
def withdraw(request, entry):
    why_not = why_not_withdraw(entry, by=request.user, at=request.received_at)
    if request.method == "POST":
        try:
            actions.withdraw(entry=entry, by=request.user, at=request.received_at)
        except Refused as refusal:
            why_not = refusal.sentence
        else:
            messages.success(request, _("The entry has been withdrawn."))
            return redirect("awards:mine")
    context = {"entry": entry, "why_not": why_not}
    return render(request, "awards/withdraw.html", context, status=409 if request.method == "POST" else 200)
