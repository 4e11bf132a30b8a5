from datetime import datetime

from django.db import transaction

from mentoring.consents import CALL_NOTICE
from mentoring.models import CallNotice


@transaction.atomic
def ask_for_notice(*, email: str, side: str, language: str, at: datetime) -> None:
    """Remember an address for one letter. Asking twice is asking once; nobody learns whether she had asked."""
    if CallNotice.objects.filter(email__iexact=email, side=side).exists():
        return
    CallNotice.objects.create(
        email=email.lower(), side=side, language=language, consent_version=CALL_NOTICE.version, asked_at=at
    )
