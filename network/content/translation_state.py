"""How a page's translation stands, said honestly to its readers."""

from enum import StrEnum

from django.conf import settings
from django.db.models import Exists, OuterRef


class TranslationState(StrEnum):
    SOURCE = "source"
    CURRENT = "current"
    OLDER = "older"
    PARTIAL = "partial"


def translation_state(page, versions) -> TranslationState:
    """State of ``page`` beside its live language ``versions`` (the page itself among them).

    Older: its source was published after it. Partial: segments still stand in
    the language of the source. One query, none for the source itself.
    """
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return TranslationState.SOURCE
    source = next((v for v in versions if v.locale.language_code == settings.LANGUAGE_CODE), None)
    if source is None:
        return TranslationState.SOURCE
    translation = _translation(page)
    if (
        translation
        and source.last_published_at
        and translation.source.last_updated_at < source.last_published_at
    ):
        return TranslationState.OLDER
    if (
        page.last_published_at
        and source.last_published_at
        and page.last_published_at < source.last_published_at
    ):
        return TranslationState.OLDER
    if translation and translation.has_gaps:
        return TranslationState.PARTIAL
    return TranslationState.CURRENT


def _translation(page):
    """The record of the page's translation, with ``has_gaps`` when a sentence of it is missing."""
    from wagtail_localize.models import StringSegment, StringTranslation, Translation

    done = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=page.locale_id,
        has_error=False,
    )
    gaps = StringSegment.objects.filter(source_id=OuterRef("source_id")).exclude(Exists(done))
    return (
        Translation.objects.filter(source__object_id=page.translation_key, target_locale=page.locale_id)
        .select_related("source")
        .annotate(has_gaps=Exists(gaps))
        .first()
    )
