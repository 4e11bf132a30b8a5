from datetime import timedelta

from django.utils import timezone

from network.members.actions.invitations import fingerprint
from network.members.models import Consent, Invitation


def open_invitation(people):
    now = timezone.now()
    Invitation.objects.create(
        email="someone@example.org",
        role="juror",
        token_sha256=fingerprint("token"),
        created_at=now,
        expires_at=now + timedelta(days=14),
    )
    return {"token": "token"}


def invitation_row(people):
    open_invitation(people)
    return {"pk": Invitation.objects.get().pk}


def consent_of_a_member(people):
    consent = Consent.objects.create(
        user=people["member"],
        purpose="news",
        text_version="2026-11",
        text_sha256="0" * 64,
        language="ru",
        given_at=timezone.now(),
    )
    return {"pk": consent.pk}


def news(people):
    return {"code": "news"}


def a_member(people):
    return {"pk": people["member"].pk}


def reset_key(people):
    return {"uidb36": "1", "key": "old-key"}
