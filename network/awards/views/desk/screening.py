"""What the secretary does with one entry: POST only, back to its screen."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from network.awards.actions import screening as actions
from network.awards.forms.desk import AdmitForm, ExtendForm, IneligibleForm, ReturnForm, WhyForm
from network.awards.models import FormalRepair, ScreeningDecision
from network.awards.notices.previews import preview
from network.awards.rules.screening import why_not_return
from network.awards.views.desk.access import desk_frame, sent_entry
from network.awards.views.desk.entries import show_entry
from network.content.refusals import Refused


def _act(request, entry, name, form, act, done):
    """Do it; what cannot be done comes back on the entry's screen with what was typed."""
    if not form.is_valid():
        return show_entry(request, entry, forms={name: form}, status=422)
    try:
        act(**form.cleaned_data)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return show_entry(request, entry, forms={name: form}, status=409)
    messages.success(request, done)
    return redirect("awards_desk:entry", entry.reference)


def _is_preview(request, form) -> bool:
    return "preview" in request.POST and form.is_valid()


@require_POST
@sent_entry
def admit(request, entry):
    form = AdmitForm(request.POST)
    if _is_preview(request, form):
        return _letter(request, entry, "admitted", {"words": form.cleaned_data["words"]})
    act = partial(actions.admit, entry=entry, by=request.user, at=request.received_at)
    return _act(request, entry, "admit_form", form, act, _("The entry goes to the jury."))


@require_POST
@sent_entry
def return_(request, entry):
    form, at = ReturnForm(request.POST), request.received_at
    if _is_preview(request, form):
        asked = {"due_at": form.cleaned_data["due_at"], "questions": form.cleaned_data["questions"]}
        if sentence := why_not_return(entry, by=request.user, at=at, **asked):
            messages.error(request, sentence)
            return show_entry(request, entry, forms={"return_form": form}, status=409)
        return _letter(request, entry, "returned", {"repair": FormalRepair(entry=entry, **form.cleaned_data)})
    act = partial(actions.return_for_repair, entry=entry, by=request.user, at=at)
    return _act(request, entry, "return_form", form, act, _("The entry was returned to its authors."))


@require_POST
@sent_entry
def ineligible(request, entry):
    form = IneligibleForm(request.POST)
    if _is_preview(request, form):
        decision = ScreeningDecision(entry=entry, **form.cleaned_data)
        return _letter(request, entry, "ineligible", {"decision": decision})
    act = partial(actions.propose_ineligible, entry=entry, by=request.user, at=request.received_at)
    done = _("Proposed. Nobody is told until a second person agrees.")
    return _act(request, entry, "ineligible_form", form, act, done)


def _decision(entry, pk):
    decision = (
        entry.screenings.filter(pk=pk, kind=ScreeningDecision.Kind.INELIGIBLE)
        .select_related("entry__round")
        .first()
    )
    if decision is None:
        raise Http404
    return decision


@require_POST
@sent_entry
def confirm(request, entry, pk):
    decision = _decision(entry, pk)
    if "preview" in request.POST:
        return _letter(request, entry, "ineligible", {"decision": decision})
    try:
        actions.confirm_ineligible(decision=decision, by=request.user, at=request.received_at)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("The entry was not admitted; its authors are told."))
    return redirect("awards_desk:entry", entry.reference)


@require_POST
@sent_entry
def drop(request, entry, pk):
    act = partial(
        actions.drop_proposal, decision=_decision(entry, pk), by=request.user, at=request.received_at
    )
    return _act(request, entry, "drop_form", WhyForm(request.POST), act, _("The proposal was dropped."))


@require_POST
@sent_entry
def take_back(request, entry):
    act = partial(actions.take_back_admission, entry=entry, by=request.user, at=request.received_at)
    return _act(
        request, entry, "take_back_form", WhyForm(request.POST), act, _("The admission was taken back.")
    )


@require_POST
@sent_entry
def extend(request, entry):
    act = partial(actions.extend, entry=entry, by=request.user, at=request.received_at)
    return _act(request, entry, "extend_form", ExtendForm(request.POST), act, _("The entry has more time."))


def _letter(request, entry, template, context):
    """The letter as each of its readers will get it; nothing is sent."""
    return render(
        request,
        "awards/desk/letter.html",
        {
            "entry": entry,
            "letters": preview(entry, template, context),
            "post": {
                name: request.POST.getlist(name)
                for name in request.POST
                if name not in {"preview", "csrfmiddlewaretoken"}
            },
            "action": request.path,
            **desk_frame(
                _("The letter as it will read"),
                (_("Award entries"), reverse("awards_desk:entries")),
                (entry.reference, reverse("awards_desk:entry", args=[entry.reference])),
            ),
        },
    )
