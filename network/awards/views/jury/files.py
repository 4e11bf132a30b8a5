from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from network.awards.documents.reading import reading_pdf
from network.awards.queries.plans import criteria_for
from network.awards.queries.reading_room import copy_for, files_for, lines, titles
from network.awards.states import Phase
from network.awards.views.jury.access import own_place, own_reading
from network.content.serving import private_file


@require_safe
@own_reading
def file(request, assignment, uuid):
    """One file of the entry, under a name that tells nothing; only where the sender said that it names nobody."""
    found = next((one for one in files_for(assignment) if one.uuid == uuid), None)
    if found is None:
        raise Http404
    row = assignment.entry.attachments.get(uuid=uuid)
    return private_file(row.file, name=found.name, media_type=row.media_type)


@require_safe
@own_place
def all_entries(request, juror):
    """Everything she is to read, and sheets to score on, as one document for paper."""
    round = juror.round
    if round.phase not in {Phase.JUDGING, Phase.DECIDING}:
        raise Http404
    nominations = titles(round)
    entries = [
        (row.assignment.entry, copy_for(row.assignment, nominations=nominations), files_for(row.assignment))
        for row in sorted(lines(juror), key=lambda row: row.assignment.order)
    ]
    body = reading_pdf(round, entries, criteria_for(round), language=get_language(), at=request.received_at)
    response = HttpResponse(body, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{round.code}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response
