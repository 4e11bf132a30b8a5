"""The way back from a list that stands beside the page tree."""

from django.utils.translation import get_language

from courses.models import CoursesIndexPage


def crumbs(request) -> list[dict]:
    """To the list of courses in the reader's language, if there is one; one query."""
    index = (
        CoursesIndexPage.objects.live()
        .filter(locale__language_code=get_language())
        .defer_streamfields()
        .first()
    )
    return [{"title": index.title, "url": index.get_url(request)}] if index else []
