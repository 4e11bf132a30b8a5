"""A whole course at once: every module and lesson with its text, for one page and for paper."""

from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Page

from courses.models import CoursePage, LessonPage, ModulePage
from courses.reading.outline import Lesson, Module, outline_of
from courses.reading.terms import notes_of
from network.content.reading import open_to_all


@dataclass(frozen=True)
class WholeLesson:
    entry: Lesson
    page: LessonPage


@dataclass(frozen=True)
class WholeModule:
    entry: Module
    page: ModulePage
    lessons: list[WholeLesson]


def course_by_slug(slug: str, language: str) -> CoursePage | None:
    courses = CoursePage.objects.live().filter(slug=slug, locale__language_code=language)
    return open_to_all(courses).select_related("locale").first()


def versions_of(course: CoursePage) -> list[Page]:
    """The course in every published language."""
    return list(
        Page.objects.live()
        .filter(translation_key=course.translation_key, locale__language_code__in=dict(settings.LANGUAGES))
        .select_related("locale")
    )


def whole_course(course: CoursePage, versions, request) -> dict:
    """Six queries, however long the course."""
    outline = outline_of(course, versions, request)
    lessons = LessonPage.objects.in_bulk([lesson.pk for lesson in outline.lessons])
    modules = ModulePage.objects.in_bulk([module.pk for module in outline.modules])
    bodies = [lesson.body for lesson in lessons.values()]
    return {
        "page": course,
        "outline": outline,
        "modules": [
            WholeModule(
                entry=module,
                page=modules[module.pk],
                lessons=[WholeLesson(lesson, lessons[lesson.pk]) for lesson in module.lessons],
            )
            for module in outline.modules
        ],
        "notes": notes_of(course, course.body, *bodies),
    }
