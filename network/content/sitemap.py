"""The site map, cheap at a hundred thousand pages: plain rows, a part at a time, never a page object.

A part holds the pages whose translation key begins with one of a few digits, so
all languages of a page stand in the same part and point to one another.
"""

from collections.abc import Iterator
from itertools import groupby
from uuid import UUID
from xml.sax.saxutils import escape

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page, PageViewRestriction, Site

from network.content.searching import page_types

MOST_A_PART = 20_000
DIGITS = 32


def parts() -> int:
    """Into how many files the pages are divided: 1, 16 or 256."""
    count = _pages().count()
    return next(size for size in (1, 16, 256) if count <= MOST_A_PART * size or size == 256)


def _pages():
    kinds = ContentType.objects.get_for_models(*page_types()).values()
    pages = Page.objects.live().filter(
        content_type__in=[kind.pk for kind in kinds],
        locale__language_code__in=dict(settings.LANGUAGES),
        alias_of__isnull=True,
    )
    hidden = Q(pk__in=[])
    for path in PageViewRestriction.objects.values_list("page__path", flat=True):
        hidden |= Q(path__startswith=path)
    return pages.exclude(hidden)


def part(number: int, of: int) -> Iterator[str]:
    """The lines of one file; rows are read as they are written."""
    width = {1: 0, 16: 1, 256: 2}[of]
    low = UUID((f"{number:x}".rjust(width, "0") if width else "").ljust(DIGITS, "0"))
    high = UUID((f"{number:x}".rjust(width, "0") if width else "").ljust(DIGITS, "f"))
    roots = {root.language_code: (root.root_path, root.root_url) for root in Site.get_site_root_paths()}
    rows = (
        _pages()
        .filter(translation_key__range=(low, high))
        .order_by("translation_key", "locale_id")
        .values_list("translation_key", "locale__language_code", "url_path", "last_published_at")
        .iterator(chunk_size=2000)
    )
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    for _key, versions in groupby(rows, key=lambda row: row[0]):
        yield from _family([(code, _address(path, code, roots), at) for _k, code, path, at in versions])
    yield "</urlset>\n"


def _address(url_path: str, code: str, roots: dict) -> str | None:
    root_path, root_url = roots.get(code, ("", ""))
    if not root_path or not url_path.startswith(root_path):
        return None
    return f"{root_url or settings.SITE_URL}/{code}/{url_path.removeprefix(root_path)}"


def _family(versions) -> Iterator[str]:
    versions = [(code, escape(address), at) for code, address, at in versions if address]
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{address}"/>' for code, address, _at in versions
    )
    default = next((address for code, address, _at in versions if code == settings.LANGUAGE_CODE), None)
    if len(versions) < 2:
        links = ""
    elif default:
        links += f'<xhtml:link rel="alternate" hreflang="x-default" href="{default}"/>'
    for _code, address, at in versions:
        changed = f"<lastmod>{at:%Y-%m-%d}</lastmod>" if at else ""
        yield f"<url><loc>{address}</loc>{changed}{links}</url>\n"
