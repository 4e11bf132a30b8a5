"""What may be done, and why not: a sentence for the person, or None."""

from django.conf import settings
from django.utils.translation import gettext as _

from courses.block_ids import ANSWERED, missing_and_repeated
from courses.slots import BY_CODE
from network.content.textual import block_text

LEAST_WORDS, MOST_WORDS = 400, 800
# The running text of a lesson, by which its length is told.
READ = {"prose", "callout", "case", "compare", "steps", "checklist", "table", "quote"}


def lesson_mistakes(lesson) -> dict[str, list[str]]:
    """What must be put right before a lesson is published, by field: otherwise answers would get lost."""
    mistakes = [*_exercise_mistakes(lesson), *_repeated_ids(lesson), *_structure_mistakes(lesson)]
    return {"body": mistakes} if mistakes else {}


def _exercise_mistakes(lesson) -> list[str]:
    found = []
    for block in lesson.exercises():
        slots = [slot for slot in block.value["slots"] if slot]
        if not slots:
            found.append(
                _("The exercise “%(title)s” fills no line of the plan. Choose one.")
                % {"title": block.value["title"]}
            )
        unknown = [slot for slot in slots if slot not in BY_CODE]
        if unknown:
            found.append(
                _("The exercise “%(title)s” names a line the plan does not have: %(slots)s.")
                % {"title": block.value["title"], "slots": ", ".join(unknown)}
            )
    return found


def _stored(stream) -> list[dict]:
    return stream.stream_block.get_prep_value(stream)


def _repeated_ids(lesson) -> list[str]:
    """A block pasted in by hand may bring the id of another: answers to one would be shown at both."""
    _missing, repeated = missing_and_repeated(lesson.body.stream_block, _stored(lesson.body))
    if not repeated:
        return []
    return [_("Two blocks have the same id. Delete the copy and add it anew from the list of blocks.")]


def _structure_mistakes(lesson) -> list[str]:
    """Answers are kept by block id, so a translation may not have exercises of its own."""
    if lesson.locale_id is None or lesson.locale.language_code == settings.LANGUAGE_CODE:
        return []
    source = (
        type(lesson)
        .objects.filter(translation_key=lesson.translation_key, locale__language_code=settings.LANGUAGE_CODE)
        .first()
    )
    if source is None:
        return []
    known = {block.id for block in source.body}
    own = [block for block in lesson.body if block.block_type in ANSWERED and block.id not in known]
    return [
        _(
            "The source of this lesson has no such block: %(kind)s, no. %(number)s. Add it to the source first, then synchronise the translation."
        )
        % {"kind": block.block.label, "number": list(lesson.body).index(block) + 1}
        for block in own
    ]


def lesson_gaps(lesson) -> list[str]:
    """What a reader would miss; said to the editor before she publishes, who may publish all the same."""
    kinds = [block.block_type for block in lesson.body]
    texts = [block_text(block.block, block.value) for block in lesson.body if block.block_type in READ]
    words = sum(len(text.split()) for passage in texts for text in passage)
    said = [
        (not lesson.summary, _("There is no summary: lists and search engines will show nothing.")),
        (not lesson.questions, _("There are no questions that the lesson answers.")),
        (not lesson.outcomes, _("It is not said what the reader can do after the lesson.")),
        ("plan_exercise" not in kinds, _("There is no exercise for the plan.")),
        (kinds.count("plan_exercise") > 1, _("There is more than one exercise for the plan.")),
        ("case" not in kinds, _("There is no case with its source.")),
        (not {"quiz_single", "quiz_multi"} & set(kinds), _("There is no self-check.")),
        (not lesson.key_points, _("There are no key points.")),
        (not lesson.facilitator_notes, _("There are no notes for the facilitator.")),
        (not lesson.sources, _("No sources are named.")),
        (
            not LEAST_WORDS <= words <= MOST_WORDS,
            _("The text has %(words)s words; a lesson is best read at %(least)s to %(most)s.")
            % {"words": words, "least": LEAST_WORDS, "most": MOST_WORDS},
        ),
    ]
    found = [sentence for is_missing, sentence in said if is_missing]
    for block in lesson.exercises():
        shown = {row["slot"] for row in block.value["example"]}
        if set(block.value["slots"]) - shown:
            found.append(
                _("The exercise “%(title)s” shows no example for some of its lines.")
                % {"title": block.value["title"]}
            )
    return found


MOST_PLANS = 50


def why_not_begin(user, *, at) -> str | None:
    if user.plans.count() >= MOST_PLANS:
        return _("You have %(most)d plans. Delete one you no longer need, then begin a new one.") % {
            "most": MOST_PLANS
        }
    return None


def why_not_change(plan, *, by, at) -> str | None:
    return None if plan.owner_id == by.pk else _("There is no such plan.")


def why_not_write(plan, *, by, at) -> str | None:
    if sentence := why_not_change(plan, by=by, at=at):
        return sentence
    if plan.archived_at:
        return _("This plan has been put away. Take it back to work, then write in it.")
    return None
