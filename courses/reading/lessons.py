"""Context of one lesson: its place, its neighbours, the terms beside its text."""

from courses.models import LessonPage
from courses.reading.looks import FACILITATOR, SHEET, look_of
from courses.reading.outline import Module, ancestor, outline_of
from courses.reading.terms import notes_of


def lesson_context(page, request) -> dict:
    course = ancestor(page, request, steps=2)
    outline = outline_of(course, request.page_versions, request)
    place = outline.place_of(page.translation_key)
    request.course_outline = outline
    return {
        "course": course,
        "course_url": course.get_url(request),
        "page_url": page.get_url(request),
        "outline": outline,
        "place": place,
        "previous": place and place.previous,
        "next": place and place.next,
        "notes": notes_of(page, page.body),
        "look": look_of(request, {FACILITATOR, SHEET}),
    }


def facilitator_notes(module: Module) -> list[dict]:
    """The notes of every lesson of a module, in order."""
    wanted = LessonPage.objects.filter(pk__in=[lesson.pk for lesson in module.lessons])
    notes = dict(wanted.values_list("pk", "facilitator_notes"))
    return [{"lesson": lesson, "notes": notes.get(lesson.pk, "")} for lesson in module.lessons]
