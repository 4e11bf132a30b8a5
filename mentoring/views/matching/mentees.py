"""One mentee of a run: what else there is for her; and candidates without a run."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.actions.offers import offer_pair
from mentoring.models import Application
from mentoring.permissions import coordinators_only
from mentoring.queries.alternatives import candidates_for, choices_in
from mentoring.queries.results import Result
from mentoring.rules.runs import why_not_match
from mentoring.states import Standing
from mentoring.views.matching.runs import computed_run
from network.content.refusals import Refused


@coordinators_only
@require_safe
def alternatives(request, pk, number):
    run = computed_run(pk)
    mentee = get_object_or_404(
        Application.objects.select_related("mentee_profile"), pk=number, round=run.round
    )
    if str(mentee.person_id) not in {one["id"] for one in run.input["mentees"]}:
        raise Http404(_("She is not in this run."))
    result = Result(run)
    left = next((one for one in result.left() if one.mentee == mentee), None)
    return render(
        request,
        "mentoring/matching/alternatives.html",
        {
            "round": run.round,
            "run": run,
            "mentee": mentee,
            "choices": choices_in(run, mentee),
            "left": left,
            "rulings": {one.mentor_id: one for one in result.rulings.values() if one.mentee_id == mentee.pk},
        },
    )


@coordinators_only
@require_http_methods(["GET", "HEAD", "POST"])
def candidates(request, reference):
    """Ranked mentors with a free place for one mentee; one click makes the offer."""
    mentee = get_object_or_404(
        Application.objects.select_related("mentee_profile", "round__page", "person"),
        reference=reference, side="mentee", mentee_profile__isnull=False, person__isnull=False,
    )  # fmt: skip
    now = timezone.now()
    found = candidates_for(mentee, at=now) if mentee.state == Standing.ACCEPTED else []
    if request.method == "POST":
        chosen = next((one for one in found if str(one.mentor.pk) == request.POST.get("mentor")), None)
        if chosen is None:
            messages.error(request, _("This mentor is no longer possible. Look at the list again."))
            return redirect("mentoring_admin:candidates", reference)
        try:
            pair = offer_pair(
                mentee=mentee, mentor=chosen.mentor, score=chosen.score, parts=chosen.raw_parts, shared=chosen.shared,
                by=request.user, at=now,
            )  # fmt: skip
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("mentoring_admin:candidates", reference)
        messages.success(request, _("The offer has gone to both."))
        return redirect("mentoring_admin:pair", pair.uuid)
    live = mentee.mentee_pairs.live().first()
    return render(
        request,
        "mentoring/matching/candidates.html",
        {
            "round": mentee.round,
            "mentee": mentee,
            "candidates": found,
            "live": live,
            "before": mentee.mentee_pairs.select_related("mentor__mentor_profile").exclude(
                pk=live.pk if live else None
            ),
            "why_not": why_not_match(mentee.round, by=request.user),
        },
    )
