from datetime import timedelta

from django.utils import timezone

from network.members.actions.invitations import fingerprint
from network.members.history import record, record_reading
from network.members.models import Consent, Invitation
from tests.factories.members import make_institution


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


consents_row = consent_of_a_member


def history_row(people):
    return {"pk": record("join", people["member"], by=people["member"], at=timezone.now()).pk}


def readings_row(people):
    return {
        "pk": record_reading(
            people["member"], by=people["administrator"], at=timezone.now(), purpose="test"
        ).pk
    }


def an_institution(people):
    return {"pk": make_institution().pk}


def no_restriction(people):
    return {"page_view_restriction_id": 1, "page_id": 1}


def no_document_restriction(people):
    return {"restriction_id": 1}


def news(people):
    return {"code": "news"}


def a_member(people):
    return {"pk": people["member"].pk}


def reset_key(people):
    return {"uidb36": "1", "key": "old-key"}
