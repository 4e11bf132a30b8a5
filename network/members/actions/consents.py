from datetime import datetime

from django.db import transaction

from network.content.refusals import Refused
from network.members.consents import Purpose, fingerprint, purpose_of
from network.members.history import record
from network.members.models import Consent, User
from network.members.rules import why_not_withdraw


@transaction.atomic
def give_consent(
    *, user: User, purpose: Purpose, language: str, at: datetime, subject: str = "", version: str = ""
) -> Consent:
    """Keep that she agreed: to which text, in which language, when. Agreeing twice to one text is one consent."""
    version = version or purpose.version
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    text_sha256 = fingerprint(purpose.text_of(version), language)
    current = Consent.objects.filter(
        user=user, purpose=purpose.code, subject=subject, withdrawn_at__isnull=True
    ).first()
    if current and current.text_version == version:
        return current
    if current:
        Consent.objects.filter(pk=current.pk).update(withdrawn_at=at)
    consent = Consent.objects.create(
        user=user,
        purpose=purpose.code,
        text_version=version,
        text_sha256=text_sha256,
        language=language,
        subject=subject,
        given_at=at,
    )
    record("give_consent", consent, by=user, at=at, after=purpose.code)
    return consent


@transaction.atomic
def withdraw_consent(*, consent: Consent, by: User, at: datetime) -> Consent:
    consent = Consent.objects.select_for_update(of=("self",)).get(pk=consent.pk)
    if sentence := why_not_withdraw(consent, by=by, at=at):
        raise Refused(sentence)
    consent.withdrawn_at = at
    consent.save(update_fields=["withdrawn_at"])
    record("withdraw_consent", consent, by=by, at=at, before=consent.purpose)
    purpose = purpose_of(consent.purpose)
    if purpose and purpose.withdrawn:
        purpose.withdrawn(consent, by=by, at=at)
    return consent
