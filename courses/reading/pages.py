"""Context of the list of courses, of a course and of a module."""

from django.conf import settings
from django.db.models import Count, Max, Min, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.models import CoursePage, LessonPage
from courses.reading.lessons import facilitator_notes
from courses.reading.looks import FACILITATOR, look_of
from courses.reading.outline import ancestor, outline_of
from courses.reading.terms import notes_of
from network.content.reading import open_to_all


def index_context(page, request) -> dict:
    """The courses in the reader's language, then those that are written only in others; one query."""
    courses = open_to_all(
        CoursePage.objects.live()
        .filter(Q(locale_id=page.locale_id, path__startswith=page.path) | ~Q(locale_id=page.locale_id))
        .filter(locale__language_code__in=dict(settings.LANGUAGES), alias_of__isnull=True)
        .select_related("locale")
        .defer_streamfields()
        .order_by("path")
    )
    here = [course for course in courses if course.locale_id == page.locale_id]
    known = {course.translation_key for course in here}
    elsewhere = {course.translation_key: course for course in courses if course.translation_key not in known}
    return {
        "courses": [
            {
                "title": course.title,
                "url": course.get_url(request),
                "text": course.summary,
                "lang": "" if course.locale_id == page.locale_id else course.locale.language_code,
            }
            for course in [*here, *elsewhere.values()]
        ]
    }


def course_context(page, request) -> dict:
    outline = outline_of(page, request.page_versions, request)
    request.course_outline = outline
    return {
        "outline": outline,
        "notes": notes_of(page, page.body),
        "whole_url": reverse("courses:whole", args=[page.slug]),
    }


def module_context(page, request) -> dict:
    course = ancestor(page, request, steps=1)
    outline = outline_of(course, request.page_versions, request)
    request.course_outline = outline
    module = outline.module_of(page.translation_key)
    look = look_of(request, {FACILITATOR})
    context = {
        "course": course,
        "course_url": course.get_url(request),
        "page_url": page.get_url(request),
        "outline": outline,
        "module": module,
        "begins": outline.beginning_of(module) if module else 0,
        "previous": module and outline.before(module),
        "next": module and (module.lessons[0] if module.lessons else outline.after(module)),
        "look": look,
    }
    if look and module:
        context["lesson_notes"] = facilitator_notes(module)
    return context


def size_note(page) -> str:
    """How much there is to read, for the front page."""
    sizes = (
        LessonPage.objects.live()
        .descendant_of(page)
        .aggregate(lessons=Count("pk"), least=Min("exercise_minutes"), most=Max("exercise_minutes"))
    )
    if not sizes["lessons"]:
        return ""
    lessons = ngettext("%(count)s lesson", "%(count)s lessons", sizes["lessons"]) % {
        "count": sizes["lessons"]
    }
    if not sizes["most"]:
        return lessons
    if sizes["least"] != sizes["most"]:
        return _("%(lessons)s, an exercise for your plan in each") % {"lessons": lessons}
    return ngettext(
        "%(lessons)s, a %(minutes)s-minute exercise in each",
        "%(lessons)s, a %(minutes)s-minute exercise in each",
        sizes["most"],
    ) % {"lessons": lessons, "minutes": sizes["most"]}
