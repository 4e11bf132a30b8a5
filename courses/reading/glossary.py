"""The glossary as a list and as data."""

from dataclasses import dataclass

from django.conf import settings

from courses.models import GlossaryTerm
from network.content.alphabets import letter_of, sort_key

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Entry:
    """A term in the reader's language; ``lang`` is set when it exists only in another. ``others`` are its equivalents."""

    code: str
    title: str
    short: str
    long: str
    synonyms: str
    lang: str
    others: list[tuple[str, str]]


@dataclass(frozen=True)
class Letter:
    letter: str
    terms: list[Entry]


def letters(language: str) -> list[Letter]:
    """Every term under its letter, in the order of the reader's alphabet."""
    entries = [_entry(versions, language) for versions in _by_code().values()]
    found: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: sort_key(entry.title, language=language)):
        found.setdefault(letter_of(entry.title, language=language), []).append(entry)
    return [Letter(letter, terms) for letter, terms in found.items()]


def _by_code() -> dict[str, dict[str, GlossaryTerm]]:
    """By code and language, those of the published languages, in the order of the settings; one query."""
    rows = GlossaryTerm.objects.filter(locale__language_code__in=dict(settings.LANGUAGES)).select_related(
        "locale"
    )
    order = [code for code, _name in settings.LANGUAGES]
    found: dict[str, dict[str, GlossaryTerm]] = {}
    for row in sorted(rows, key=lambda row: (row.code, order.index(row.locale.language_code))):
        found.setdefault(row.code, {})[row.locale.language_code] = row
    return found


def _entry(versions: dict[str, GlossaryTerm], language: str) -> Entry:
    shown = next(code for code in (language, settings.LANGUAGE_CODE, *versions) if code in versions)
    term = versions[shown]
    return Entry(
        code=term.code,
        title=term.title,
        short=term.short,
        long=term.long,
        synonyms=term.synonyms,
        lang="" if shown == language else shown,
        others=[(code, other.title) for code, other in versions.items() if code != shown],
    )


def as_data(language: str) -> dict:
    """All terms in all published languages, by code; for those who reuse the glossary."""
    return {
        "language": language,
        "license": LICENCE,
        "terms": [
            {
                "code": code,
                "languages": {
                    lang: {"term": row.title, "short": row.short, "long": row.long, "synonyms": row.synonyms}
                    for lang, row in versions.items()
                },
            }
            for code, versions in _by_code().items()
        ],
    }
