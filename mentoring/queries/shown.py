"""Answers as people read them: labels instead of codes, in the reader's language."""

from dataclasses import dataclass

from django.utils.translation import get_language

from mentoring import vocabularies as words
from mentoring.answers import LABELS, steps_of
from mentoring.free_time import DAYS, PARTS
from network.members.vocabularies import COUNTRIES, LANGUAGE_LEVELS, LIBRARY_TYPES, SPOKEN_LANGUAGES

_LANGUAGES = dict(SPOKEN_LANGUAGES)
_LEVELS = dict(LANGUAGE_LEVELS)
_CHOICES = {
    "country": dict(COUNTRIES),
    "library_type": dict(LIBRARY_TYPES),
    "years": dict(words.YEARS),
    "stage": dict(words.STAGES),
    "library_wish": dict(words.LIKENESS),
    "country_wish": dict(words.LIKENESS),
    "pronoun": dict(words.PRONOUNS),
}
_LISTS = {
    "topics": words.TOPIC_LABELS,
    "topics_taught": words.TOPIC_LABELS,
    "help_kinds": dict(words.HELP_KINDS),
    "contact_ways": dict(words.CONTACT_WAYS),
    "stages_welcomed": dict(words.STAGES),
    "library_types_welcomed": dict(LIBRARY_TYPES),
    "countries_welcomed": dict(COUNTRIES),
}
TEXTS = frozenset(
    {"question", "success", "giving_back", "bio", "experience", "wishes", "avoid", "accessibility"}
)


@dataclass(frozen=True)
class Shown:
    """One answer: ``lines`` are its words; ``is_text`` marks what a person wrote in her own words."""

    name: str
    label: object
    lines: tuple[str, ...]
    is_text: bool = False
    changed: bool = False

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def shown(name: str, value, mentors: dict | None = None) -> tuple[str, ...]:
    if value in (None, "", []):
        return ()
    if name in _CHOICES:
        return (str(_CHOICES[name].get(value, value)),)
    if name in _LISTS:
        return tuple(str(_LISTS[name].get(code, code)) for code in value)
    if name == "languages":
        return tuple(
            f"{_LANGUAGES.get(row['code'], row['code'])}: {_LEVELS.get(row['level'], row['level'])}"
            for row in value
        )
    if name == "free_cells":
        return free_time_lines(value)
    if name == "prefers":
        return tuple((mentors or {}).get(str(key), "—") for key in value)
    if name == "time_zone":
        from django.utils import timezone

        from network.members.time_zones import is_time_zone, zone_label

        return (
            zone_label(value, language=get_language() or "ru", at=timezone.now())
            if is_time_zone(value)
            else value,
        )
    return (str(value),)


def free_time_lines(cells) -> tuple[str, ...]:
    """«понедельник: 9–13, 17–21», a line a day."""
    chosen, lines = set(cells), []
    for day, label in DAYS:
        hours = [f"{first}–{last}" for code, _label, first, last in PARTS if f"{day}-{code}" in chosen]
        if hours:
            lines.append(f"{label}: {', '.join(hours)}")
    return tuple(lines)


def answer_list(
    side: str, answers: dict, *, mentors: dict | None = None, before: dict | None = None
) -> list[tuple]:
    """(step, answers shown) for every step; with ``before``, what differs from that version is marked."""
    found = []
    for step in steps_of(side):
        rows = [
            Shown(
                name,
                LABELS[name],
                shown(name, answers.get(name), mentors),
                name in TEXTS,
                before is not None and answers.get(name) != before.get(name),
            )
            for name in step.asks
        ]
        found.append((step, rows))
    return found


def private_list(private) -> list[Shown]:
    """What she told the coordinator alone."""
    if private is None:
        return []
    names = ("avoid", "line_manager", "accessibility", "contact", "pronoun")
    rows = [Shown(name, LABELS[name], shown(name, getattr(private, name)), name in TEXTS) for name in names]
    return [row for row in rows if row.lines]


def private_rows(names, private: dict) -> list[Shown]:
    """The same for the applicant herself, step by step, whether or not she has an account yet."""
    rows = [Shown(name, LABELS[name], shown(name, private.get(name)), name in TEXTS) for name in names]
    return [row for row in rows if row.lines]


def mentor_names(keys) -> dict[str, str]:
    """Names of listed mentors by the key of their page; one query, none for nobody."""
    if not keys:
        return {}
    from mentoring.models import MentorPage

    pages = MentorPage.objects.filter(translation_key__in=keys).select_related("locale").order_by("locale_id")
    names: dict[str, str] = {}
    for page in pages:
        if str(page.translation_key) not in names or page.locale.language_code == get_language():
            names[str(page.translation_key)] = page.title
    return names
