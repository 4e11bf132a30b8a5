"""What waits for the coordinator of a round today, the most pressing first."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import ngettext

from mentoring.models import Concern, Pair, Round, Run
from mentoring.pair_states import BACK_ON_THE_DESK, PairState, RunState
from mentoring.queries.pairs import pairs_of, quiet_since


@dataclass(frozen=True)
class Line:
    """A sentence that leads to what has to be done; ``tone`` says how pressing it is."""

    count: int
    sentence: str
    url: str
    tone: str


def today(round: Round, *, at: datetime) -> list[Line]:
    """A fixed number of queries."""
    pairs = reverse("mentoring_admin:pairs", args=[round.code])
    own = Pair.objects.filter(round=round)
    concerns = Concern.objects.filter(round=round, closed_at__isnull=True).count()
    back = own.filter(came_back()).count()
    lapsing = own.filter(state=PairState.OFFERED, answer_by__lte=at + timedelta(days=1)).count()
    pauses = own.filter(state=PairState.PAUSED, paused_until__lt=at.date()).count()
    drafts = Run.objects.filter(round=round, state=RunState.DRAFT).count()
    quiet = [quiet_since(one, at=at) for one in pairs_of(round).together()]
    red, yellow = quiet.count("red"), quiet.count("yellow")
    lines = [
        Line(
            concerns,
            ngettext("concern to be looked at", "concerns to be looked at", concerns),
            reverse("mentoring_admin:concerns", args=[round.code]),
            "danger",
        ),
        Line(
            back,
            ngettext(
                "person has lost an offer or a pair: find another",
                "people have lost an offer or a pair: find another",
                back,
            ),
            f"{pairs}?show=back",
            "danger",
        ),
        Line(
            red,
            ngettext("pair silent for 45 days or longer", "pairs silent for 45 days or longer", red),
            f"{pairs}?show=quiet",
            "danger",
        ),
        Line(
            lapsing,
            ngettext("offer lapses within a day", "offers lapse within a day", lapsing),
            f"{pairs}?show=offered",
            "notice",
        ),
        Line(
            yellow,
            ngettext("pair silent for 30 to 44 days", "pairs silent for 30 to 44 days", yellow),
            f"{pairs}?show=quiet",
            "notice",
        ),
        Line(pauses, ngettext("pause is over", "pauses are over", pauses), f"{pairs}?show=paused", "notice"),
        Line(
            drafts,
            ngettext("draft run not published", "draft runs not published", drafts),
            reverse("mentoring_admin:matching", args=[round.code]),
            "action",
        ),
    ]
    return [line for line in lines if line.count]


def came_back() -> Q:
    """Offers that came to nothing and ended pairs with somebody who waits for another partner; not dealt with yet."""
    return Q(seen_at__isnull=True) & (
        Q(state__in=BACK_ON_THE_DESK)
        | Q(state=PairState.ENDED_EARLY, mentee_wants_another=True)
        | Q(state=PairState.ENDED_EARLY, mentor_wants_another=True)
    )
