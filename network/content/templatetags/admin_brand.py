from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def site_name():
    """What the desk is called, in the reader's language."""
    return settings.WAGTAIL_SITE_NAME
