"""The editors' report: which translations are missing, behind, half done, or live without their source."""

from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from network.content.localisation.progress import Progress, progress_of_many
from network.content.searching import page_types


class Drift(StrEnum):
    MISSING = "missing"
    OLDER = "older"
    PARTIAL = "partial"
    DRAFT = "draft"
    ORPHAN = "orphan"
    MOVED = "moved"


LABELS = {
    Drift.MISSING: _("not translated"),
    Drift.OLDER: _("older than its source"),
    Drift.PARTIAL: _("partly translated"),
    Drift.DRAFT: _("translated, not published"),
    Drift.ORPHAN: _("its source is no longer published"),
    Drift.MOVED: _("its source has moved elsewhere"),
}


@dataclass(frozen=True)
class Row:
    """One page in one language that needs somebody."""

    state: Drift
    source: Page
    target: Page | None
    locale: Locale
    translation: Translation | None
    progress: Progress | None

    @property
    def label(self):
        return LABELS[self.state]


def rows(locales) -> list[Row]:
    """All drift of the public pages into these languages, worst first. Eight queries, whatever their number."""
    source_locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    locales = [locale for locale in locales if locale.pk != source_locale.pk]
    pages = _pages([source_locale, *locales])
    sources = {page.translation_key: page for page in pages if page.locale_id == source_locale.pk}
    targets = {
        (page.translation_key, page.locale_id): page for page in pages if page.locale_id != source_locale.pk
    }
    translations = {
        (translation.source.object_id, translation.target_locale_id): translation
        for translation in Translation.objects.filter(
            target_locale__in=locales, source__object_id__in=sources
        )
        .select_related("source", "target_locale")
        .defer("source__content_json")
    }
    progress = progress_of_many(translations.values())
    parents = {page.path: page.translation_key for page in pages}
    found = []
    for key, source in sources.items():
        for locale in locales:
            target = targets.get((key, locale.pk))
            translation = translations.get((key, locale.pk))
            done = progress.get(translation.pk) if translation else None
            state = _state(source, target, translation, done, parents)
            if state:
                found.append(Row(state, source, target, locale, translation, done))
    order = list(Drift)
    return sorted(found, key=lambda row: (order.index(row.state), row.locale.language_code, row.source.path))


def _pages(locales):
    kinds = [kind.pk for kind in ContentType.objects.get_for_models(*page_types()).values()]
    return list(
        Page.objects.filter(content_type__in=kinds, locale__in=locales, alias_of__isnull=True).select_related(
            "locale"
        )
    )


def _state(source, target, translation, progress, parents) -> Drift | None:
    if target is None:
        return Drift.MISSING if source.live else None
    if target.live and not source.live:
        return Drift.ORPHAN
    if not source.live:
        return None
    ours, theirs = parents.get(source.path[:-4]), parents.get(target.path[:-4])
    if ours and theirs and ours != theirs:
        return Drift.MOVED
    if (
        translation
        and source.last_published_at
        and translation.source.last_updated_at < source.last_published_at
    ):
        return Drift.OLDER
    if progress and progress.missing:
        return Drift.PARTIAL
    return None if target.live else Drift.DRAFT
