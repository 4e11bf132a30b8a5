from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.awards.copies import blind_copy, full_copy
from network.awards.models import AwardRound
from network.awards.queries.reading_room import blind_files
from network.awards.queries.writing import answers_of, entry_overview, my_entries, nomination_titles
from network.awards.views.entrant.access import own_entry


@require_safe
@never_cache
@login_required
def mine(request):
    at = request.received_at
    return render(
        request,
        "awards/mine.html",
        {
            "entries": my_entries(request.user),
            "rounds": [(round, round.page()) for round in AwardRound.objects.taking_entries(at=at)],
        },
    )


@require_safe
@own_entry
def entry(request, entry):
    return render(
        request, "awards/entry.html", entry_overview(entry, by=request.user, at=request.received_at)
    )


@require_safe
@own_entry
def preview(request, entry):
    """The entry as a juror will read it, and what of it stays with the secretary."""
    answers = answers_of(entry)
    nominations = nomination_titles(entry.round)
    return render(
        request,
        "awards/preview.html",
        {
            "entry": entry,
            "round": entry.round,
            "sections": blind_copy(answers, nominations=nominations),
            "whole": full_copy(answers, nominations=nominations),
            "files": blind_files(entry),
        },
    )
