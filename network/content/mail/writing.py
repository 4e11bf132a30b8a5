"""Letters are written here, in the transaction of the change they tell of."""

import base64
import re
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.template import Context
from django.template.loader import get_template, render_to_string
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import get_language, override

from network.content.models import Letter, SiteTexts

BLANK_LINES = re.compile(r"\n\s*\n\s*\n")
BREAKS = re.compile(r"[\r\n\t\x00-\x1f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True)
class Attachment:
    name: str
    kind: str
    body: bytes

    def as_json(self) -> dict:
        return {"name": self.name, "kind": self.kind, "body": base64.b64encode(self.body).decode()}


def render_letter(template: str, context: dict, *, language: str) -> tuple[str, str, str]:
    """Subject, text and HTML of a letter as it will read, without writing it.

    ``templates/mail/<template>.txt`` holds the subject in its first line, an
    empty line, then the text; the HTML is made from the same text, so the two
    never say different things.
    """
    with override(language):
        context = {
            **context,
            "language": language,
            "site_url": settings.SITE_URL,
            "site_name": site_name(language),
        }
        # A letter is plain text: "&" stays "&"; the HTML below is escaped as usual.
        plain = get_template(f"mail/{template}.txt").template.render(Context(context, autoescape=False))
        whole = BLANK_LINES.sub("\n\n", plain).strip()
        subject, _, text = whole.partition("\n")
        text = text.strip() + "\n"
        html = render_to_string("mail/layout.html", {**context, "subject": subject, "text": text})
    return one_line(subject), text, html


def write_letter(
    template: str,
    *,
    to: str,
    language: str,
    context: dict,
    at,
    once_key: str | None = None,
    reply_to: str = "",
    attachments: tuple[Attachment, ...] = (),
) -> Letter | None:
    """Put a letter into the outbox; the worker sends it after the transaction.

    ``once_key`` makes a letter that must never be written twice: the second
    time nothing is written and ``None`` comes back.
    """
    if once_key and Letter.objects.filter(once_key=once_key).exists():
        return None
    subject, text, html = render_letter(template, context, language=language)
    return Letter.objects.create(
        kind=template,
        to=to,
        language=language,
        subject=subject[:250],
        text=text,
        html=html,
        reply_to=reply_to,
        attachments=[attachment.as_json() for attachment in attachments],
        once_key=once_key,
        try_after=at,
        created_at=at,
    )


def write_message(message: EmailMessage) -> int:
    """Put a message made by Django or a library into the outbox, a letter for each address."""
    now = timezone.now()
    html = next((str(body) for body, kind in getattr(message, "alternatives", []) if kind == "text/html"), "")
    for address in message.recipients():
        Letter.objects.create(
            kind="django",
            to=address,
            language=get_language() or settings.LANGUAGE_CODE,
            subject=one_line(message.subject)[:250],
            text=message.body if message.content_subtype == "plain" else strip_tags(message.body),
            html=html or (message.body if message.content_subtype == "html" else ""),
            reply_to=message.reply_to[0] if message.reply_to else "",
            try_after=now,
            created_at=now,
        )
    return 1


def one_line(text: str) -> str:
    """A heading can hold no line breaks and no signs that turn the direction of writing."""
    return BREAKS.sub(" ", str(text)).strip()


def site_name(language: str) -> str:
    texts = SiteTexts.objects.filter(locale__language_code=language).first() or SiteTexts.objects.first()
    return texts.name if texts else str(settings.WAGTAIL_SITE_NAME)
