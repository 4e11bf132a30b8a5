from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from courses.reading.whole import course_by_slug, versions_of, whole_course


@require_safe
def whole(request, slug):
    """The whole course on one page, in the reader's language, as it is printed."""
    course = course_by_slug(slug, request.LANGUAGE_CODE)
    if course is None:
        raise Http404
    versions = versions_of(course)
    request.language_urls = _addresses(versions)
    context = whole_course(course, versions, request)
    context["course_url"] = course.get_url(request)
    return render(request, "courses/whole_course.html", context)


def _addresses(versions) -> dict:
    found = {}
    for version in versions:
        code = version.locale.language_code
        with override(code):
            found[code] = (reverse("courses:whole", args=[version.slug]), True)
    return {code: found.get(code, (f"/{code}/", False)) for code, _name in settings.LANGUAGES}
