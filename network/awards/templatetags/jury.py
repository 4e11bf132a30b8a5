from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

register = template.Library()

TONES = {
    "submitted": "success",
    "unlocked": "danger",
    "draft": "action",
    "opened": "action",
    "assigned": "notice",
}


@register.filter
def assignment_badge(assignment, _criteria=0):
    """The state of one reading, in words and with a colour that says the same."""
    return format_html(
        '<span class="badge" data-tone="{}">{}</span>',
        TONES.get(assignment.state, ""),
        assignment.get_state_display(),
    )


@register.filter
def score_of(scores, code):
    """What she gave for one criterion: a number, «not applicable» with its reason, or a dash."""
    answer = (scores or {}).get(code) or {}
    why = answer.get("why", "")
    if answer.get("na"):
        return _("not applicable: %(why)s") % {"why": why or "—"}
    if answer.get("score") is None:
        return "—"
    return f"{answer['score']} · {why}" if why else answer["score"]


@register.filter
def points(number):
    """Points of 100 with one place; the desk's sentences give all four."""
    if number in (None, ""):
        return "—"
    # number_format cuts; a mean of 66.2979 is 66.3.
    return number_format(Decimal(str(number)).quantize(Decimal("0.1")), decimal_pos=1)


@register.filter
def get(mapping, key):
    return (mapping or {}).get(key, "")


SIGNS = {
    "submitted": "●",
    "draft": "◐",
    "unlocked": "◐",
    "opened": "○",
    "assigned": "○",
    "recused": "✕",
    "taken_back": "",
}


@register.filter
def reading_sign(assignment, conflict):
    """One cell of the sheet: a sign for the eye, words for who cannot see it."""
    if conflict is not None and conflict.state in {"found", "declared"}:
        sign, words = "?", conflict.get_state_display()
    elif conflict is not None and conflict.state == "recused":
        sign, words = "✕", conflict.get_state_display()
    elif assignment is None:
        return ""
    else:
        sign, words = SIGNS[assignment.state], assignment.get_state_display()
    return format_html(
        '<span title="{1}" aria-hidden="true">{0}</span><span class="w-sr-only">{1}</span>', sign, words
    )
