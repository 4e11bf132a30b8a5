"""What comes back from the forms inside lessons. All of it works without a script."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from courses.actions import take_events
from courses.events import Result
from courses.forms.answers import SentAnswer, read_answer
from courses.models import LessonPage, Plan
from courses.views.lines import redirect_to_meeting
from network.content.refusals import Refused


@require_POST
def save(request):
    """One exercise, reflection, quiz, self-evaluation or mark of a lesson."""
    sent = read_answer(request.POST, language=request.LANGUAGE_CODE, at=timezone.now())
    if not request.user.is_authenticated:
        # The session ended while she wrote: give every word back instead of a sign-in form.
        return render(request, "courses/signed_out.html", {"texts": sent.texts()}, status=403)
    lesson = _lesson(sent.lesson_key, request.LANGUAGE_CODE)
    if sent.errors:
        return _again(request, sent, lesson, status=422)
    lessons = {lesson.translation_key} if lesson else None
    try:
        outcomes = take_events(
            user=request.user, events=sent.events, at=timezone.now(), plan=sent.plan, lessons=lessons
        )
    except Refused as refused:
        return _again(request, sent, lesson, status=409, sentence=str(refused))
    beside = [outcome for outcome in outcomes if outcome.result == Result.BESIDE and outcome.slot]
    _tell(request, sent, lesson, outcomes)
    if beside:
        plan = Plan.objects.of(request.user).at_work().first()
        return redirect_to_meeting(plan, [outcome.slot for outcome in beside])
    return redirect(_back(sent, lesson))


def _lesson(key: UUID | None, language: str) -> LessonPage | None:
    if key is None:
        return None
    return LessonPage.objects.live().filter(translation_key=key, locale__language_code=language).first()


def _again(request, sent: SentAnswer, lesson, *, status: int, sentence: str = ""):
    context = {
        "sent": sent,
        "lesson": lesson,
        "sentence": sentence,
        "event": uuid4(),
        "fields": [line.as_field("again") for line in sent.lines],
    }
    return render(request, "courses/answer_again.html", context, status=status)


def _tell(request, sent: SentAnswer, lesson, outcomes) -> None:
    for sentence in dict.fromkeys(outcome.sentence for outcome in outcomes if outcome.sentence):
        messages.warning(request, sentence)
    if sent.block_id and lesson and not _still_has(lesson, sent.block_id):
        messages.warning(
            request,
            _(
                "The editors have taken this exercise out of the lesson meanwhile. What you wrote is kept all the same."
            ),
        )
    elif sent.lines and all(outcome.result == Result.KEPT for outcome in outcomes):
        messages.success(request, _("Saved in your plan."))


def _still_has(lesson, block_id: UUID) -> bool:
    return any(block["id"] == str(block_id) for block in lesson.body.raw_data)


def _back(sent: SentAnswer, lesson) -> str:
    """To the place she wrote in; to the plan when the lesson is gone."""
    if lesson is None:
        return reverse("courses:plans")
    query = f"?rows={sent.more_rows}" if sent.more_rows else ""
    anchor = f"#{sent.block_id}" if sent.block_id and _still_has(lesson, sent.block_id) else ""
    return f"{lesson.url}{query}{anchor}"
