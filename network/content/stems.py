"""Word forms for search: Russian and English words are cut to their stems.

Neither SQLite's index nor PostgreSQL's can hold a language for each row, so the
stems are a text of their own, made here for every page and every question.
Languages without a Snowball stemmer (Kazakh, Kyrgyz, Tajik, Uzbek …) keep
their words whole.
"""

import re
from functools import lru_cache

import snowballstemmer

WORD = re.compile(r"[^\W_]+(?:['’ʻʼ][^\W_]+)*")
SIGNS = str.maketrans("", "", "'’ʻʼ")
ALGORITHMS = {"ru": "russian", "en": "english", "de": "german", "ro": "romanian", "hy": "armenian"}
CYRILLIC = re.compile(r"[а-я]")


@lru_cache(maxsize=8)
def _stemmer(language: str):
    name = ALGORITHMS.get(language)
    return snowballstemmer.stemmer(name) if name else None


def stem(word: str, *, language: str) -> str:
    """The stem of one lower-case word; a Latin word in a Russian text is stemmed as English."""
    if language == "ru" and not CYRILLIC.search(word):
        language = "en"
    stemmer = _stemmer(language)
    return (stemmer.stemWord(word) if stemmer else word).translate(SIGNS)


def stems(text: str, *, language: str) -> str:
    """All stems of a text, in order, with ``ё`` read as ``е``."""
    words = WORD.findall(text.lower().replace("ё", "е"))
    return " ".join(stem(word, language=language) for word in words)


def marks(language: str, kind: str) -> str:
    """Words no text contains, by which the index is narrowed to a language and a kind."""
    return f"xlang{language} xkind{kind}"
