"""Naming a mentor, and a mentor's own page in the list."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.actions import mentors as actions
from mentoring.consents import LISTING
from mentoring.models import Application, MentorListing, MentorPage
from mentoring.queries.rounds import calling_round
from mentoring.queries.shown import mentor_names
from mentoring.rules.mentors import why_not_add, why_not_list
from mentoring.states import Standing
from mentoring.views.drafts import NAMED_KEY, SESSION_KEY, draft_of
from network.content.limits import limited
from network.content.refusals import Refused


@limited("mentoring-name", most=30, seconds=600)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def name(request, key):
    """Put a listed mentor into her application; kept in the session while there is none."""
    now, key = timezone.now(), str(key)
    round = calling_round("mentee", at=now)
    if request.method != "POST":
        names = mentor_names([key])
        if key not in names:
            raise Http404(_("This mentor is no longer in the list."))
        return render(request, "mentoring/name.html", {"name": names[key], "round": round})
    if round is None:
        messages.info(request, _("No call for mentees is open now. Ask to be told when the next one opens."))
        return redirect(_back(request))
    draft = draft_of(request, round, "mentee")
    try:
        if draft and draft.is_kept:
            actions.name_mentor(application=draft.application, key=key, by=request.user, at=now)
        else:
            _name_in_session(request, round, draft, key)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(_back(request))
    messages.success(request, _("Named in your application. You can name up to three."))
    target = (
        ("mentoring:step", round.code, "mentee", "wishes")
        if draft
        else ("mentoring:begin", round.code, "mentee")
    )
    return redirect(reverse(target[0], args=target[1:]))


def _name_in_session(request, round, draft, key: str) -> None:
    named = list(draft.answers.get("prefers", [])) if draft else request.session.get(NAMED_KEY, [])
    if key in named:
        return
    person = request.user if request.user.is_authenticated else None
    if sentence := why_not_add(named, key, person=person):
        raise Refused(sentence)
    _keep_in_session(request, round, draft, [*named, key])


def _keep_in_session(request, round, draft, named: list) -> None:
    if draft is None:
        request.session[NAMED_KEY] = named
        return
    drafts = request.session[SESSION_KEY]
    drafts[f"{round.code}:mentee"]["answers"]["prefers"] = named
    request.session[SESSION_KEY] = drafts


@require_POST
def unname(request, key):
    round, now, key = calling_round("mentee", at=timezone.now()), timezone.now(), str(key)
    draft = draft_of(request, round, "mentee") if round else None
    if draft and draft.is_kept:
        try:
            actions.unname_mentor(application=draft.application, key=key, by=request.user, at=now)
        except Refused as refusal:
            messages.error(request, str(refusal))
    elif draft:
        _keep_in_session(
            request, round, draft, [one for one in draft.answers.get("prefers", []) if one != key]
        )
    return redirect(_back(request))


def _back(request) -> str:
    target = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return target
    return reverse("mentoring:mine") if request.user.is_authenticated else f"/{get_language()}/"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def listing(request):
    """Her page among the mentors: shown before it is made, taken off as easily."""
    now = timezone.now()
    application = (
        Application.objects.mentors()
        .filter(person=request.user, state__in=[Standing.SUBMITTED, Standing.ACCEPTED])
        .select_related("mentor_profile")
        .order_by("-sent_at")
        .first()
    )
    row = MentorListing.objects.filter(person=request.user).first()
    is_listed = bool(row and row.unlisted_at is None)
    if request.method == "POST":
        try:
            if "unlist" in request.POST and row:
                actions.unlist_mentor(listing=row, by=request.user, at=now)
                messages.success(request, _("Your page is taken off the list."))
            elif "list" in request.POST:
                actions.list_mentor(application=application, language=get_language(), by=request.user, at=now)
                messages.success(request, _("Your page stands in the list of mentors."))
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("mentoring:listing")
    page = MentorPage.objects.live().filter(translation_key=row.key).first() if is_listed else None
    return render(
        request,
        "mentoring/listing.html",
        {
            "profile": application.mentor_profile if application else None,
            "why_not": why_not_list(application, by=request.user, at=now),
            "is_listed": is_listed,
            "page_url": page.get_url(request) if page else "",
            "consent": LISTING.text,
        },
    )
