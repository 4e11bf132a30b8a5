"""Changes of this floor. Each is one transaction with its letters."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from network.content.mail.writing import write_letter
from network.content.models import ContactMessage


@transaction.atomic
def leave_message(
    *, kind: str, name: str, email: str, text: str, page_url: str, language: str, at: datetime
) -> ContactMessage:
    """Keep what a visitor wrote and tell the association that it is there."""
    message = ContactMessage.objects.create(
        kind=kind, name=name, email=email, text=text, page_url=page_url, language=language, created_at=at
    )
    write_letter(
        "contact_message",
        to=settings.CONTACT_EMAIL,
        language=settings.LANGUAGE_CODE,
        context={"message": message},
        at=at,
        reply_to=email,
        once_key=f"contact:{message.pk}",
    )
    return message
