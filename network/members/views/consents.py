from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from network.content.refusals import Refused
from network.members.actions import give_consent, withdraw_consent
from network.members.consents import NEWS, purpose_of
from network.members.queries import consents_of

# What one may agree to here, outside any application.
FREELY_GIVEN = {NEWS.code}


@never_cache
@login_required
@require_safe
def consents(request):
    rows = consents_of(request.user, at=timezone.now())
    open_codes = {row.consent.purpose for row in rows if not row.consent.withdrawn_at}
    offered = [purpose_of(code) for code in sorted(FREELY_GIVEN - open_codes)]
    return render(request, "members/consents.html", {"rows": rows, "offered": offered})


@login_required
@require_POST
def give(request, code):
    if code not in FREELY_GIVEN:
        raise Http404
    give_consent(
        user=request.user, purpose=purpose_of(code), language=request.LANGUAGE_CODE, at=timezone.now()
    )
    messages.success(request, _("Your consent is kept."))
    return redirect("members:consents")


@login_required
@require_POST
def withdraw(request, pk):
    consent = get_object_or_404(request.user.consents, pk=pk)
    try:
        withdraw_consent(consent=consent, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("You have taken your consent back."))
    return redirect("members:consents")
