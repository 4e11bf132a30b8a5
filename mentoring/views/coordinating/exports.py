"""Pairs and numbers as tables that leave the desk."""

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.pair_states import END_REASON_LABELS, OFFER_REASON_LABELS
from mentoring.permissions import coordinators_only
from mentoring.queries.numbers import numbers_of
from mentoring.queries.pairs import pairs_of
from mentoring.queries.results import name_of
from mentoring.views.desk.rounds import asked_round
from network.content.spreadsheets import csv_response, xlsx_response
from network.members.history import record_reading


@coordinators_only
@require_safe
def pairs(request, code, kind):
    """One row a pair, without anything that is between the two; that it was taken is written down."""
    round = asked_round(code)
    header = [
        _("mentee"), _("number of the mentee"), _("mentor"), _("number of the mentor"), _("state"), _("score"), _("offered"), _("both said yes"),
        _("meetings held"), _("last sign of life"), _("ended"), _("reason"),
    ]  # fmt: skip
    rows = (
        [
            name_of(one.mentee), one.mentee.reference, name_of(one.mentor), one.mentor.reference,
            one.get_state_display(), one.score, _day(one.offered_at), _day(one.settled_at), one.held,
            _day(one.last_sign), _day(one.ended_at), _reason(one),
        ]
        for one in pairs_of(round).order_by("offered_at", "pk").iterator(chunk_size=500)
    )  # fmt: skip
    return _table(request, round, f"pairs-{round.code.lower()}", header, rows, kind)


@coordinators_only
@require_safe
def numbers(request, code, kind):
    """Counts under five are hidden: behind them stand people one could guess."""
    round = asked_round(code)
    rows = [[one.label, one.outside] for one in numbers_of(round, at=timezone.now())]
    return _table(
        request, round, f"numbers-{round.code.lower()}", [_("what"), _("how many (* under five)")], rows, kind
    )


def _table(request, round, name, header, rows, kind):
    if kind not in ("csv", "xlsx"):
        raise Http404
    record_reading(round, by=request.user, at=timezone.now(), purpose=f"export {name} {kind}"[:100])
    if kind == "csv":
        return csv_response(name, header, rows)
    return xlsx_response(name, round.code, header, rows)


def _reason(pair) -> str:
    """Why it came to nothing or ended, in words: the two lists share some of their codes."""
    if pair.decline_reason:
        return str(OFFER_REASON_LABELS.get(pair.decline_reason, pair.decline_reason))
    return str(END_REASON_LABELS.get(pair.end_reason, pair.end_reason))


def _day(moment):
    return moment.date() if moment else None
