"""Certificates of a person: handed to her, and kept without her when she goes."""

from django.utils.translation import gettext_lazy

from network.members.registries import PersonalData, register_personal_data
from network.recognition.models import Certificate

STAYS = gettext_lazy(
    "Certificates stay valid without your account and without your name: who holds the paper can still have it checked."
)


def export(user) -> list[dict]:
    return [
        {
            "code": certificate.code,
            "name": certificate.shown_name,
            "name_is_shown": certificate.is_name_shown,
            "of": certificate.titles,
            "hours": certificate.hours,
            "edition": certificate.edition,
            "issued": certificate.issued_at,
            "revoked": certificate.revoked_at,
            "reason": certificate.reason,
        }
        for certificate in Certificate.objects.of(user)
    ]


def erase(user, *, at):
    """The hash of the name stays: it tells the name to nobody who does not know it already."""
    count = Certificate.objects.filter(holder=user).update(holder=None, shown_name="", is_name_shown=False)
    return str(STAYS) if count else None


def register() -> None:
    covers = ("recognition.Certificate",)
    register_personal_data(
        PersonalData("certificates", gettext_lazy("Certificates"), covers, export, erase, 90, STAYS)
    )
