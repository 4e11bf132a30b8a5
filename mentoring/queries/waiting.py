"""What of all rounds together waits for a coordinator, for the first page of the admin."""

from django.urls import reverse
from django.utils.translation import gettext as _

from mentoring.models import Concern, Pair, Run
from mentoring.pair_states import RunState
from mentoring.queries.today import came_back
from network.content.desk import Waiting


def waiting_lines() -> list[Waiting]:
    """Three queries and at most three rounds to name."""
    rounds = reverse("mentoring_admin:rounds")
    back = Pair.objects.filter(came_back())
    drafts = Run.objects.filter(state=RunState.DRAFT)
    concerns = Concern.objects.filter(closed_at__isnull=True)
    return [
        Waiting(
            _("concerns told by people in pairs"), concerns.count(), _of(concerns, "concerns", rounds), 5
        ),
        Waiting(
            _("people who lost an offer or a pair and need another"),
            back.count(),
            _of(back, "pairs", rounds),
            16,
        ),
        Waiting(
            _("runs of the matching that are not published"),
            drafts.count(),
            _of(drafts, "matching", rounds),
            17,
        ),
    ]


def _of(rows, screen: str, otherwise: str) -> str:
    """The screen of the one round they are in, or the list of rounds when there are several."""
    codes = sorted(set(rows.order_by().values_list("round__code", flat=True)))
    return reverse(f"mentoring_admin:{screen}", args=[codes[0]]) if len(codes) == 1 else otherwise
