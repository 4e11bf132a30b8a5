"""What may tie a juror to an entry, as far as names tell. Plain values in and out; people decide."""

import re
from dataclasses import dataclass

from network.awards.answers import folded


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words of which libraries' names are full; alone they tell nothing.
EMPTY_WORDS = _set(
    """библиотека библиотеки библиотечная система централизованная центральная областная районная городская сельская
    национальная государственная республиканская научная детская юношеская университет университета имени им цбс мбук гбук
    library libraries of the and central regional national state public city district rural university research named after
    и в на для г город область района"""
)
# Addresses that anybody may have.
FREE_MAIL = _set(
    """gmail.com mail.ru yandex.ru ya.ru yandex.com yandex.kz yandex.by bk.ru list.ru inbox.ru rambler.ru outlook.com
    hotmail.com live.com yahoo.com icloud.com proton.me protonmail.com tut.by mail.kz ukr.net"""
)
SAMPLES = frozenset({"example.org", "example.com", "example.net"})
WORD = re.compile(r"\w+", re.UNICODE)
# Shorter than this, a first name or an initial tells nothing.
SHORTEST_NAME = 3


@dataclass(frozen=True)
class JurorFacts:
    names: tuple[str, ...]
    organisations: tuple[str, ...]
    emails: tuple[str, ...] = ()


@dataclass(frozen=True)
class EntryFacts:
    organisations: tuple[str, ...]
    people: tuple[str, ...]
    emails: tuple[str, ...] = ()
    # What the entrants themselves said of ties to the jury.
    said: str = ""


def noticed(juror: JurorFacts, entry: EntryFacts) -> list[dict]:
    """Reasons to look closer, each once, in a fixed order: ``{"code", "detail"}``."""
    found = []
    if same := _first_same_organisation(juror.organisations, entry.organisations):
        found.append({"code": "organisation", "detail": same})
    if person := next((name for name in entry.people if _is_one_of(name, juror.names)), ""):
        found.append({"code": "named", "detail": person})
    if domain := _shared_domain(juror.emails, entry.emails):
        found.append({"code": "domain", "detail": domain})
    if any(_surnames_in(name, entry.said) for name in juror.names):
        found.append({"code": "said", "detail": ""})
    return found


def same_organisation(one: str, other: str) -> bool:
    """Whether two names mean one place: the telling words of the shorter are all in the longer."""
    a, b = _telling(one), _telling(other)
    if not a or not b:
        return bool(one.strip()) and folded(one) == folded(other)
    return a <= b or b <= a


def same_person(one: str, other: str) -> bool:
    """Whether two names mean one person: the same words in any order; a patronymic may be missing, initials may stand for names."""
    a, b = _name_words(one), _name_words(other)
    if len(a) > len(b):
        a, b = b, a
    if len(a) < 2:
        return False
    rest = list(b)
    for word in sorted(a, key=len, reverse=True):
        match = next((other for other in rest if _same_name_word(word, other)), None)
        if match is None:
            return False
        rest.remove(match)
    return any(len(word) >= SHORTEST_NAME and word in b for word in a)


def _telling(name: str) -> frozenset[str]:
    return frozenset(word for word in WORD.findall(folded(name)) if word not in EMPTY_WORDS and len(word) > 1)


def _first_same_organisation(ours, theirs) -> str:
    return next(
        (their for their in theirs for our in ours if our and their and same_organisation(our, their)), ""
    )


def _is_one_of(name, names) -> bool:
    return any(same_person(name, other) for other in names if other)


def _name_words(name: str) -> list[str]:
    return WORD.findall(folded(name))


def _same_name_word(one: str, other: str) -> bool:
    return (
        one == other
        or (len(one) == 1 and other.startswith(one))
        or (len(other) == 1 and one.startswith(other))
    )


def _shared_domain(ours, theirs) -> str:
    domains = {_domain(email) for email in ours} - {""} - FREE_MAIL
    return next((d for d in (_domain(email) for email in theirs) if d in domains), "")


def _domain(email: str) -> str:
    """Domains reserved for samples and tests belong to no organisation."""
    domain = email.rpartition("@")[2].strip().lower() if "@" in email else ""
    return "" if domain.endswith(".example") or domain in SAMPLES else domain


def _surnames_in(name: str, text: str) -> bool:
    """A whole name, or a surname with another ending, is found in what the entrants wrote."""
    words = WORD.findall(folded(text))
    stems = [word[: max(5, len(word) - 2)] for word in _name_words(name) if len(word) >= 5]
    hits = sum(any(word.startswith(stem) for word in words) for stem in stems)
    return hits >= 2 or (hits == 1 and len(stems) == 1)
