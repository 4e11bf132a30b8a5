from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from network.awards import moments
from network.awards.answers import count_words
from network.awards.questions import BY_PART, PART_CODES, PART_OF, QUESTIONS
from network.members.vocabularies import COUNTRIES

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


TONES = {
    "draft": "notice",
    "submitted": "action",
    "returned": "danger",
    "admitted": "success",
    "shortlisted": "success",
    "decided": "success",
}


@register.filter
def tone(entry):
    return TONES.get(entry.state, "")


@register.filter
def part_of(code):
    """The part a question stands in."""
    return PART_OF.get(code, PART_CODES[0])


@register.filter
def part_title(code):
    return BY_PART[code].title if code in BY_PART else code


@register.filter
def question_label(code):
    return QUESTIONS[code].label if code in QUESTIONS else code


@register.filter
def country_name(code):
    return dict(COUNTRIES).get(code, code)


@register.filter
def until_day(at):
    return _("until %(date)s") % {"date": date_format(timezone.localtime(at), "DATE_FORMAT")} if at else ""
