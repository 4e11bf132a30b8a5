"""Ties between two people that juries and partners must know of."""

from django.utils.translation import gettext_lazy as _

from mentoring.models import MenteeProfilePage, MentorListing
from mentoring.states import Standing
from network.members.registries import Tie, register_ties

GONE = (Standing.DRAFT, Standing.WITHDRAWN, Standing.DECLINED)


def fill() -> None:
    register_ties("mentoring-named", named)


def named(one, other) -> list[Tie]:
    """One named the other as a wished mentor."""
    return [
        Tie("mentoring-named", _("One of them named the other as a mentor in an application."))
        for mentee, mentor in ((one, other), (other, one))
        if _has_named(mentee, mentor)
    ][:1]


def _has_named(mentee, mentor) -> bool:
    listing = MentorListing.objects.filter(person=mentor).first()
    if listing is None:
        return False
    wishes = (
        MenteeProfilePage.objects.filter(application__person=mentee)
        .exclude(application__state__in=GONE)
        .values_list("prefers", flat=True)
    )
    return any(str(listing.key) in keys for keys in wishes)
