from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.actions.invitations import renew as renew_mentor
from mentoring.actions.rounds import move_phase
from mentoring.dates import said, said_day
from mentoring.forms.desk import PhaseForm
from mentoring.models import Application, MentoringPage, Round
from mentoring.permissions import coordinators_only
from mentoring.queries.desk import counts, counts_of, entered, returning_mentors
from mentoring.queries.rounds import local_titles
from mentoring.rules.reviews import why_not_invite_at_all, why_not_renew_in
from mentoring.rules.rounds import why_not_move_phase
from mentoring.states import FOR_STAFF, PHASE_MOVES, PHASE_VERBS, Phase
from network.content.refusals import Refused


def asked_round(code: str) -> Round:
    return get_object_or_404(Round.objects.select_related("page"), code=code)


def title_of(round: Round) -> str:
    """In the language of the screen where the round is published in it."""
    return local_titles([round], get_language())[round.pk]


@coordinators_only
@require_safe
def index(request):
    """All rounds, the newest first."""
    newest = list(Round.objects.select_related("page")[:30])
    numbers, titles = counts_of(newest), local_titles(newest, get_language())
    rounds = [
        {
            "round": one,
            "title": titles[one.pk],
            "counts": numbers[one.pk],
            "deadline": said(one.page.mentee_deadline, one.page.time_zone),
        }
        for one in newest
    ]
    programme = MentoringPage.objects.filter(locale__language_code="ru").first()
    return render(request, "mentoring/admin/rounds.html", {"rounds": rounds, "programme": programme})


@coordinators_only
@require_safe
def desk(request, code):
    """One round: its phase, its numbers, what may be done."""
    round, now = asked_round(code), timezone.now()
    numbers = counts(round)
    moves = [
        {
            "verb": verb,
            "label": PHASE_VERBS[verb],
            "why_not": why_not_move_phase(round, verb, by=request.user, at=now),
        }
        for verb in PHASE_MOVES.open_to(round.phase, by="coordinator")
    ]
    return render(
        request,
        "mentoring/admin/round.html",
        {
            "round": round,
            "page": round.page,
            "title": title_of(round),
            "phases": [(value, label, value == round.phase) for value, label in Phase.choices],
            "moves": moves,
            "rows": [
                (label, numbers["mentee"].get(value, 0), numbers["mentor"].get(value, 0), value)
                for value, label in FOR_STAFF.items()
            ],
            "entered": entered(round),
            "returning": returning_mentors(round),
            "why_not_renew": why_not_renew_in(round, by=request.user, at=now),
            "why_not_invite": why_not_invite_at_all(round, by=request.user, at=now),
            "dates": dates_of(round.page),
        },
    )


def dates_of(page) -> list[tuple]:
    """The round's dates in its own zone, as applicants are told them."""
    zone = page.time_zone
    return [
        (
            _("Call for mentors"),
            f"{said(page.mentor_call_opens_at, zone)} – {said(page.mentor_deadline, zone)}",
        ),
        (
            _("Call for mentees"),
            f"{said(page.mentee_call_opens_at, zone)} – {said(page.mentee_deadline, zone)}",
        ),
        (_("Everyone has an answer by"), said_day(page.matching_on)),
        (_("Pairs work"), f"{said_day(page.pairs_from)} – {said_day(page.pairs_until)}"),
    ]


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def move(request, code, verb):
    """Move the round on, after a look at what that means."""
    round = asked_round(code)
    if verb not in PHASE_VERBS:
        raise Http404
    now, form = timezone.now(), PhaseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            move_phase(round=round, verb=verb, by=request.user, at=now, why=form.cleaned_data["why"])
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Done: %(what)s.") % {"what": PHASE_VERBS[verb]})
        return redirect("mentoring_admin:round", round.code)
    return render(
        request,
        "mentoring/admin/move.html",
        {
            "round": round,
            "page": round.page,
            "title": title_of(round),
            "verb": verb,
            "label": PHASE_VERBS[verb],
            "form": form,
            "why_not": why_not_move_phase(round, verb, by=request.user, at=now),
        },
    )


@coordinators_only
@require_http_methods(["POST"])
def renew(request, code, pk):
    round = asked_round(code)
    former = get_object_or_404(Application, pk=pk, side="mentor")
    try:
        renew_mentor(former=former, round=round, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The letter is on its way; her answers of last time stand ready."))
    return redirect("mentoring_admin:round", round.code)
