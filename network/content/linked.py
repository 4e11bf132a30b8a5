"""Pages a page links to by choice, in the reader's language: read once with the page's own versions."""

from django.db.models import Q
from wagtail.models import Page

from network.content.models.pages import stream_fields


def chosen_pages(page) -> set[int]:
    """Keys of the pages chosen in links of the page's blocks, read from what is stored and without loading any."""
    found: set[int] = set()
    for name in stream_fields(page):
        _gather(list(getattr(page, name).raw_data), found)
    return found


def _gather(value, found: set[int]) -> None:
    if isinstance(value, dict):
        if isinstance(value.get("page"), int):
            found.add(value["page"])
        for one in value.values():
            _gather(one, found)
    elif isinstance(value, list):
        for one in value:
            _gather(one, found)


def same_pages(keys: set[int]) -> Q:
    """These pages and every version of them."""
    return Q(translation_key__in=Page.objects.filter(pk__in=keys).values("translation_key"))


def local_version(page: Page, request) -> Page:
    """The version in the reader's language where it is live, else the page itself."""
    local = getattr(request, "linked_pages", None)
    return page.localized if local is None else local.get(page.translation_key, page)
