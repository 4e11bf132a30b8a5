from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from mentoring.models import Application
from mentoring.queries.rounds import local_page
from network.content.limits import limited
from network.content.refusals import Refused
from network.members.actions.invitations import accept_invitation, fingerprint
from network.members.rules import why_not_accept, why_not_open


@limited("mentoring-invited", most=60, seconds=600, methods=("GET", "POST"))
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def invited(request, token):
    """Behind the link of a letter: what it is about, and a button. Opening it changes nothing."""
    application = (
        Application.objects.filter(invitation__token_sha256=fingerprint(token))
        .select_related("invitation", "round__page__locale")
        .first()
    )
    if application is None:
        raise Http404(_("There is no such invitation."))
    invitation, now = application.invitation, timezone.now()
    if request.user.is_authenticated and application.person_id == request.user.pk:
        return redirect("mentoring:application", application.round.code, application.side)
    if request.method == "POST":
        if not request.user.is_authenticated:
            return redirect_to_login(request.path)
        try:
            accept_invitation(invitation=invitation, by=request.user, at=now)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect(request.path)
        return redirect("mentoring:begin", application.round.code, application.side)
    sentence = (
        why_not_accept(invitation, by=request.user, at=now)
        if request.user.is_authenticated
        else why_not_open(invitation, at=now)
    )
    return render(
        request,
        "mentoring/invited.html",
        {
            "application": application,
            "is_mentor": application.is_mentor,
            "round_page": local_page(application.round, get_language()),
            "sentence": sentence,
            "here": request.path,
        },
    )
