"""What a browser kept while its owner had no account: taken in when she says that it is hers."""

import json

from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from courses.actions import take_events
from courses.events import Outcome, Result
from courses.forms.events import read_events
from courses.values import Unfit
from network.content.limits import is_too_often
from network.content.refusals import Refused

MOST_BYTES = 2_000_000
TOO_OFTEN = gettext_lazy("That was too quick. Wait a minute and try again.")
LABELS = {
    Result.KEPT: gettext_lazy("added"),
    Result.KNOWN: gettext_lazy("known already"),
    Result.BESIDE: gettext_lazy("kept beside a newer text"),
    Result.REFUSED: gettext_lazy("not taken"),
}


@require_POST
def events(request):
    """A batch of events; an answer to each. Sending it twice changes nothing."""
    if not request.user.is_authenticated:
        return JsonResponse({"sentence": _("Sign in first. Nothing was sent.")}, status=403)
    if is_too_often(request, "events", most=120, seconds=60):
        return JsonResponse({"sentence": str(TOO_OFTEN)}, status=429)
    try:
        return JsonResponse({"answers": [outcome.as_json() for outcome in _take(request, request.body)]})
    except (Unfit, Refused) as unfit:
        return JsonResponse({"sentence": str(unfit)}, status=400)


@login_required
def work(request):
    """Bring in a file with work, or what this browser holds."""
    answers, sentence, status = None, "", 200
    if request.method == "POST":
        sent = request.FILES.get("file")
        try:
            answers = _take(request, sent.read(MOST_BYTES + 1) if sent else b"")
        except (Unfit, Refused) as unfit:
            sentence, status = str(unfit), 422
    counts = (
        [(LABELS[result], sum(a.result == result for a in answers)) for result in Result] if answers else []
    )
    told = [outcome for outcome in answers or [] if outcome.sentence and outcome.result != Result.KNOWN]
    context = {"answers": answers, "counts": counts, "told": told[:50], "sentence": sentence}
    return render(request, "courses/work.html", context, status=status)


def _take(request, body: bytes) -> list[Outcome]:
    if len(body) > MOST_BYTES:
        raise Unfit(_("The file is too large. A whole plan takes far less."))
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        raise Unfit(_("This is not a file of this site: no answers were found in it."))
    at = timezone.now()
    events, refused = read_events(sent, at=at)
    return [*take_events(user=request.user, events=events, at=at), *refused]
