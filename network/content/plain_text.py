"""What people may write: plain text in any script, without signs that only a machine or a trickster sends."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

LINE_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# They turn the direction of whatever stands after them, on other people's screens, too.
DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
UNSEEN = re.compile(r"[\ufeff\u00ad\u200b\u2060]")
SPACES = re.compile(r"[ \t\u00a0]+")

HIDDEN_SIGNS = _(
    "The text holds signs that cannot be seen (control characters). Please type it anew instead of pasting it."
)
TURNING_SIGNS = _(
    "The text holds signs that turn the direction of writing. Please type it anew instead of pasting it."
)


def clean_text(text: str) -> str:
    """Text of several lines, in composed form (NFC); raises ValidationError with a sentence."""
    text = UNSEEN.sub("", LINE_BREAKS.sub("\n", text))
    if DIRECTION.search(text):
        raise ValidationError(TURNING_SIGNS, code="direction")
    if any(sign not in "\n\t" and unicodedata.category(sign) in {"Cc", "Cs"} for sign in text):
        raise ValidationError(HIDDEN_SIGNS, code="hidden")
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """Text of one line: as clean_text, with every run of spaces and breaks made one space."""
    return SPACES.sub(" ", clean_text(text).replace("\n", " ")).strip()


def too_long(text: str, most: int) -> ValidationError | None:
    """The sentence for a text above ``most`` characters, or None. Counted as people count: by composed letter."""
    if len(text) <= most:
        return None
    return ValidationError(
        ngettext_lazy(
            "Here fits %(most)d character; this text has %(has)d.",
            "Here fit up to %(most)d characters; this text has %(has)d.",
            "most",
        ),
        code="max_length",
        params={"most": most, "has": len(text)},
    )
