"""What may be done, and why not: a sentence for the person, or None."""

from django.utils.translation import gettext as _

from courses.slots import BY_CODE

ANSWERED = {"plan_exercise", "reflection", "quiz_single", "quiz_multi", "self_rating"}


def lesson_mistakes(lesson) -> dict[str, list[str]]:
    """What is missing before a lesson may be published, by field."""
    mistakes = [*_exercise_mistakes(lesson), *_structure_mistakes(lesson)]
    return {"body": mistakes} if mistakes else {}


def _exercise_mistakes(lesson) -> list[str]:
    found = []
    for block in lesson.exercises():
        slots = list(block.value["slots"])
        if not slots:
            found.append(_("The exercise “%(title)s” fills no line of the plan. Choose one.") % {"title": block.value["title"]})
        unknown = [slot for slot in slots if slot not in BY_CODE]
        if unknown:
            found.append(
                _("The exercise “%(title)s” names a line the plan does not have: %(slots)s.")
                % {"title": block.value["title"], "slots": ", ".join(unknown)}
            )
    return found


def _structure_mistakes(lesson) -> list[str]:
    """Answers are kept by block id, so a translation may not have exercises of its own."""
    from wagtail.models import Locale

    if lesson.locale_id is None or lesson.locale_id == Locale.get_default().pk:
        return []
    source = type(lesson).objects.filter(translation_key=lesson.translation_key, locale=Locale.get_default()).first()
    if source is None:
        return []
    known = {block.id for block in source.body if block.block_type in ANSWERED}
    own = [block.id for block in lesson.body if block.block_type in ANSWERED]
    if set(own) - known:
        return [_("This translation has an exercise or question that its source does not have. Add it to the source first.")]
    return []


MOST_PLANS = 50


def why_not_begin(user, *, at) -> str | None:
    if user.plans.count() >= MOST_PLANS:
        return _("You have %(most)d plans. Delete one you no longer need, then begin a new one.") % {"most": MOST_PLANS}
    return None


def why_not_change(plan, *, by, at) -> str | None:
    return None if plan.owner_id == by.pk else _("There is no such plan.")


def why_not_write(plan, *, by, at) -> str | None:
    if sentence := why_not_change(plan, by=by, at=at):
        return sentence
    if plan.archived_at:
        return _("This plan has been put away. Take it back to work, then write in it.")
    return None
