from django.http import Http404
from django.utils import timezone
from django.views.decorators.http import require_safe

from mentoring.permissions import coordinators_only
from mentoring.queries.export import header, rows
from mentoring.views.desk.rounds import asked_round
from network.content.spreadsheets import csv_response, xlsx_response
from network.members.history import record_reading


@coordinators_only
@require_safe
def export(request, code, kind):
    """Sent applications as a table; that it was taken is written down."""
    round = asked_round(code)
    record_reading(round, by=request.user, at=timezone.now(), purpose=f"export {kind}")
    name = f"applications-{round.code.lower()}"
    if kind == "csv":
        return csv_response(name, header(), rows(round))
    if kind == "xlsx":
        return xlsx_response(name, round.code, header(), rows(round))
    raise Http404
