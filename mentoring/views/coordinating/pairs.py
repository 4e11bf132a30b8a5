"""All offers and pairs of a round; one pair with its history; what the coordinator does."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.actions import offers as offer_actions
from mentoring.actions import pairs as actions
from mentoring.forms.pairs import PauseForm
from mentoring.forms.runs import EndByHandForm, NoteForm, UntilForm, WhyForm
from mentoring.matching import WEIGHTS
from mentoring.models import Pair
from mentoring.pair_states import END_REASON_LABELS, OFFER_REASON_LABELS, PAIR_MOVES, PAIR_TONES
from mentoring.permissions import coordinators_only
from mentoring.queries.numbers import numbers_of
from mentoring.queries.pairs import SHOWN, SORTS, pairs_of, quiet_since, silence_of
from mentoring.queries.results import parts_of, shared_words
from mentoring.queries.telling import history_in_words
from mentoring.queries.today import today
from mentoring.states import COORDINATOR
from mentoring.views.desk.rounds import asked_round
from network.content.refusals import Refused
from network.members.history import record_reading

ON_A_PAGE = 100


@coordinators_only
@require_safe
def index(request, code):
    round, now = asked_round(code), timezone.now()
    show, sort = request.GET.get("show", ""), request.GET.get("sort", "")
    rows = pairs_of(round)
    if show == "quiet":
        rows = [one for one in rows.together().order_by("last_sign") if quiet_since(one, at=now)]
    else:
        rows = SHOWN.get(show, SHOWN["all"])(rows)
        if sort in SORTS:
            rows = rows.order_by(*SORTS[sort])
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("p"))
    return render(
        request,
        "mentoring/matching/pairs.html",
        {
            "round": round,
            "page_obj": page,
            "rows": [
                {
                    "pair": one,
                    "tone": PAIR_TONES[one.state],
                    "quiet": quiet_since(one, at=now),
                    "days": silence_of(one, at=now).days,
                    "knots": max(one.held, 1),
                }
                for one in page
            ],
            "show": show if show in (*SHOWN, "quiet") else "all",
            "sort": sort,
            "shown": _shown(),
            "today": today(round, at=now),
            "numbers": numbers_of(round, at=now),
        },
    )


def _shown() -> list[tuple[str, str]]:
    return [
        ("all", _("all")),
        ("offered", _("open offers")),
        ("back", _("back on the desk")),
        ("together", _("together")),
        ("quiet", _("silent")),
        ("paused", _("pausing")),
        ("ended", _("ended")),
    ]


def asked_pair(uuid) -> Pair:
    return get_object_or_404(Pair.objects.with_people().select_related("run", "offered_by"), uuid=uuid)


@coordinators_only
@require_safe
def pair(request, uuid):
    """Everything but what is between the two: their log notes are theirs."""
    one, now = asked_pair(uuid), timezone.now()
    record_reading(one, by=request.user, at=now, purpose="coordination")
    annotated = pairs_of(one.round).get(pk=one.pk)
    return render(
        request,
        "mentoring/matching/pair.html",
        {
            "round": one.round,
            "pair": one,
            "tone": PAIR_TONES[one.state],
            "parts": parts_of(one.parts, WEIGHTS),
            "why": shared_words(one.shared) if one.shared else [],
            "held": annotated.held,
            "knots": max(annotated.held, 1),
            "last_sign": annotated.last_sign,
            "quiet": quiet_since(annotated, at=now),
            "days": silence_of(annotated, at=now).days,
            "meetings": one.meetings.all(),
            "goals": one.goals.all(),
            "signatures": one.signatures.all(),
            "notes": one.notes.select_related("by"),
            "concerns": one.concerns.all(),
            "history": history_in_words(one),
            "decline_reason": OFFER_REASON_LABELS.get(one.decline_reason, ""),
            "end_reason": END_REASON_LABELS.get(one.end_reason, ""),
            "verbs": PAIR_MOVES.open_to(one.state, by=COORDINATOR),
            "forms": {
                "note": NoteForm(), "call_off": WhyForm(), "more_time": UntilForm(), "pause": PauseForm(),
                "end_early": EndByHandForm(),
            },
        },
    )  # fmt: skip


def _end_of(day, one: Pair) -> datetime:
    return datetime.combine(day, time(23, 59), ZoneInfo(one.round.page.time_zone))


VERBS = {
    "note": (NoteForm, lambda one, f: (actions.write_note, {"text": f["text"]})),
    "seen": (None, lambda one, f: (actions.mark_seen, {})),
    "call_off": (WhyForm, lambda one, f: (offer_actions.call_off_offer, {"why": f["why"]})),
    "more_time": (
        UntilForm,
        lambda one, f: (offer_actions.give_more_time, {"until": _end_of(f["until"], one)}),
    ),
    "pause": (PauseForm, lambda one, f: (actions.pause_pair, {"until": f["until"]})),
    "go_on": (None, lambda one, f: (actions.go_on, {})),
    "end_early": (
        EndByHandForm,
        lambda one, f: (actions.end_early, {"reason": f["reason"], "words": f["words"]}),
    ),
    "complete": (None, lambda one, f: (actions.complete_pair, {})),
}


@coordinators_only
@require_POST
def act(request, uuid, verb):
    if verb not in VERBS:
        raise Http404
    one = asked_pair(uuid)
    form_class, doing = VERBS[verb]
    cleaned = {}
    if form_class:
        form = form_class(request.POST)
        if not form.is_valid():
            messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
            return redirect("mentoring_admin:pair", uuid)
        cleaned = form.cleaned_data
    action, facts = doing(one, cleaned)
    try:
        action(pair=one, by=request.user, at=timezone.now(), **facts)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Done."))
    return redirect("mentoring_admin:pair", uuid)
