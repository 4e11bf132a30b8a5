"""What the round's page is edited with: questions as blocks, topics as boxes to tick."""

import json

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from mentoring.vocabularies import FAMILIES


class EligibilityBlock(blocks.StructBlock):
    """One yes-or-no question, and what is said kindly to somebody whose answer ends here."""

    code = blocks.RegexBlock(
        regex=r"^[a-z0-9-]{1,30}$",
        label=_("code"),
        error_messages={"invalid": _("Only Latin letters, digits and hyphens.")},
        help_text=_("Never changes; the same in every language."),
    )
    side = blocks.ChoiceBlock(
        label=_("who is asked"),
        choices=[("both", _("everyone")), ("mentee", _("mentees")), ("mentor", _("mentors"))],
        default="both",
    )
    question = blocks.CharBlock(label=_("question"), max_length=250)
    wanted = blocks.ChoiceBlock(
        label=_("answer that lets her go on"), choices=[("yes", _("yes")), ("no", _("no"))], default="yes"
    )
    explanation = blocks.TextBlock(
        label=_("if the answer is the other one"),
        help_text=_("Why this round is not for her, and what is instead."),
    )

    class Meta:
        icon = "help"
        label = _("Question")


class TopicBoxes(forms.CheckboxSelectMultiple):
    """A list of codes, kept as JSON, ticked by family."""

    def __init__(self, attrs=None):
        super().__init__(attrs, choices=[(family.label, family.topics) for family in FAMILIES])

    def format_value(self, value):
        if isinstance(value, str):
            value = json.loads(value or "[]")
        return super().format_value(value)
