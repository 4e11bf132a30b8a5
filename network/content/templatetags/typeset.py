"""``{{ page.title|glue }}``: lines that do not end in a preposition or begin with a dash."""

import re

from django import template
from django.template.defaultfilters import stringfilter

register = template.Library()

NO_BREAK = "\N{NO-BREAK SPACE}"
AFTER_SHORT_WORD = re.compile(r"(?<![\w\N{NO-BREAK SPACE}-])(\w{1,2}) (?=\S)")
BEFORE_DASH = re.compile(r" (?=[\N{EM DASH}\N{EN DASH}] )")


@register.filter(is_safe=True)
@stringfilter
def glue(text: str) -> str:
    """Ties words of one or two letters and numbers to what follows, and a dash to what goes before.

    For titles and other short plain text; a printed page would be set so.
    """
    # Twice: the words of "и в 3 часа" share their spaces.
    for _ in range(2):
        text = AFTER_SHORT_WORD.sub(rf"\1{NO_BREAK}", text)
    return BEFORE_DASH.sub(NO_BREAK, text)


@register.filter(is_safe=True)
@stringfilter
def tie_dashes(html: str) -> str:
    """For running text, marked up or not: no line begins with a dash."""
    return BEFORE_DASH.sub(NO_BREAK, html)
