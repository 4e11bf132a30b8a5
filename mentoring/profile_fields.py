"""From the answers of an application to the fields of its profile page, and back."""

import hashlib
import json
import re
import unicodedata
from datetime import date

from mentoring.answers import MENTOR, asked
from mentoring.free_time import minutes_of

NOT_WORDS = re.compile(r"[\W_]+", re.UNICODE)
EMPTY = {
    "library_wish": "any",
    "country_wish": "any",
    **dict.fromkeys(
        (
            "languages", "topics", "free_cells", "contact_ways", "help_kinds", "prefers", "topics_taught",
            "stages_welcomed", "library_types_welcomed", "countries_welcomed",
        ),
        (),
    ),
}  # fmt: skip


def fill_profile(page, answers: dict, *, side: str, language: str, week_of: date) -> None:
    """Set the page's fields from answers; what was not answered becomes empty."""
    for name in asked(side):
        value = answers.get(name)
        if value in (None, ""):
            value = EMPTY.get(name, "")
        setattr(page, name, list(value) if isinstance(value, tuple) else value)
    page.language = language
    page.institution_key = institution_key(page.institution_name, page.country)
    page.free = minutes_of(page.free_cells, zone=page.time_zone, week_of=week_of)


def answers_of(page, *, side: str) -> dict:
    """What the page alone says, as answers."""
    return {name: getattr(page, name) for name in asked(side)}


def institution_key(name: str, country: str) -> str:
    """One key for one institution however it is punctuated and spelled in capitals; empty without a name."""
    words = NOT_WORDS.sub(" ", unicodedata.normalize("NFKC", name).casefold().replace("ё", "е")).strip()
    return f"{country}:{words}" if words else ""


def fingerprint(answers: dict) -> str:
    """SHA-256 of answers, whatever their order."""
    canonical = json.dumps(answers, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def empty_page(side: str):
    from mentoring.models import MenteeProfilePage, MentorProfilePage

    return MentorProfilePage() if side == MENTOR else MenteeProfilePage()
