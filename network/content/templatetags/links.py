from django import template

from network.content.linked import local_version

register = template.Library()


@register.simple_tag(takes_context=True)
def local_url(context, page) -> str:
    """Where a chosen page stands in the reader's language."""
    request = context.get("request")
    return local_version(page, request).get_url(request) or ""
