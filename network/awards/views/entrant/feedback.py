from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from network.awards.queries.entrant_feedback import feedback_page
from network.awards.states import EntryState
from network.awards.views.entrant.access import own_entry
from network.recognition.models import Certificate


@require_safe
@own_entry
def feedback(request, entry):
    """What the jury said, from the release on."""
    if entry.state != EntryState.DECIDED:
        raise Http404
    has_certificate = Certificate.objects.of(request.user).filter(subject=entry.reference).exists()
    context = {
        **feedback_page(entry),
        "certificate": reverse("recognition:own") if has_certificate else "",
    }
    return render(request, "awards/feedback.html", context)
