from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone

from network.content.refusals import Refused
from network.members import notices
from network.members.actions.consents import give_consent
from network.members.consents import ACCOUNT
from network.members.history import record
from network.members.models import Profile, User
from network.members.rules import why_not_close, why_not_reset_second_factor


@transaction.atomic
def make_verified_member(
    *, email: str, name: str, password: str, is_sample: bool = False, is_superuser: bool = False
) -> User:
    """An account whose address is taken as verified: made by the operator, not by a sign-up form.

    Without the verified address even an administrator could not sign in.
    """
    email = email.lower()
    user = User.objects.filter(email=email).first() or User(email=email)
    user.name = name
    user.is_staff = user.is_superuser = is_superuser
    user.set_password(password)
    user.save()
    EmailAddress.objects.update_or_create(
        user=user, email=email, defaults={"verified": True, "primary": True}
    )
    Profile.objects.update_or_create(user=user, defaults={"name": name, "is_sample": is_sample})
    record("make_member", user, by=None, at=timezone.now())
    return user


@transaction.atomic
def join(*, user: User, language: str, time_zone: str, at: datetime) -> Profile:
    """What a new account begins with: a profile in her language and zone, and her consent to keeping it."""
    profile = Profile.objects.create(user=user, letters_language=language, time_zone=time_zone)
    give_consent(user=user, purpose=ACCOUNT, language=language, at=at)
    record("join", user, by=user, at=at)
    return profile


@transaction.atomic
def close_account(*, user: User, by: User, at: datetime, why: str = "") -> User:
    """She can no longer sign in; nothing is erased, and every open session ends with its next request."""
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if sentence := why_not_close(user, by=by, at=at):
        raise Refused(sentence)
    if user.is_active:
        user.is_active = False
        user.save(update_fields=["is_active"])
        record("close_account", user, by=by, at=at, before="open", after="closed", why=why)
    return user


@transaction.atomic
def open_account(*, user: User, by: User, at: datetime, why: str = "") -> User:
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if sentence := why_not_close(user, by=by, at=at):
        raise Refused(sentence)
    if not user.is_active:
        user.is_active = True
        user.save(update_fields=["is_active"])
        record("open_account", user, by=by, at=at, before="closed", after="open", why=why)
    return user


@transaction.atomic
def reset_second_factor(*, user: User, by: User, at: datetime, why: str = "") -> int:
    """Take away a lost second factor; she is told by letter and sets up a new one at her next visit."""
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if sentence := why_not_reset_second_factor(user, by=by, at=at):
        raise Refused(sentence)
    gone, _ = Authenticator.objects.filter(user=user).delete()
    if gone:
        record("reset_second_factor", user, by=by, at=at, why=why)
        notices.second_factor_was_reset(user, at=at)
    return gone


@transaction.atomic
def purge_unverified(*, before: datetime, at: datetime) -> int:
    """Erase accounts whose address was never verified: nobody can have used them."""
    stale = User.objects.filter(date_joined__lt=before, last_login__isnull=True, is_superuser=False).exclude(
        emailaddress__verified=True
    )
    users = list(stale.select_for_update(of=("self",))[:500])
    for user in users:
        user.delete()
    return len(users)
