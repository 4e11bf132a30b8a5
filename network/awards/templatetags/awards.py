from django import template

from network.awards import moments
from network.awards.answers import count_words
from network.awards.questions import BY_PART, PART_CODES, PART_OF, QUESTIONS
from network.members.vocabularies import COUNTRIES, SPOKEN_LANGUAGES
from network.members.wording import word_of_verb

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
def nomination_in(nomination, words):
    """Its title in the reader's language; ``words`` are RoundWords."""
    return words.nomination(nomination)


@register.filter
def criterion_in(criterion, words):
    return words.criterion(criterion)


@register.filter
def round_in(round, words):
    return words.round(round)


@register.filter
def language_name(code):
    return dict(SPOKEN_LANGUAGES).get(code, code)


@register.filter
def verb_words(verb):
    """A line of history in words; a verb without words shows its name."""
    return word_of_verb(verb).removeprefix("awards.")
