"""Names of files as their senders wrote them, made harmless to show and to send in a header."""

import re
import unicodedata

LONGEST = 120
UNWANTED = re.compile(r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff<>:"|?*]')


def safe_name(name: str, *, extension: str, fallback: str = "file") -> str:
    """The last part of a path, without control and direction signs; its ending says what the file really is."""
    last = re.split(r"[/\\]", str(name))[-1]
    clean = UNWANTED.sub("", unicodedata.normalize("NFC", last)).strip(" .")
    stem = clean.rpartition(".")[0] or clean
    stem = stem[:LONGEST].strip(" .") or fallback
    return f"{stem}.{extension}"
