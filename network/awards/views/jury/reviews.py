from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from network.awards.actions.reviews import open_entry, save_review, submit_review
from network.awards.forms.reviews import DeclareForm, ReviewForm
from network.awards.queries.plans import criteria_for
from network.awards.queries.reading_room import copy_for, files_for, lines, open_review, titles
from network.awards.rules.reviews import lacks_of, why_not_write_review
from network.awards.views.jury.access import own_reading
from network.content.refusals import Refused


@require_POST
@own_reading
def begin(request, assignment):
    """Opening an entry is written down, so it is a button and not a link."""
    try:
        open_entry(assignment=assignment, by=request.user, at=request.received_at)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    return redirect("jury:entry", assignment.entry.reference)


@require_http_methods(["GET", "HEAD", "POST"])
@own_reading
def entry(request, assignment):
    """The entry and its score sheet on one page. Saved by button, and by the script while she writes."""
    review = open_review(assignment)
    criteria = criteria_for(assignment.entry.round)
    form = _form(request, assignment, review, criteria)
    if request.method != "POST":
        return _page(request, assignment, review, form)
    form.is_valid()
    is_script = request.headers.get("X-Requested-With") == "autosave"
    try:
        saved = save_review(
            assignment=assignment,
            scores=form.scores(),
            comment=form.cleaned_data.get("comment", review.comment if review else ""),
            private_note=form.cleaned_data.get("private_note", review.private_note if review else ""),
            base=form.cleaned_data.get("base"),
            by=request.user,
            at=request.received_at,
        )
    except Refused as refusal:
        if is_script:
            return JsonResponse({"refused": str(refusal.sentence)}, status=409)
        form.add_error(None, refusal.sentence)
        return _page(request, assignment, review, form, status=409)
    if is_script:
        return _answer_script(saved, form)
    if saved.is_behind:
        return _behind(request, assignment, saved.review, form)
    if form.errors:
        return _page(request, assignment, saved.review, _with_saves(form, saved.review), status=422)
    if "submit" in request.POST:
        return _submit(request, assignment, saved.review, form, criteria)
    messages.success(request, _("Saved."))
    return (
        redirect("jury:room", assignment.entry.round.code.lower())
        if "leave" in request.POST
        else redirect("jury:entry", assignment.entry.reference)
    )


def _form(request, assignment, review, criteria):
    round = assignment.entry.round
    return ReviewForm(
        request.POST if request.method == "POST" else None,
        criteria=criteria,
        scale=round.scale,
        scores=review.scores if review else {},
        saves=review.saves if review else 0,
        initial={
            "comment": review.comment if review else "",
            "private_note": review.private_note if review else "",
        },
    )


def _with_saves(form, review):
    """What the next save starts from, though the form was bound to what she sent."""
    form.data = form.data.copy()
    form.data["base"] = str(review.saves)
    return form


def _answer_script(saved, form):
    if saved.is_behind:
        return JsonResponse(
            {"refused": str(_("Changed in another window. Press “Save” to see both."))}, status=409
        )
    return JsonResponse({"saved": True, "base": saved.review.saves, "errors": sorted(form.errors)})


def _behind(request, assignment, review, form):
    """What she sent stays on the screen; what was saved in the other window is shown beside it."""
    form.add_error(
        None,
        _(
            "This review was saved in another window meanwhile. Below is what you have just sent; saving again puts it in place of the other."
        ),
    )
    return _page(request, assignment, review, _with_saves(form, review), status=409, other=review)


def _submit(request, assignment, review, form, criteria):
    try:
        submit_review(assignment=assignment, by=request.user, at=request.received_at)
    except Refused as refusal:
        for code, sentence in lacks_of(review.scores, criteria).items():
            form.add_error(f"s_{code}" if code else None, sentence)
        if not form.errors:
            form.add_error(None, refusal.sentence)
        return _page(request, assignment, review, _with_saves(form, review), status=422)
    messages.success(
        request,
        _("Your review of %(entry)s is submitted. Thank you.") % {"entry": assignment.entry.reference},
    )
    return redirect("jury:room", assignment.entry.round.code.lower())


def _page(request, assignment, review, form, *, status=200, other=None):
    round = assignment.entry.round
    rows = lines(assignment.juror)
    place = next((number for number, row in enumerate(rows) if row.assignment.pk == assignment.pk), 0)
    context = {
        "assignment": assignment,
        "entry": assignment.entry,
        "round": round,
        "sections": copy_for(assignment, nominations=titles(round)),
        "files": files_for(assignment),
        "form": form,
        "review": review,
        "other": other,
        "lines": rows,
        "done": sum(row.is_done for row in rows),
        "following": next((row for row in rows[place + 1 :] + rows[:place] if not row.is_done), None),
        "declare_form": DeclareForm(),
        "why_not": why_not_write_review(assignment, by=request.user, at=request.received_at),
    }
    return render(request, "awards/jury/entry.html", context, status=status)
