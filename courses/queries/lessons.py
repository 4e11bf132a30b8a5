"""Which lesson fills which slot, and where the self-evaluation stands. One query, kept until something is published."""

from dataclasses import dataclass

from django.core.cache import cache

from courses.models import LessonPage
from network.content.pagecache import generation


@dataclass(frozen=True)
class LessonFacts:
    key: str
    title: str
    url: str
    course: str
    slots: tuple[str, ...]
    last_ratings: tuple[str, ...]


def lesson_facts(language: str) -> list[LessonFacts]:
    """Every published lesson in reading order."""
    name = f"lesson-facts:{language}:{generation()}"
    facts = cache.get(name)
    if facts is None:
        lessons = LessonPage.objects.live().filter(locale__language_code=language).order_by("path")
        facts = [_facts(lesson) for lesson in lessons]
        cache.set(name, facts, timeout=3600)
    return facts


def _facts(lesson) -> LessonFacts:
    slots, ratings = [], []
    for block in lesson.body.raw_data:
        if block["type"] == "plan_exercise":
            slots.extend(_items(block["value"].get("slots")))
        elif block["type"] == "self_rating" and block["value"].get("moment") == "after":
            ratings.append(block["id"])
    # Courses, modules and lessons stand at fixed depths below each other.
    course_path = lesson.path[: -2 * lesson.steplen]
    return LessonFacts(
        str(lesson.translation_key), lesson.title, lesson.url or "", course_path, tuple(slots), tuple(ratings)
    )


def _items(rows) -> list:
    return [row["value"] if isinstance(row, dict) else row for row in rows or []]


def lesson_by_slot(language: str) -> dict[str, LessonFacts]:
    """The first lesson whose exercise fills a slot."""
    found = {}
    for facts in lesson_facts(language):
        for slot in facts.slots:
            found.setdefault(slot, facts)
    return found
