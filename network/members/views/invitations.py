from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.content.refusals import Refused
from network.members.actions import accept_invitation
from network.members.queries import account_with, invitation_by
from network.members.registries import purpose_of
from network.members.roles import role_label
from network.members.rules import why_not_accept, why_not_open


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request, token):
    """What the link in the letter leads to. Opening it changes nothing; the button does."""
    now = timezone.now()
    found = invitation_by(token)
    if found is None:
        raise Http404
    purpose = purpose_of(found)
    if request.method == "POST":
        if why_not_open(found, at=now) is None and not request.user.is_authenticated:
            return _to_her_account(request, found)
        try:
            accept_invitation(invitation=found, by=request.user, at=now)
        except Refused as refusal:
            messages.error(request, refusal.sentence)
        else:
            words = _("Welcome. You have taken the role.") if found.role else _("Welcome. You take part now.")
            messages.success(request, words)
            return redirect(purpose.url if purpose and purpose.url else "members:home")
    context = {
        "invitation": found,
        "role": purpose.words if purpose and not found.role else role_label(found.role),
        "purpose": purpose.words if purpose and found.role else "",
        "closed": why_not_open(found, at=now),
        "why_not": why_not_accept(found, by=request.user, at=now) if request.user.is_authenticated else None,
    }
    return render(request, "members/invitation.html", context)


def _to_her_account(request, found):
    """Whoever holds the letter reads the letter box: a new account with this address needs no code."""
    back = urlencode({"next": request.path})
    if account_with(found.email):
        return redirect(f"{reverse('account_login')}?{back}")
    get_adapter().stash_verified_email(request, found.email)
    return redirect(f"{reverse('account_signup')}?{back}&{urlencode({'email': found.email})}")
