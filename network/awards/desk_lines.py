"""What waits for the secretary and the chair, on the dashboard."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.awards.queries.desk import waits
from network.awards.rules.people import is_award_staff
from network.content.desk import Waiting

ORDER = 30


def lines(request) -> list[Waiting]:
    if not is_award_staff(request.user):
        return []
    found, url = waits(by=request.user), reverse("awards_desk:entries")
    return [
        Waiting(_("Entries to screen"), found["screening"], f"{url}?waits=screening", ORDER),
        Waiting(_("Refusals that wait for a second person"), found["second"], f"{url}?waits=second", ORDER),
        Waiting(
            _("Entries with their authors for repair"), found["repair"], f"{url}?waits=repair", ORDER + 1
        ),
    ]
