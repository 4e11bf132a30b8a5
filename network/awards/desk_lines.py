"""What waits for the secretary and the chair, on the dashboard: to each what she may do herself."""

from django.urls import reverse
from django.utils.translation import gettext as _

from network.awards.queries.desk import waits
from network.awards.queries.waiting import decisions_that_wait
from network.awards.rules.people import is_award_staff, is_secretary
from network.content.desk import Waiting

ORDER = 30


def lines(request) -> list[Waiting]:
    if not is_award_staff(request.user):
        return []
    found, url = waits(by=request.user), reverse("awards_desk:entries")
    rows = [
        Waiting(_("Refusals that wait for a second person"), found["second"], f"{url}?waits=second", ORDER)
    ]
    if is_secretary(request.user):
        rows += [
            Waiting(_("Entries to screen"), found["screening"], f"{url}?waits=screening", ORDER),
            Waiting(
                _("Entries with their authors for repair"), found["repair"], f"{url}?waits=repair", ORDER + 1
            ),
        ]
    return [*rows, *_decisions(request)]


def _decisions(request) -> list[Waiting]:
    words = {
        "conflicts": _("%(round)s: conflicts of interest to decide on"),
        "decisions": _("%(round)s: decisions of the jury to propose or to approve"),
    }
    return [
        Waiting(
            words[screen] % {"round": round.code},
            number,
            reverse(f"awards_desk:{screen}", args=[round.code.lower()]),
            ORDER,
        )
        for round, screen, number in decisions_that_wait(by=request.user, at=request.received_at)
    ]
