"""Two ways of writing one name are one name: case, spaces, ё and punctuation do not count."""

import unicodedata

APART = {"ё": "е", "’": "'", "ʻ": "'", "ʼ": "'", "`": "'", "‘": "'"}


def comparable(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).casefold()
    text = "".join(APART.get(sign, sign) for sign in text)
    return "".join(sign for sign in text if unicodedata.category(sign)[0] in "LM")


def as_written(name: str) -> str:
    """Georgian capitals are the same letters in another dress that few fonts have; names are written without."""
    return "".join(
        chr(ord(sign) - 0x1C90 + 0x10D0) if 0x1C90 <= ord(sign) <= 0x1CBF else sign for sign in name
    )
