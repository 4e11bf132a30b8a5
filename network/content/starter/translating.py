"""An English file becomes a wagtail-localize translation, segment by segment."""

from django.db import transaction
from wagtail.models import DraftStateMixin, Locale
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from network.content.starter.raw import StarterError


@transaction.atomic
def translate(source, english, locale: Locale, *, place: str, publish: bool = True):
    """Give ``source`` its version in ``locale`` from ``english``, an unsaved instance with the same structure.

    Every segment must be there: a page is never published with words of another
    language in it. Returns the translated instance. Raises ``StarterError``
    that names the place when the two files differ in structure.
    """
    record, _ = TranslationSource.update_or_create_from_instance(source)
    translation, _ = Translation.objects.get_or_create(source=record, target_locale=locale)
    words = _strings(english)
    segments = (
        StringSegment.objects.filter(source=record).select_related("context", "string").order_by("order")
    )
    seen: dict[str, int] = {}
    for segment in segments:
        path = segment.context.path
        number = seen.get(path, 0)
        seen[path] = number + 1
        try:
            text = words[path][number]
        except (KeyError, IndexError):
            raise StarterError(f"{place}: nothing in {locale.language_code} for {path} no. {number + 1}")
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={"data": text, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL},
        )
    total, done = translation.get_progress()
    if done != total:
        raise StarterError(f"{place}: {total - done} segments are not translated into {locale.language_code}")
    has_drafts = isinstance(source, DraftStateMixin)
    translation.save_target(publish=not has_drafts)
    if publish and has_drafts:
        # At once: wagtail-localize would wait for the end of the outermost transaction.
        source.get_translation(locale).latest_revision.publish()
    return source.get_translation(locale)


def _strings(instance) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for segment in extract_segments(instance):
        if isinstance(segment, StringSegmentValue):
            words.setdefault(segment.path, []).append(segment.string.data)
    return words
