"""The outbox is emptied here, by the worker alone.

A letter is claimed before it is handed to the mail server and marked after: a
worker killed between the two leaves it claimed, and after the lease it goes
out again with the same Message-ID, so a mail server may drop the double.
"""

import base64
import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F

from network.content.models import Letter

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=10)
WAITS = [timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 720, 1440)]


def deliver_due(*, at: datetime, most: int = 50) -> int:
    """Send what is due; returns how many letters the server took."""
    sent = 0
    due = list(Letter.objects.due(at=at).order_by("try_after", "pk").values_list("pk", flat=True)[:most])
    if not due:
        return 0
    connection = get_connection(settings.OUTBOX_DELIVERY_BACKEND)
    for pk in due:
        claimed = Letter.objects.due(at=at).filter(pk=pk)
        if not claimed.update(state=Letter.State.SENDING, try_after=at + LEASE, tries=F("tries") + 1):
            continue  # another worker was quicker
        sent += _deliver(Letter.objects.get(pk=pk), connection, at=at)
    return sent


def _deliver(letter: Letter, connection, *, at: datetime) -> bool:
    try:
        connection.send_messages([_message(letter, connection)])
    except Exception as error:  # every kind of mail trouble means: later
        _postpone(letter, error, at=at)
        return False
    Letter.objects.filter(pk=letter.pk).update(
        state=Letter.State.SENT, sent_at=at, last_error="", attachments=[]
    )
    return True


def _postpone(letter: Letter, error: Exception, *, at: datetime) -> None:
    # The address is not written to the log.
    log.warning("Letter %s was not sent at try %s: %s", letter.uuid, letter.tries, type(error).__name__)
    given_up = letter.tries > len(WAITS)
    Letter.objects.filter(pk=letter.pk).update(
        state=Letter.State.FAILED if given_up else Letter.State.WAITING,
        try_after=at if given_up else at + WAITS[letter.tries - 1],
        last_error=f"{type(error).__name__}: {error}"[:500],
    )


def _message(letter: Letter, connection) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        letter.subject,
        letter.text,
        settings.DEFAULT_FROM_EMAIL,
        [letter.to],
        reply_to=[letter.reply_to] if letter.reply_to else None,
        connection=connection,
        headers={
            "Message-ID": f"<{letter.uuid}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].rstrip('>')}>",
            "Content-Language": letter.language,
            "Auto-Submitted": "auto-generated",
        },
    )
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    for part in letter.attachments:
        message.attach(part["name"], base64.b64decode(part["body"]), part["kind"])
    return message
