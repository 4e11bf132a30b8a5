"""All exercises of all courses, narrowed by minutes, tag, target and initiative."""

from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings

from courses.models import LessonPage
from courses.slots import BY_CODE, GROUP_BY_CODE
from courses.vocabularies import INITIATIVES, SDG_TARGETS
from network.content.models import Tag
from network.content.reading import open_to_all

FILTERS = ("minutes", "tag", "target", "initiative")


@dataclass(frozen=True)
class Exercise:
    """One exercise and its place; ``lang`` is set when its lesson is not in the reader's language."""

    lesson_key: UUID
    title: str
    prompt: str
    lesson: str
    url: str
    lang: str
    minutes: int
    tags: list[str]
    targets: list[str]
    initiative: str
    groups: list[object] = field(default_factory=list)


@dataclass(frozen=True)
class Choice:
    code: str
    label: object
    count: int
    is_chosen: bool


def all_exercises(language: str, request) -> list[Exercise]:
    """In the order of the courses; a lesson that is not translated stands in the language it was written in."""
    lessons = _lessons(language)
    found = []
    for lesson in lessons:
        lang = lesson.locale.language_code
        url = lesson.get_url(request)
        for block in lesson.body.raw_data:
            if block["type"] == "plan_exercise":
                found.append(_exercise(block, lesson, url, "" if lang == language else lang))
    return found


def _lessons(language: str) -> list[LessonPage]:
    versions: dict[UUID, dict[str, LessonPage]] = {}
    rows = open_to_all(
        LessonPage.objects.live()
        .filter(locale__language_code__in={language, settings.LANGUAGE_CODE}, alias_of__isnull=True)
        .select_related("locale")
        .only("title", "url_path", "path", "translation_key", "locale", "body")
        .order_by("path")
    )
    for row in rows:
        versions.setdefault(row.translation_key, {})[row.locale.language_code] = row
    # The source's order holds in every language; what only the reader's language has comes last.
    in_order = sorted(
        versions.values(),
        key=lambda one: (
            settings.LANGUAGE_CODE not in one,
            (one.get(settings.LANGUAGE_CODE) or one[language]).path,
        ),
    )
    return [one.get(language) or one[settings.LANGUAGE_CODE] for one in in_order]


def _exercise(block: dict, lesson: LessonPage, url: str, lang: str) -> Exercise:
    value = block["value"]
    slots = [BY_CODE[code] for code in _items(value.get("slots")) if code in BY_CODE]
    return Exercise(
        lesson_key=lesson.translation_key,
        title=value.get("title", ""),
        prompt=value.get("prompt", ""),
        lesson=lesson.title,
        url=f"{url}#{block['id']}",
        lang=lang,
        minutes=value.get("minutes") or 0,
        tags=_items(value.get("tags")),
        targets=_items(value.get("sdg")),
        initiative=value.get("initiative") or "",
        groups=list(dict.fromkeys(GROUP_BY_CODE[slot.group].label for slot in slots)),
    )


def _items(raw) -> list:
    """Values of a stored list, with or without the wrapping that gives each item its id."""
    return [item["value"] if isinstance(item, dict) and "value" in item else item for item in raw or ()]


def codes_of(exercise: Exercise, name: str) -> list[str]:
    """By what the exercise is found under this filter."""
    return {
        "minutes": [str(exercise.minutes)],
        "tag": exercise.tags,
        "target": exercise.targets,
        "initiative": [exercise.initiative],
    }[name]


def narrowed(exercises: list[Exercise], wanted: dict[str, str]) -> list[Exercise]:
    """Those that fit every filter set."""
    return [
        exercise
        for exercise in exercises
        if all(code in codes_of(exercise, name) for name, code in wanted.items() if code)
    ]


def choices(exercises: list[Exercise], wanted: dict[str, str]) -> dict[str, list[Choice]]:
    """For each filter the codes that occur, with labels and how many exercises carry them."""
    labels = {
        "minutes": {},
        "tag": {tag.slug: tag.label() for tag in Tag.objects.prefetch_related("labels")},
        "target": dict(SDG_TARGETS),
        "initiative": dict(INITIATIVES),
    }
    found = {}
    for name in FILTERS:
        counts: dict[str, int] = {}
        for exercise in exercises:
            for code in codes_of(exercise, name):
                counts[code] = counts.get(code, 0) + 1
        known = labels[name]
        order = list(known) or sorted(counts, key=int)
        found[name] = [
            Choice(code, known.get(code, code), counts[code], wanted.get(name) == code)
            for code in order
            if code in counts
        ]
    found["tag"].sort(key=lambda choice: str(choice.label).casefold())
    return found
