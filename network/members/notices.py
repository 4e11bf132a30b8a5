"""What members are told by letter, in the language they read."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from network.content.mail.writing import write_letter
from network.members.models import Profile
from network.members.roles import role_label
from network.members.time_zones import zone_label

ACCOUNT_LETTERS = {
    "account/email/email_confirmation": "account/code",
    "account/email/email_confirmation_signup": "account/code",
    "account/email/account_already_exists": "account/already",
    "account/email/unknown_account": "account/unknown",
    "account/email/password_reset_key": "account/reset",
    "account/email/password_changed": "account/password-changed",
    "account/email/password_set": "account/password-changed",
    "account/email/password_reset": "account/password-reset",
    "account/email/email_changed": "account/address-changed",
    "account/email/email_deleted": "account/address-removed",
    "mfa/email/totp_activated": "account/second-factor-on",
    "mfa/email/totp_deactivated": "account/second-factor-off",
    "mfa/email/recovery_codes_generated": "account/recovery-codes",
}
# What allauth may say of a request, as one letter may hold it.
LONGEST_PROGRAM = 120


def site_url(name: str, *args, language: str, **kwargs) -> str:
    """An absolute address in the reader's language; never made from what a request claims to be the host."""
    with override(language):
        return settings.SITE_URL + reverse(name, args=args, kwargs=kwargs)


def reader_of(email: str) -> Profile | None:
    return Profile.objects.filter(user__email=email.lower()).first()


def account_letter(prefix: str, *, to: str, context: dict, language: str, at) -> None:
    """One of allauth's letters, said in our words. A member reads it in her language, a stranger in the page's."""
    reader = reader_of(to) or Profile.objects.filter(user=context.get("user")).first()
    language = reader.letters_language if reader else language
    zone = ZoneInfo(reader.time_zone if reader else settings.NETWORK_TIME_ZONE)
    facts = {
        "code": context.get("code"),
        "from_email": context.get("from_email"),
        "to_email": context.get("to_email"),
        "deleted_email": context.get("deleted_email"),
        "timestamp": context.get("timestamp", at),
        "zone": zone,
        "zone_name": zone_label(zone.key, language=language, at=at),
        "ip": context.get("ip"),
        "user_agent": str(context.get("user_agent", ""))[:LONGEST_PROGRAM],
        "contact_email": settings.CONTACT_EMAIL,
        "signup_url": site_url("account_signup", language=language),
        "password_reset_url": _reset_url(context, language),
    }
    write_letter(ACCOUNT_LETTERS[prefix], to=to, language=language, context=facts, at=at)


def _reset_url(context: dict, language: str) -> str:
    """The link with its key when the letter brings one, else the page where one asks for it."""
    if "key" not in context:
        return site_url("account_reset_password", language=language)
    with override(language):
        path = reverse("account_reset_password_from_key", args=[context["uid"], context["key"]])
    return settings.SITE_URL + path


def second_factor_was_reset(user, *, at) -> None:
    language = letters_language(user)
    write_letter(
        "account/second-factor-reset",
        to=user.email,
        language=language,
        context={
            "url": site_url("account_login", language=language),
            "contact_email": settings.CONTACT_EMAIL,
        },
        at=at,
    )


def invitation(invitation, *, token: str, about: str, at) -> None:
    language = invitation.language
    with override(language):
        role = str(role_label(invitation.role))
    if about and not invitation.role:
        role, about = about, ""
    write_letter(
        "members/invitation",
        to=invitation.email,
        language=language,
        context={
            "role": role,
            "about": about,
            "inviter": str(invitation.invited_by),
            "expires_at": invitation.expires_at,
            "zone": ZoneInfo(settings.NETWORK_TIME_ZONE),
            "zone_name": zone_label(settings.NETWORK_TIME_ZONE, language=language, at=at),
            "url": site_url("members:invitation", token, language=language),
        },
        at=at,
    )


def letters_language(user) -> str:
    """The language a member reads her letters in; upper floors ask this, too."""
    profile = Profile.objects.filter(user=user).only("letters_language").first()
    return profile.letters_language if profile else settings.LANGUAGE_CODE
