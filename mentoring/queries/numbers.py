"""The numbers of a round: how many were paired, how soon, how they worked, how it ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.db.models import Count
from django.utils.translation import gettext as _

from mentoring.models import Application, Meeting, Pair, Round
from mentoring.pair_states import END_REASONS, OFFER_REASON_LABELS, MeetingState, PairState
from mentoring.queries.shares import hidden, percent
from mentoring.states import Standing

SOON = timedelta(days=30)


@dataclass(frozen=True)
class Number:
    label: str
    value: int | str
    is_count: bool = True

    @property
    def outside(self):
        """As it may leave the desk."""
        return hidden(self.value) if self.is_count and isinstance(self.value, int) else self.value


def numbers_of(round: Round, *, at: datetime) -> list[Number]:
    """Five queries."""
    accepted = dict(
        Application.objects.filter(round=round, state=Standing.ACCEPTED)
        .values_list("side")
        .annotate(n=Count("pk"))
        .order_by()
    )
    pairs = list(
        Pair.objects.filter(round=round).values(
            "pk",
            "state",
            "mentee",
            "offered_at",
            "settled_at",
            "decline_reason",
            "end_reason",
            "mentee__decided_at",
        )
    )
    held: dict[int, list] = {}
    for pair, starts_at in Meeting.objects.filter(pair__round=round, state=MeetingState.HELD).values_list(
        "pair", "starts_at"
    ):
        held.setdefault(pair, []).append(starts_at)
    settled = [one for one in pairs if one["settled_at"]]
    paired = {one["mentee"] for one in settled}
    due = [one for one in settled if one["settled_at"] + SOON <= at or one["pk"] in held]
    soon = [one for one in due if one["pk"] in held and min(held[one["pk"]]) <= one["settled_at"] + SOON]
    mentees = accepted.get("mentee", 0)
    found = [
        Number(_("mentees accepted"), mentees),
        Number(_("mentors accepted"), accepted.get("mentor", 0)),
        Number(_("offers made"), len(pairs)),
        Number(_("mentees in a pair, now or before"), len(paired)),
        Number(_("share of mentees in a pair"), _percent(len(paired), mentees), False),
        Number(_("days from offer to pair, half of them sooner"), _days(settled), False),
        Number(_("pairs that met within 30 days"), len(soon)),
        Number(_("meetings held"), sum(len(one) for one in held.values())),
        Number(
            _("meetings a pair"),
            f"{sum(map(len, held.values())) / len(settled):.1f}" if settled else "—",
            False,
        ),
        *(
            Number(str(label), sum(one["state"] == state for one in pairs))
            for state, label in PairState.choices
        ),
    ]
    found += [
        Number(_("declined: %(reason)s") % {"reason": label}, count)
        for label, count in _by_reason(pairs, "decline_reason", OFFER_REASON_LABELS.items())
    ]
    found += [
        Number(_("ended early: %(reason)s") % {"reason": label}, count)
        for label, count in _by_reason(pairs, "end_reason", END_REASONS)
    ]
    return found


def _by_reason(pairs, field: str, reasons) -> list[tuple]:
    counted = [(label, sum(one[field] == code for one in pairs)) for code, label in reasons]
    return [row for row in counted if row[1]]


def _percent(part: int, whole: int) -> str:
    return f"{percent(part, whole)} %" if whole else "—"


def _days(settled) -> str:
    return (
        str(int(median((one["settled_at"] - one["offered_at"]).days for one in settled))) if settled else "—"
    )
