"""Reads for members' screens."""

import hashlib
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Exists, F, OuterRef
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from network.members.consents import purpose_of
from network.members.models import Consent, Institution, Invitation, Profile, User
from network.members.registries import PersonalData, personal_data
from network.members.rules import why_not_withdraw


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


@dataclass(frozen=True)
class ConsentRow:
    consent: Consent
    title: object
    text: object
    when_withdrawn: object
    why_not: object


def consents_of(user, *, at) -> list[ConsentRow]:
    """What she agreed to, with the very text, the open ones first."""
    rows = []
    for consent in user.consents.order_by(F("withdrawn_at").desc(nulls_first=True), "-given_at"):
        purpose = purpose_of(consent.purpose)
        rows.append(
            ConsentRow(
                consent,
                purpose.title if purpose else consent.purpose,
                purpose.text_of(consent.text_version) if purpose else "",
                purpose.when_withdrawn if purpose else "",
                why_not_withdraw(consent, by=user, at=at),
            )
        )
    return rows


def export_of(user) -> list[tuple[PersonalData, list[dict]]]:
    """Every part of a person's data, ready to be read or handed over."""
    parts = sorted(personal_data(), key=lambda part: (-part.order, part.code))
    return [(part, part.export(user)) for part in parts]


def what_stays() -> list:
    """Said before somebody erases herself."""
    return [part.stays for part in personal_data() if part.stays]


def invitation_by(token: str) -> Invitation | None:
    return Invitation.objects.filter(token_sha256=hashlib.sha256(token.encode()).hexdigest()).first()


def account_with(email: str) -> bool:
    return User.objects.filter(email__iexact=email).exists()


def people():
    """Members as the desk lists them: roles and second factor in two queries, whatever their number."""
    totp = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    return User.objects.annotate(has_second_factor=Exists(totp)).prefetch_related("groups")


def person_facts(user) -> list[tuple[object, object]]:
    """What an administrator sees of a member."""
    profile = profile_of(user)
    verified = user.emailaddress_set.filter(verified=True).exists()
    return [
        (_("E-mail address"), user.email),
        (_("Address verified"), _("yes") if verified else _("no")),
        (_("Name in Latin letters"), profile.name_latin or "—"),
        (
            _("Language of letters"),
            dict(settings.LANGUAGES).get(profile.letters_language, profile.letters_language),
        ),
        (_("Time zone"), profile.time_zone),
        (_("Country"), profile.get_country_display() or "—"),
        (_("Library or institution"), profile.institution or profile.institution_name or "—"),
        (_("Post"), profile.post or "—"),
        (_("Joined"), date_format(user.date_joined, "DATE_FORMAT")),
        (_("Last seen"), date_format(user.last_login, "DATETIME_FORMAT") if user.last_login else "—"),
        (_("Second factor"), _("yes") if user.has_second_factor else _("no")),
    ]


def any_case(text: str) -> set[str]:
    """SQLite knows capital and small letters of Latin alone: other scripts are looked for in each form."""
    return {text, text.lower(), text.upper(), text.title(), text.capitalize()}
