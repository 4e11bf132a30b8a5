import json

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import mark_safe

register = template.Library()

# The signs by which text could leave a script element.
ESCAPES = {
    ord("<"): "\\u003C",
    ord(">"): "\\u003E",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


@register.simple_tag
def structured_data(page, request):
    """schema.org data of a page, when the page has any to tell, and its place under the front page."""
    tell = getattr(page, "structured_data", None)
    found = [data for data in (tell(request) if tell else None, _breadcrumbs(page, request)) if data]
    texts = [json.dumps(data, ensure_ascii=False).translate(ESCAPES) for data in found]
    return mark_safe("".join(f'<script type="application/ld+json">{text}</script>' for text in texts))  # noqa: S308


def _breadcrumbs(page, request) -> dict | None:
    above = getattr(request, "page_ancestors", [])
    if not above:
        return None
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": one.title, "item": one.get_full_url(request)}
            for place, one in enumerate([*above, page], start=1)
        ],
    }


@register.simple_tag
def share_image(page) -> str:
    """The picture shown when the address is shared: the editor's, else one drawn from the title."""
    if page.share_image_id:
        return settings.SITE_URL + page.share_image.get_rendition("fill-1200x630|format-jpeg").url
    return settings.SITE_URL + reverse("content:share_image", args=[page.pk])
