"""What the secretary does with a round as a whole."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from network.awards.actions import rounds as actions
from network.awards.forms.desk import DeadlineForm, WhyForm
from network.awards.models import AwardRound, EligibilityAnswer
from network.awards.queries.desk import counts_by_state, waits
from network.awards.queries.words import RoundWords
from network.awards.rules import rounds as rules
from network.awards.views.desk.access import desk_frame, desk_only, secretary_only
from network.awards.views.desk.tabs import jury_tabs
from network.content.refusals import Refused
from network.members.history import history_of

STEPS = {
    "announce": (actions.announce, rules.why_not_announce, gettext_lazy("Announced.")),
    "take-back": (actions.take_back, rules.why_not_take_back, gettext_lazy("The call was taken back.")),
    "close": (actions.close, rules.why_not_close, gettext_lazy("Screening has begun.")),
}


@require_safe
@desk_only
def round_(request, code):
    round = get_object_or_404(
        AwardRound.objects.prefetch_related("criteria", "nominations", "pages__locale"), code=code.upper()
    )
    at, by, words = request.received_at, request.user, RoundWords([round])
    context = {
        "round": round,
        "counts": counts_by_state(round),
        "waits": waits(by=by),
        "steps": {
            name.replace("-", "_"): why_not(round, by=by, at=at)
            for name, (_act, why_not, _done) in STEPS.items()
        },
        "deadline_form": None if rules.why_not_move_deadline(round, None, by=by, at=at) else DeadlineForm(),
        "refused_people": list(
            EligibilityAnswer.objects.filter(round=round, passed=False)
            .select_related("user")
            .order_by("-at")[:50]
        ),
        "why_form": WhyForm(),
        "history": list(history_of(round)[:40]),
        "words": words,
        "ways": [(url, label) for url, label, _is_here in jury_tabs(round)],
        **desk_frame(
            words.round(round),
            (_("Award entries"), reverse("awards_desk:entries")),
            (words.round(round), reverse("awards_desk:round", args=[round.code.lower()])),
            icon="calendar",
        ),
    }
    return render(request, "awards/desk/round.html", context)


@require_POST
@secretary_only
def step(request, code, verb):
    round = get_object_or_404(AwardRound, code=code.upper())
    act, _why_not, done = STEPS[verb]
    try:
        act(round=round, by=request.user, at=request.received_at)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, done)
    return redirect("awards_desk:round", code)


@require_POST
@secretary_only
def deadline(request, code):
    round, form = get_object_or_404(AwardRound, code=code.upper()), DeadlineForm(request.POST)
    if not form.is_valid():
        messages.error(request, next(iter(form.errors.values()))[0])
        return redirect("awards_desk:round", code)
    try:
        actions.move_deadline(round=round, by=request.user, at=request.received_at, **form.cleaned_data)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("The deadline was moved; everybody with an entry is told."))
    return redirect("awards_desk:round", code)


@require_POST
@secretary_only
def open_questions(request, code, pk):
    answer = get_object_or_404(EligibilityAnswer, round__code=code.upper(), pk=pk, passed=False)
    form = WhyForm(request.POST)
    if not form.is_valid():
        messages.error(request, next(iter(form.errors.values()))[0])
        return redirect("awards_desk:round", code)
    try:
        actions.open_questions(answer=answer, by=request.user, at=request.received_at, **form.cleaned_data)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("She can answer the questions once more."))
    return redirect("awards_desk:round", code)
