"""The list of applications, and one application on one screen."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.actions import reviews as actions
from mentoring.answers import asked
from mentoring.forms.desk import FilterForm, NoteForm, TierForm
from mentoring.models import Application, Avoidance
from mentoring.permissions import coordinators_only
from mentoring.profile_fields import answers_of
from mentoring.queries.desk import applications
from mentoring.queries.pairs import pairs_about
from mentoring.queries.shown import answer_list, mentor_names, private_list
from mentoring.queries.telling import application_in_words
from mentoring.rules.reviews import why_not_decide_in, why_not_decide_now
from mentoring.states import APPLICATION_MOVES, Standing
from mentoring.views.desk.rounds import asked_round
from mentoring.vocabularies import topic_label
from network.content.paging import paged
from network.content.refusals import Refused
from network.members.history import record_reading
from network.members.models import User
from network.members.vocabularies import COUNTRIES, SPOKEN_LANGUAGES

ON_A_PAGE = 50
VERBS = {
    "accept": gettext_lazy("Accept for matching"),
    "ask_changes": gettext_lazy("Ask for corrections"),
    "waitlist": gettext_lazy("Put on the waiting list"),
    "decline": gettext_lazy("Decline"),
    "reconsider": gettext_lazy("Take the decision back"),
}


@coordinators_only
@require_safe
def index(request, code):
    round = asked_round(code)
    form = FilterForm(request.GET or None)
    chosen = form.chosen() if request.GET else {}
    page = paged(applications(round, chosen), request, ON_A_PAGE)
    query = request.GET.copy()
    query.pop("page", None)
    return render(
        request,
        "mentoring/admin/applications.html",
        {
            "round": round,
            "form": form,
            "page_obj": page,
            "rows": [row_of(one) for one in page.object_list],
            "query": query.urlencode(),
            "why_not_decide": why_not_decide_in(round),
        },
    )


def row_of(one: Application) -> dict:
    """One line of the list; reads nothing that was not fetched with it."""
    profile, countries, languages = one.profile, dict(COUNTRIES), dict(SPOKEN_LANGUAGES)
    return {
        "application": one,
        "name": profile.name if profile else _("(erased)"),
        "country": countries.get(profile.country, "") if profile else "",
        "institution": profile.institution_name if profile else "",
        "languages": ", ".join(str(languages.get(code, code)) for code in profile.working_languages)
        if profile
        else "",
        "topics": ", ".join(str(topic_label(code)) for code in profile.topics[:3]) if profile else "",
        "places": profile.places if profile and one.is_mentor else "",
    }


def asked_application(reference: str) -> Application:
    one = (
        Application.objects.sent()
        .filter(reference=reference)
        .select_related("round__page", "mentee_profile", "mentor_profile", "person__profile", "private", "cv")
        .first()
    )
    if one is None:
        raise Http404(_("There is no such application."))
    return one


@coordinators_only
@require_safe
def application(request, reference):
    """Answers, private answers, notes, history; that it was read is written down."""
    one, now = asked_application(reference), timezone.now()
    record_reading(one, by=request.user, at=now, purpose="review")
    profile = one.profile
    answers = answers_of(profile, side=one.side) if profile else {}
    names = mentor_names(answers.get("prefers", []))
    versions = list(one.snapshots.all()[:10])
    before = versions[1].answers if len(versions) > 1 else None
    changed = {
        name
        for name in asked(one.side)
        if before is not None and before.get(name) != versions[0].answers.get(name)
    }
    return render(
        request,
        "mentoring/admin/application.html",
        {
            "application": one,
            "round": one.round,
            "profile": profile,
            "steps": [
                (step, [row for row in rows if row.lines])
                for step, rows in answer_list(one.side, answers, mentors=names)
            ],
            "changed": changed,
            "private": private_list(getattr(one, "private", None)),
            "cv": getattr(one, "cv", None),
            "versions": versions,
            "reviews": one.reviews.select_related("by"),
            "history": application_in_words(one),
            "pairs": pairs_about(one),
            "written_in": dict(SPOKEN_LANGUAGES).get(one.language, one.language),
            "avoidances": one.avoidances.select_related("other"),
            "verbs": [(verb, VERBS[verb]) for verb in APPLICATION_MOVES.open_to(one.state, by="coordinator")],
            "why_not": why_not_decide_now(one, by=request.user),
            "note_form": NoteForm(),
            "tier_form": TierForm(initial={"tier": one.tier}),
            "candidates": candidates(one) if getattr(one, "private", None) and one.private.avoid else [],
        },
    )


def candidates(one: Application) -> list[tuple[int, str]]:
    """People of the other side of the round, to find whom she meant; two queries."""
    others = (
        Application.objects.filter(round=one.round, person__isnull=False)
        .exclude(side=one.side)
        .exclude(state__in=[Standing.DRAFT, Standing.WITHDRAWN, Standing.DECLINED])
        .with_profiles()
    )
    return sorted(
        ((other.person_id, f"{other.profile.name} ({other.reference})") for other in others),
        key=lambda row: row[1],
    )


@coordinators_only
@require_http_methods(["POST"])
def note(request, reference):
    one, form = asked_application(reference), NoteForm(request.POST)
    if form.is_valid():
        _try(request, actions.add_note, application=one, note=form.cleaned_data["note"])
    return redirect("mentoring_admin:application", reference)


@coordinators_only
@require_POST
def tier(request, reference):
    one, form = asked_application(reference), TierForm(request.POST)
    if form.is_valid():
        _try(request, actions.set_tier, application=one, tier=form.cleaned_data["tier"])
    return redirect("mentoring_admin:application", reference)


@coordinators_only
@require_POST
def avoid(request, reference):
    """Add or take away a person she is not to be paired with."""
    one = asked_application(reference)
    if remove := request.POST.get("remove", ""):
        row = get_object_or_404(Avoidance, application=one, pk=remove if remove.isdigit() else 0)
        _try(request, actions.remove_avoidance, avoidance=row)
    else:
        other = request.POST.get("other", "")
        person = get_object_or_404(User, pk=other if other.isdigit() else 0)
        _try(request, actions.add_avoidance, application=one, other=person)
    return redirect("mentoring_admin:application", reference)


def _try(request, act, **kwargs) -> None:
    try:
        act(by=request.user, at=timezone.now(), **kwargs)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Saved."))
