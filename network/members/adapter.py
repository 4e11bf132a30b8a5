"""How allauth behaves here: our letters through the outbox, our sentences, our idea of who is asking."""

import base64
import hashlib
import time

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.content.client_ip import client_ip
from network.members import notices
from network.members.actions import join
from network.members.models import User


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed. Write to the association if that is a mistake."),
        "duplicate_email": _("This is already your address."),
        "email_password_mismatch": _("Address and password do not belong together. Look at both once more."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_code": _("This is not the code from the latest letter. Look at it once more."),
        "incorrect_password": _("This is not your password."),
        "too_many_login_attempts": _("Too many tries in a row. Wait five minutes and try again."),
        "rate_limited": _("That was too quick. Wait a minute and try again."),
        "same_as_current": _("This is the same as before."),
    }

    def get_client_ip(self, request):
        return client_ip(request)

    def _get_login_attempts_cache_key(self, request, **credentials):
        # By address and machine together: a stranger who guesses must not lock the owner out.
        return f"{client_ip(request)}|{super()._get_login_attempts_cache_key(request, **credentials)}"

    def is_reauthentication_required(self, *, app, **kwargs):
        """Signing in within the last quarter of an hour is proof enough; allauth itself would ask again at once."""
        records = get_authentication_records(self.request, self.request.user)
        signed = [record["at"] for record in records if record["method"] in {"password", "mfa"}]
        return not signed or time.time() - max(signed) >= settings.ACCOUNT_REAUTHENTICATION_TIMEOUT

    def send_mail(self, template_prefix, email, context):
        notices.account_letter(
            template_prefix, to=email, context=context, language=get_language(), at=timezone.now()
        )

    def save_user(self, request, user, form, commit=True):
        user = super().save_user(request, user, form, commit)
        zone = form.cleaned_data.get("time_zone") or settings.NETWORK_TIME_ZONE
        join(user=user, language=get_language(), time_zone=zone, at=timezone.now())
        return user


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _(
            "This code does not fit. Codes change every half minute: take the one shown now."
        ),
    }

    def encrypt(self, text):
        return _locks().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return _locks().decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user: User) -> str:
        return user.email


def _locks() -> MultiFernet:
    """Secrets of second factors are kept encrypted; a copy of the database alone gives none of them away."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(f"second-factor:{key}".encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
