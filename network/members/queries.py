"""Reads for members' screens."""

from django.conf import settings

from network.members.models import Institution, Profile


def profile_of(user) -> Profile:
    """Her profile, or an unsaved one as it would begin: reading never writes."""
    return Profile.objects.filter(user=user).first() or Profile(user=user, name=user.name)


def reader_zone(user) -> str:
    zone = Profile.objects.filter(user=user).values_list("time_zone", flat=True).first()
    return zone or settings.NETWORK_TIME_ZONE


# As many as a browser's list stays quick with; her own country first.
MOST_CHOICES = 500


def institutions_to_choose(*, country: str | None) -> list[str]:
    checked = Institution.objects.filter(is_checked=True)
    if country:
        checked = checked.filter(country=country)
    return [institution.label for institution in checked[:MOST_CHOICES]]
