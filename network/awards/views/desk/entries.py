from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.awards.forms.desk import (
    AdmitForm,
    EntryFilterForm,
    ExtendForm,
    IneligibleForm,
    ReturnForm,
    WhyForm,
)
from network.awards.models import AwardRound
from network.awards.queries.desk import counts_by_state, entry_for_desk, entry_list, waits
from network.awards.queries.words import RoundWords
from network.awards.queries.writing import nomination_titles
from network.awards.rules import screening as rules
from network.awards.views.desk.access import desk_frame, desk_only, sent_entry
from network.members.history import record_reading


@require_safe
@desk_only
def entries(request):
    """The list: search, filters, order, pages."""
    rounds = list(AwardRound.objects.prefetch_related("nominations"))
    words = RoundWords(rounds)
    form = EntryFilterForm(request.GET, rounds=rounds, words=words)
    form.is_valid()
    wanted = {name: value for name, value in form.cleaned_data.items() if value}
    number = request.GET.get("p", "1")
    listed = entry_list(
        wanted, number=int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1
    )
    kept = {name: value for name, value in request.GET.items() if name in form.fields and value}
    round = wanted.get("round")
    context = {
        "form": form,
        "words": words,
        "listed": listed,
        "query": urlencode(kept),
        "counts": counts_by_state(round),
        "waits": waits(by=request.user),
        **desk_frame(
            _("Award entries"), (_("Award entries"), reverse("awards_desk:entries")), icon="doc-full-inverse"
        ),
    }
    return render(request, "awards/desk/entries.html", context)


@require_safe
@sent_entry
def entry(request, entry):
    """One entry on one screen. Opening it is noted: it holds people's data."""
    record_reading(entry, by=request.user, at=request.received_at, purpose="screening")
    return show_entry(request, entry)


def show_entry(request, entry, *, forms=None, status=200):
    """The screen of an entry; ``forms`` are those that came back, with what was typed, by their names in it."""
    context = entry_for_desk(entry, nominations=nomination_titles(entry.round))
    context["words"] = RoundWords([entry.round])
    context.update(_may(entry, context["proposal"], by=request.user, at=request.received_at))
    context.update(forms or {})
    context.update(
        desk_frame(
            entry.reference,
            (_("Award entries"), reverse("awards_desk:entries")),
            (entry.reference, reverse("awards_desk:entry", args=[entry.reference])),
            icon="doc-full-inverse",
        )
    )
    return render(request, "awards/desk/entry.html", context, status=status)


def _may(entry, proposal, *, by, at) -> dict:
    """A form for whatever she may do with it now, and why not what she may not."""
    return {
        "admit_form": None if rules.why_not_admit(entry, by=by, at=at) else AdmitForm(),
        "why_not_admit": rules.why_not_admit(entry, by=by, at=at),
        "return_form": None
        if rules.why_not_return(entry, by=by, at=at)
        else ReturnForm(at=at, zone=entry.round.time_zone),
        "ineligible_form": None
        if rules.why_not_propose_ineligible(entry, by=by, at=at)
        else IneligibleForm(),
        "extend_form": None if rules.why_not_extend(entry, by=by, at=at) else ExtendForm(),
        "take_back_form": None if rules.why_not_take_back(entry, by=by, at=at) else WhyForm(),
        "drop_form": WhyForm(),
        "may_confirm": proposal and rules.why_not_confirm(proposal, by=by, at=at) is None,
        "why_not_confirm": proposal and rules.why_not_confirm(proposal, by=by, at=at),
    }
