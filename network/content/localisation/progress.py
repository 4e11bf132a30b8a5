"""How far translations are, and which sentences of a source are new since they were made."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


@dataclass(frozen=True)
class Progress:
    total: int
    done: int

    @property
    def missing(self) -> int:
        return self.total - self.done

    @property
    def percent(self) -> int:
        """Whole percent, rounded down: 100 means every sentence."""
        return 100 * self.done // self.total if self.total else 100


def progress_of(translation: Translation) -> Progress:
    return Progress(*translation.get_progress())


def progress_of_many(translations) -> dict[int, Progress]:
    """Progress of each translation by its pk; two queries for all of them."""
    translations = list(translations)
    sources = {translation.source_id for translation in translations}
    locales = {translation.target_locale_id for translation in translations}
    segments = StringSegment.objects.filter(source__in=sources)
    totals = dict(segments.order_by().values("source").annotate(n=Count("pk")).values_list("source", "n"))
    done: dict[tuple, int] = {}
    for locale in locales:
        translated = StringTranslation.objects.filter(
            translation_of=OuterRef("string"), context=OuterRef("context"), locale=locale, has_error=False
        )
        rows = (
            segments.filter(Exists(translated)).order_by().values("source").annotate(n=Count("pk"))
        ).values_list("source", "n")
        done.update({(source, locale): n for source, n in rows})
    return {
        translation.pk: Progress(
            totals.get(translation.source_id, 0),
            done.get((translation.source_id, translation.target_locale_id), 0),
        )
        for translation in translations
    }


@dataclass(frozen=True)
class Sentence:
    """One sentence of a source page as it stands now; ``is_new`` when the translators have not seen it."""

    text: str
    path: str
    is_new: bool


def sentences(source: TranslationSource, instance) -> list[Sentence]:
    """Every sentence of the source's present text, those changed since the last synchronisation marked."""
    known = set(StringSegment.objects.filter(source=source).values_list("context__path", "string__data"))
    return [
        Sentence(segment.string.data, segment.path, (segment.path, segment.string.data) not in known)
        for segment in extract_segments(instance)
        if isinstance(segment, StringSegmentValue)
    ]
