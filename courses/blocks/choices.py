"""Choices that editors pick from by label and pages keep by code.

Codes are never sent to translators: ``ChoiceBlock`` is synchronised from the
source language, ``CharBlock`` would be offered for translation.
"""

from wagtail.blocks import ChoiceBlock

from courses.slots import GROUP_BY_CODE, SLOTS
from courses.vocabularies import INITIATIVES, SDG_TARGETS


class CodeBlock(ChoiceBlock):
    """A code among many. Wagtail would look through all choices, with a query each time, to read one back."""

    def normalize_choice(self, value):
        return value

    def get_searchable_content(self, value):
        # Labels stand in the language of whoever saved the page last.
        return []


def term_choices():
    from wagtail.models import Locale

    from courses.models import GlossaryTerm

    terms = GlossaryTerm.objects.filter(locale=Locale.get_default()).order_by("title")
    return [(term.code, term.title) for term in terms]


def slot_choices():
    return [(slot.code, f"{GROUP_BY_CODE[slot.group].label}: {slot.label}") for slot in SLOTS]


def tag_choices():
    from network.content.models import Tag

    return [(tag.slug, tag.label()) for tag in Tag.objects.prefetch_related("labels")]


def initiative_choices():
    return list(INITIATIVES)


def target_choices():
    return list(SDG_TARGETS)
