from django import template

from network.awards import moments
from network.awards.answers import count_words

register = template.Library()


@register.filter
def said(at, zone):
    """A moment in the round's zone and in the reader's."""
    return moments.said_twice(at, zone) if at else ""


@register.filter
def said_with_seconds(at, zone):
    return moments.said_twice(at, zone, seconds=True) if at else ""


@register.filter
def words(text):
    return count_words(text or "")
