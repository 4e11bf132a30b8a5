"""The alphabet of each language: what comes after what, and under which letter a word stands.

Databases sort by code point, which puts ё after я and Kazakh and Tajik letters at the end.
"""

import re
import unicodedata
from functools import lru_cache

ALPHABETS = {
    "ru": "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
    "be": "а б в г д е ё ж з і й к л м н о п р с т у ў ф х ц ч ш ы ь э ю я",
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
    "kk": "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я",
    "ky": "а б в г д е ё ж з и й к л м н ң о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
    "tg": "а б в г ғ д е ё ж з и ӣ й к қ л м н о п р с т у ӯ ф х ҳ ч ҷ ш ъ э ю я",
    "az": "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z",
    "ro": "a ă â b c d e f g h i î j k l m n o p q r s ș t ț u v w x y z",
    "uz": "a b d e f g h i j k l m n o p q r s t u v x y z oʻ gʻ sh ch ng",
}
LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
# Dictionaries keep these under another letter.
SAME = {"ru": {"ё": "е"}}
# Georgian has no capitals in running text.
WITHOUT_CAPITALS = {"ka"}


@lru_cache
def _order(language: str) -> dict[str, int]:
    letters = ALPHABETS.get(language, LATIN).split()
    return {letter: place for place, letter in enumerate(letters)}


@lru_cache
def _letters(language: str) -> re.Pattern:
    longest_first = sorted(_order(language), key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, longest_first), "."]), re.DOTALL)


def _spelled(text: str, language: str) -> list[str]:
    text = text.casefold().replace("’", "ʻ").replace("‘", "ʻ")
    for letter, other in SAME.get(language, {}).items():
        text = text.replace(letter, other)
    found = []
    for letter in _letters(language).findall(text):
        if letter not in _order(language):
            # An accent does not move a word: é stands with e.
            letter = unicodedata.normalize("NFD", letter)[0]
        found.append(letter)
    return found


def sort_key(text: str, *, language: str) -> tuple:
    """Own letters in their order, then letters of other scripts; spaces and signs do not count, but break ties."""
    order = _order(language)
    places = [
        (0, order[letter]) if letter in order else (1, ord(letter))
        for letter in _spelled(text, language)
        if letter.isalnum()
    ]
    return places, text


def letter_of(text: str, *, language: str) -> str:
    """Under which letter of the list the word stands."""
    first = next((letter for letter in _spelled(text, language) if letter.isalnum()), "#")
    return first if language in WITHOUT_CAPITALS else first[:1].upper() + first[1:]
