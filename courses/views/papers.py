"""What can be taken from a plan: the letter, and files in the language the reader chooses."""

import re

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_safe

from courses.documents.calendar import calendar_file
from courses.documents.letter import LETTER_SLOTS, compose
from courses.documents.letter_docx import letter_docx
from courses.documents.outline import outline
from courses.documents.plan_docx import plan_docx
from courses.documents.plan_json import plan_json
from courses.documents.plan_pdf import plan_pdf
from courses.queries.lessons import lesson_by_slot
from courses.queries.work import lines_of
from courses.slots import BY_CODE
from courses.views.plans import own_plan

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NAME = re.compile(
    r"(?P<what>plan|letter|calendar)-(?P<language>[a-z]{2})\.(?P<ending>docx|pdf|ics)|plan\.json"
)


@require_safe
@login_required
def take_away(request, uuid):
    """The files, each in each language."""
    plan = own_plan(request, uuid)
    return render(request, "courses/take_away.html", {"plan": plan, "languages": settings.LANGUAGES})


@require_safe
@login_required
def letter(request, uuid):
    """The first letter as it would go out now, in the language she asks for."""
    plan = own_plan(request, uuid)
    language = request.GET.get("language", request.LANGUAGE_CODE)
    if language not in dict(settings.LANGUAGES):
        raise Http404
    lines = lines_of(plan, LETTER_SLOTS)
    with override(language):
        composed = compose(lines)
    lessons = lesson_by_slot(request.LANGUAGE_CODE)
    context = {
        "plan": plan,
        "letter": composed,
        "languages": settings.LANGUAGES,
        "gaps": [(BY_CODE[code], lessons.get(code)) for code in composed.gaps],
        "foreign": [BY_CODE[code] for code in composed.foreign],
    }
    return render(request, "courses/letter.html", context)


@require_safe
@login_required
def file(request, uuid, name):
    """One file, made while she waits: the longest plan takes well under a second."""
    plan = own_plan(request, uuid)
    match = NAME.fullmatch(name)
    if match is None:
        raise Http404
    language = match["language"] or request.LANGUAGE_CODE
    maker = MAKERS.get((match["what"], match["ending"])) if match["what"] else (_json, "application/json")
    if maker is None or language not in dict(settings.LANGUAGES):
        raise Http404
    make, media_type = maker
    with override(language):
        content = make(plan, request.user, timezone.now())
    response = HttpResponse(content, content_type=media_type)
    # Never a name made from a title: it may be in any script.
    response["Content-Disposition"] = f'attachment; filename="dialogue-{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _plan_docx(plan, user, at):
    return plan_docx(plan, outline(lines_of(plan)), author=user.get_full_name(), at=at)


def _plan_pdf(plan, user, at):
    return plan_pdf(plan, outline(lines_of(plan)), author=user.get_full_name(), at=at).content


def _letter_docx(plan, user, at):
    return letter_docx(
        compose(lines_of(plan, LETTER_SLOTS)), title=plan.title, author=user.get_full_name(), at=at
    )


def _calendar(plan, user, at):
    values = {slot: line.value for slot, line in lines_of(plan).items()}
    return calendar_file(plan, values, zone=timezone.get_current_timezone_name(), at=at)


def _json(plan, user, at):
    return plan_json(plan, lines_of(plan), at=at)


MAKERS = {
    ("plan", "docx"): (_plan_docx, WORD),
    ("plan", "pdf"): (_plan_pdf, "application/pdf"),
    ("letter", "docx"): (_letter_docx, WORD),
    ("calendar", "ics"): (_calendar, "text/calendar; charset=utf-8"),
}
