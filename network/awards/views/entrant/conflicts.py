from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from network.awards.actions.drafts import resolve
from network.awards.answers import shown
from network.awards.forms.parts import PartForm
from network.awards.models import EntryPart
from network.awards.queries.writing import nomination_titles
from network.awards.questions import BY_PART, QUESTIONS
from network.awards.views.entrant.access import own_entry
from network.content.refusals import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@own_entry
def aside(request, entry, pk):
    """Two texts for the same question beside each other, and a field to bring them together."""
    row = entry.set_aside.filter(pk=pk, resolved_at__isnull=True).select_related("by").first()
    if row is None:
        raise Http404
    part = EntryPart.objects.filter(entry=entry, code=row.code).select_related("updated_by").first()
    nominations = nomination_titles(entry.round)
    form = PartForm(
        BY_PART[row.code],
        writable=set(row.data),
        nominations=list(nominations.items()),
        answers=part.data if part else {},
        data=request.POST if request.method == "POST" else None,
    )
    if request.method == "POST" and form.is_valid():
        try:
            saved = resolve(
                aside=row,
                values=form.values(),
                base=form.cleaned_data["base"],
                by=request.user,
                at=request.received_at,
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            if saved.conflicts:
                return redirect("awards:aside", entry.reference, saved.aside.pk)
            return redirect("awards:part", entry.reference, row.code)
    pairs = [
        {
            "question": QUESTIONS[code],
            "field": form[code],
            "theirs": shown(QUESTIONS[code], (part.data if part else {}).get(code), nominations=nominations),
            "mine": shown(QUESTIONS[code], value, nominations=nominations),
        }
        for code, value in row.data.items()
    ]
    context = {
        "entry": entry,
        "aside": row,
        "part": BY_PART[row.code],
        "row": part,
        "form": form,
        "pairs": pairs,
        "theirs_name": part.updated_by if part and part.updated_by else _("a co-author"),
    }
    return render(request, "awards/conflict.html", context, status=422 if form.errors else 200)
