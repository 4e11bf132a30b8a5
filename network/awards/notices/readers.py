"""To whom a letter goes, in which language and zone."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from network.awards.models import Entry
from network.content.mail.writing import write_letter
from network.members.models import Profile, User


@dataclass(frozen=True)
class Reader:
    user: User
    email: str
    language: str
    zone: str


def authors(entry: Entry) -> list[Reader]:
    """Everybody who writes the entry now, its owner first."""
    rows = (
        entry.authors.filter(removed_at__isnull=True, user__isnull=False, user__is_active=True)
        .select_related("user__profile")
        .order_by("pk")
    )
    return [reader(row.user, entry.letters_language) for row in rows]


def reader(user: User, language: str = "") -> Reader:
    profile = _profile(user)
    return Reader(
        user=user,
        email=user.email,
        language=profile.letters_language if profile else language or settings.LANGUAGE_CODE,
        zone=profile.time_zone if profile else settings.NETWORK_TIME_ZONE,
    )


def _profile(user: User) -> Profile | None:
    try:
        return user.profile
    except Profile.DoesNotExist:
        return None


def write(template: str, to: Reader, *, context: dict, at, once_key: str | None = None) -> None:
    """A letter whose dates are said in the reader's own zone."""
    with timezone.override(ZoneInfo(to.zone)):
        write_letter(
            f"awards/{template}",
            to=to.email,
            language=to.language,
            context={**context, "reader": to},
            at=at,
            once_key=once_key,
        )
