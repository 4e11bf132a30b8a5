"""Letters as they will read, before anything is sent."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils import timezone

from network.awards.models import Entry
from network.awards.notices.deciding import result_context
from network.awards.notices.entrants import entry_url
from network.awards.notices.readers import authors
from network.content.mail.writing import render_letter


@dataclass(frozen=True)
class LetterPreview:
    to: str
    language: str
    subject: str
    text: str


def preview(entry: Entry, template: str, context: dict) -> list[LetterPreview]:
    """One letter for each author, in her language and zone."""
    found = []
    for reader in authors(entry):
        whole = {
            "entry": entry,
            "round": entry.round,
            "reader": reader,
            "url": entry_url(entry, reader.language),
            **context,
        }
        with timezone.override(ZoneInfo(reader.zone)):
            subject, text, _html = render_letter(f"awards/{template}", whole, language=reader.language)
        found.append(LetterPreview(reader.email, reader.language, subject, text))
    return found


def result_letters(decision) -> list[LetterPreview]:
    """The letters of a decision to everybody who will get one, as they would read now."""
    found = []
    for line in decision.lines.select_related("entry__round", "entry__nomination").order_by(
        "entry__reference"
    ):
        for reader in authors(line.entry):
            with timezone.override(ZoneInfo(reader.zone)):
                subject, text, _html = render_letter(
                    "awards/result", result_context(line, reader), language=reader.language
                )
            found.append(LetterPreview(reader.email, reader.language, subject, text))
    return found
