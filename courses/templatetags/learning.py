"""What the exercises of a lesson show to somebody who is signed in; blank and alike for everybody else."""

from uuid import uuid4

from django import template

from courses.blocks import QuizMultiBlock
from courses.documents.letter import LETTER_SLOTS, compose
from courses.forms.fields import fields_of
from courses.queries.work import lines_of
from courses.vocabularies import RATING_LEVELS
from network.members.vocabularies import SPOKEN_LANGUAGES

register = template.Library()


@register.simple_tag
def slot_fields(codes, work, block_id, more=""):
    """The fields of an exercise, with what stands in the plan when there is ``work``."""
    return fields_of(codes, work.lines if work else {}, prefix=f"x{str(block_id)[:8]}", more=more)


@register.simple_tag
def note_of(work, block_id):
    return work.notes.get(str(block_id)) if work else None


@register.simple_tag
def reflection_of(work, block_id):
    return work.reflections.get(str(block_id)) if work else None


@register.simple_tag
def answer_of(work, block_id):
    """The ids of the options she chose last, as strings."""
    event = work.answers.get(str(block_id)) if work else None
    return event.payload.get("options", []) if event else []


@register.simple_tag
def gone_options(chosen, options):
    """Whether she chose something that is no longer among the answers."""
    return bool(set(chosen) - {option.id for option in options})


@register.simple_tag
def ratings_of(work, block_id):
    event = work.ratings.get(str(block_id)) if work else None
    return event.payload.get("ratings", {}) if event else {}


@register.filter
def get(table, key):
    return table.get(key) if table else None


@register.simple_tag
def new_uuid():
    """Names one showing of a form, so that sending it twice counts once."""
    return str(uuid4())


@register.filter
def language_name(code):
    return dict(SPOKEN_LANGUAGES).get(code, code)


@register.simple_tag
def is_multi(value):
    return isinstance(value.block, QuizMultiBlock)


@register.simple_tag
def rating_levels():
    return RATING_LEVELS


@register.simple_tag
def letter_of(work):
    """Her letter as it stands now; all gaps without a plan."""
    return compose(lines_of(work.plan, LETTER_SLOTS) if work and work.plan else {})
