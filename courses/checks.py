"""What must hold of the lessons in the database, or answers lose their place."""

from django.conf import settings
from django.core import checks
from django.db import DatabaseError

from courses.block_ids import answered_ids, missing_and_repeated


@checks.register(checks.Tags.database)
def blocks_have_ids(app_configs, databases=None, **kwargs):
    """Every block of a published page of a course has one id; translations have those of their source."""
    if not databases:
        return []
    try:
        return [*_ids(), *_differences()]
    except DatabaseError:
        # Before the first migration there is nothing to look at.
        return []


def _ids():
    from courses.models import CoursePage, LessonPage
    from network.content.models.pages import stream_fields

    for model in (CoursePage, LessonPage):
        for page in model.objects.live().order_by("pk").iterator():
            for name in stream_fields(page):
                stream = getattr(page, name)
                missing, repeated = missing_and_repeated(stream.stream_block, list(stream.raw_data))
                if missing:
                    yield checks.Error(
                        f"{missing} blocks in “{name}” of page {page.pk} “{page.title}” have no id.",
                        hint="Open the page in the editor and publish it: each block gets an id for good.",
                        id="courses.E001",
                    )
                if repeated:
                    yield checks.Error(
                        f"Ids stand more than once in “{name}” of page {page.pk} “{page.title}”: {', '.join(repeated)}.",
                        hint="Answers to one block would be shown at another. Delete the copied block and add it anew.",
                        id="courses.E002",
                    )


def _differences():
    from courses.models import LessonPage

    sources = {}
    translations = []
    for lesson in (
        LessonPage.objects.live().select_related("locale").only("title", "body", "translation_key", "locale")
    ):
        ids = answered_ids(lesson.body.stream_block, list(lesson.body.raw_data))
        if lesson.locale.language_code == settings.LANGUAGE_CODE:
            sources[lesson.translation_key] = ids
        else:
            translations.append((lesson.pk, lesson.title, lesson.translation_key, ids))
    for pk, title, key, ids in translations:
        if key in sources and sources[key] != ids:
            yield checks.Warning(
                f"Page {pk} “{title}” has other exercises or questions than its source.",
                hint="Answers given in one language are not seen in the other there. Synchronise the translation.",
                id="courses.W001",
            )
