from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from network.awards.actions.drafts import save_part
from network.awards.forms.parts import PartForm
from network.awards.models import Entry, EntryPart
from network.awards.queries.writing import answers_of, nomination_titles
from network.awards.questions import BY_PART, PART_CODES, PARTS
from network.awards.rules.completeness import lacks
from network.awards.rules.drafts import told_moment, why_not_write, writable_questions
from network.awards.views.entrant.access import own_entry
from network.content.refusals import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@own_entry
def part(request, entry, code):
    """One part of the form. Saved by button, and by the script while she writes."""
    if code not in BY_PART:
        raise Http404
    at = request.received_at
    form = _form(request, entry, code)
    if request.method != "POST":
        return _page(request, entry, code, form, at=at)
    form.is_valid()
    try:
        saved = save_part(
            entry=entry,
            code=code,
            values=form.values(),
            base=form.cleaned_data.get("base") or {},
            by=request.user,
            at=at,
        )
    except Refused as refusal:
        return _refuse(request, entry, code, form, refusal, at=at)
    if request.headers.get("X-Requested-With") == "autosave":
        return _answer_script(entry, form, saved, at)
    if saved.conflicts:
        return redirect("awards:aside", entry.reference, saved.aside.pk)
    if "leave" not in request.POST:
        _mark_wrong(entry, code, form)
    if form.errors:
        return _page(request, entry, code, form, at=at, status=422)
    return _go_on(request, entry, code)


def _lacks(entry, code) -> list:
    nominations = set(nomination_titles(entry.round))
    return [lack for lack in lacks(answers_of(entry), nominations=nominations) if lack.part.code == code]


def _mark_wrong(entry, code, form):
    """What she wrote is kept all the same; only what is not there yet may wait until she sends."""
    fresh = Entry.objects.prefetch_related("parts").get(pk=entry.pk)
    answers = answers_of(fresh)
    for lack in _lacks(fresh, code):
        if answers.get(lack.question.code) and lack.question.code in form.fields:
            form.add_error(lack.question.code, lack.sentence)


def _form(request, entry, code):
    row = next((row for row in entry.parts.all() if row.code == code), None)
    return PartForm(
        BY_PART[code],
        writable=writable_questions(entry, code),
        nominations=list(nomination_titles(entry.round).items()),
        answers=row.data if row else {},
        data=request.POST if request.method == "POST" else None,
    )


def _page(request, entry, code, form, *, at, status=200):
    row = EntryPart.objects.filter(entry=entry, code=code).select_related("updated_by").first()
    context = {
        "entry": entry,
        "round": entry.round,
        "part": BY_PART[code],
        "form": form,
        "steps": _steps(entry, code),
        "row": row,
        "until": told_moment(entry, at=at) if entry.is_writable else None,
        "why_not": why_not_write(entry, by=request.user, at=at, part=code),
        "is_last": code == PART_CODES[-1],
        "files": list(entry.attachments.filter(removed_at__isnull=True)) if BY_PART[code].has_files else [],
    }
    return render(request, "awards/part.html", context, status=status)


def _steps(entry, code):
    nominations = set(nomination_titles(entry.round))
    lacking = {lack.part.code for lack in lacks(answers_of(entry), nominations=nominations)}
    done = {row.code for row in entry.parts.all()} - lacking
    return [
        {
            "title": part.title,
            "url": reverse("awards:part", args=[entry.reference, part.code]),
            "state": "current" if part.code == code else "done" if part.code in done else "todo",
        }
        for part in PARTS
    ]


def _refuse(request, entry, code, form, refusal, *, at):
    """What she wrote stays on her screen, with the reason above it."""
    if request.headers.get("X-Requested-With") == "autosave":
        return JsonResponse({"refused": str(refusal)}, status=409)
    form.add_error(None, refusal.sentence)
    return _page(request, entry, code, form, at=at, status=409)


def _answer_script(entry, form, saved, at):
    if saved.conflicts:
        url = reverse("awards:aside", args=[entry.reference, saved.aside.pk])
        return JsonResponse({"conflict": url}, status=409)
    fresh = PartForm(form.part, writable=form.writable, nominations=[], answers=saved.part.data)
    return JsonResponse({"saved": True, "base": fresh.initial["base"], "errors": sorted(form.errors)})


def _go_on(request, entry, code):
    if "stay" in request.POST:
        messages.success(request, _("Saved."))
        return redirect("awards:part", entry.reference, code)
    following = PART_CODES.index(code) + 1
    if "leave" in request.POST or following == len(PART_CODES):
        return redirect("awards:entry", entry.reference)
    return redirect("awards:part", entry.reference, PART_CODES[following])
