"""What a page's template is given besides the page: its place and its languages."""

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import Page, PageViewRestriction

from network.content.linked import chosen_pages, same_pages
from network.content.translation_state import TranslationState, translation_state


def page_context(page, request) -> dict:
    """Breadcrumbs, languages and the honest state of the translation; two queries, one for a source."""
    request.current_page = page
    found = _family(page, also=chosen_pages(page))
    here = {page.translation_key, *(one.translation_key for one in found if page.path.startswith(one.path))}
    siblings = [one for one in found if one.translation_key in here]
    request.linked_pages = {one.translation_key: one for one in found if one.locale_id == page.locale_id}
    ancestors = sorted(
        (one for one in siblings if one.depth < page.depth and page.path.startswith(one.path)),
        key=lambda one: one.depth,
    )
    request.page_ancestors = ancestors
    request.page_versions = siblings
    request.language_urls = _language_urls(page, ancestors, siblings, request)
    versions = [version for version in siblings if version.translation_key == page.translation_key]
    alternates = [(version.locale.language_code, version.get_full_url(request)) for version in versions]
    default = dict(alternates).get(settings.LANGUAGE_CODE)
    return {
        "breadcrumbs": [{"title": one.title, "url": one.get_url(request)} for one in ancestors],
        "alternates": [*alternates, ("x-default", default)] if default and len(alternates) > 1 else [],
        "canonical": page.get_full_url(request),
        "translation_note": _translation_note(page, versions, request),
    }


def _translation_note(page, versions, request) -> dict:
    """How the translation stands and where its source is; empty for the source itself."""
    state = translation_state(page, versions)
    if state is TranslationState.SOURCE:
        return {}
    source = next(v for v in versions if v.locale.language_code == settings.LANGUAGE_CODE)
    return {
        "state": state.value,
        "source_url": source.get_url(request),
        "source_name": dict(settings.LANGUAGES)[settings.LANGUAGE_CODE],
    }


def _family(page, *, also: set[int]) -> list[Page]:
    """Live versions, in every published language, of the page, of all that stands above it and of ``also``."""
    above = [page.path[:end] for end in range(2 * Page.steplen, len(page.path), Page.steplen)]
    keys = Page.objects.filter(path__in=above).values("translation_key")
    return list(
        Page.objects.live()
        .filter(
            Q(translation_key__in=keys) | Q(translation_key=page.translation_key) | same_pages(also),
            locale__language_code__in=dict(settings.LANGUAGES),
            alias_of__isnull=True,
        )
        .select_related("locale")
    )


def _language_urls(page, ancestors, versions, request) -> dict:
    """For each language: where to go, and whether it is this very page."""
    urls = {}
    by_place = {(version.translation_key, version.locale.language_code): version for version in versions}
    for code, _name in settings.LANGUAGES:
        for member in [page, *reversed(ancestors)]:
            if found := by_place.get((member.translation_key, code)):
                urls[code] = (found.get_url(request), member is page)
                break
    return urls


def open_to_all(pages):
    """Without pages that are shown only to some readers; in the same query, unlike Wagtail's ``public()``."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    above = PageViewRestriction.objects.annotate(below=path).filter(below__startswith=F("page__path"))
    return pages.exclude(Exists(above))
