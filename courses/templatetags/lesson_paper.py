"""Blocks as they stand on paper: lines to write on instead of forms, answers under the questions."""

import re

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from courses.slots import BY_CODE, COLUMN_LABELS, GROUP_BY_CODE
from courses.vocabularies import INITIATIVES, OPTIONS, SDG_TARGETS

register = template.Library()

ON_PAPER = {
    "plan_exercise": "courses/paper/plan_exercise.html",
    "quiz_single": "courses/paper/quiz.html",
    "quiz_multi": "courses/paper/quiz.html",
    "reflection": "courses/paper/reflection.html",
    "self_rating": "courses/paper/self_rating.html",
    "letter_preview": "courses/paper/letter_preview.html",
}
HEADING = re.compile(r"<h([23])\b")
LABELS = dict(INITIATIVES) | dict(SDG_TARGETS)


@register.simple_tag(takes_context=True)
def on_paper(context, block, deeper=0):
    """A block without any control in it; ``deeper`` tells how far its headings stand below those of a lesson page."""
    name = ON_PAPER.get(block.block_type)
    if name:
        html = render_to_string(
            name, {"value": block.value, "block_id": block.id, "block_type": block.block_type}
        )
    else:
        html = block.render({**context.flatten(), "block_id": block.id})
    if not deeper:
        return html
    return mark_safe(HEADING.sub(lambda found: f'<h{found[1]} aria-level="{int(found[1]) + deeper}"', html))  # noqa: S308


@register.filter
def slot(code: str):
    return BY_CODE.get(code)


@register.filter
def slot_group(code: str):
    found = BY_CODE.get(code)
    return GROUP_BY_CODE[found.group].label if found else ""


@register.filter
def slot_options(slot) -> list:
    return [label for _code, label in OPTIONS.get(slot.options, ())]


@register.filter
def slot_columns(slot) -> list:
    return [COLUMN_LABELS[column] for column in slot.columns]


@register.filter
def code_label(code: str):
    """The words of an initiative's or a target's code."""
    return LABELS.get(code, code)
