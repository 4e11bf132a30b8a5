"""What the secretary does with one entry: POST only, back to its screen."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from network.awards.actions import screening as actions
from network.awards.forms.desk import AdmitForm, ExtendForm, IneligibleForm, ReturnForm, WhyForm
from network.awards.models import FormalRepair, ScreeningDecision
from network.awards.notices.previews import preview
from network.awards.views.desk.access import sent_entry
from network.content.refusals import Refused


def _act(request, entry, act, done):
    try:
        act()
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, done)
    return redirect("awards_desk:entry", entry.reference)


def _wrong(request, entry, form):
    for field, errors in form.errors.items():
        label = form.fields[field].label if field in form.fields else ""
        messages.error(request, f"{label}: {errors[0]}" if label else errors[0])
    return redirect("awards_desk:entry", entry.reference)


@require_POST
@sent_entry
def admit(request, entry):
    form = AdmitForm(request.POST)
    if not form.is_valid():
        return _wrong(request, entry, form)
    if "preview" in request.POST:
        return _letter(request, entry, "admitted", {"words": form.cleaned_data["words"]})
    return _act(
        request,
        entry,
        lambda: actions.admit(entry=entry, by=request.user, at=request.received_at, **form.cleaned_data),
        _("The entry goes to the jury."),
    )


@require_POST
@sent_entry
def return_(request, entry):
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _wrong(request, entry, form)
    if "preview" in request.POST:
        return _letter(request, entry, "returned", {"repair": FormalRepair(entry=entry, **form.cleaned_data)})
    return _act(
        request,
        entry,
        lambda: actions.return_for_repair(
            entry=entry, by=request.user, at=request.received_at, **form.cleaned_data
        ),
        _("The entry was returned to its authors."),
    )


@require_POST
@sent_entry
def ineligible(request, entry):
    form = IneligibleForm(request.POST)
    if not form.is_valid():
        return _wrong(request, entry, form)
    if "preview" in request.POST:
        return _letter(
            request, entry, "ineligible", {"decision": ScreeningDecision(entry=entry, **form.cleaned_data)}
        )
    return _act(
        request,
        entry,
        lambda: actions.propose_ineligible(
            entry=entry, by=request.user, at=request.received_at, **form.cleaned_data
        ),
        _("Proposed. Nobody is told until a second person agrees."),
    )


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
    return _act(
        request,
        entry,
        lambda: actions.confirm_ineligible(decision=decision, by=request.user, at=request.received_at),
        _("The entry was not admitted; its authors are told."),
    )


@require_POST
@sent_entry
def drop(request, entry, pk):
    decision, form = _decision(entry, pk), WhyForm(request.POST)
    if not form.is_valid():
        return _wrong(request, entry, form)
    return _act(
        request,
        entry,
        lambda: actions.drop_proposal(
            decision=decision, by=request.user, at=request.received_at, **form.cleaned_data
        ),
        _("The proposal was dropped."),
    )


@require_POST
@sent_entry
def take_back(request, entry):
    form = WhyForm(request.POST)
    if not form.is_valid():
        return _wrong(request, entry, form)
    return _act(
        request,
        entry,
        lambda: actions.take_back_admission(
            entry=entry, by=request.user, at=request.received_at, **form.cleaned_data
        ),
        _("The admission was taken back."),
    )


@require_POST
@sent_entry
def extend(request, entry):
    form = ExtendForm(request.POST)
    if not form.is_valid():
        return _wrong(request, entry, form)
    return _act(
        request,
        entry,
        lambda: actions.extend(entry=entry, by=request.user, at=request.received_at, **form.cleaned_data),
        _("The entry has more time."),
    )


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
            "page_title": _("The letter as it will read"),
        },
    )
