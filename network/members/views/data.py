"""All one's data: to read, to take along, to erase."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from network.content.refusals import Refused
from network.members.actions import erase_account
from network.members.forms.erasure import EraseForm
from network.members.queries import export_of, what_stays
from network.members.rules import why_not_erase
from network.members.wording import readable


@never_cache
@login_required
@require_safe
def data(request):
    """What we keep of her, in words; the ways to have it and to end it."""
    return render(request, "members/data.html", {})


@never_cache
@login_required
@require_safe
@reauthentication_required(app="network.members")
def read(request):
    parts = [(part.title, [readable(row) for row in rows]) for part, rows in export_of(request.user)]
    return render(request, "members/data_read.html", {"parts": parts, "at": timezone.now()})


@never_cache
@login_required
@require_safe
@reauthentication_required(app="network.members")
def take(request):
    now = timezone.now()
    whole = {"made": now, "parts": {part.code: rows for part, rows in export_of(request.user)}}
    encoder = DjangoJSONEncoder(ensure_ascii=False, indent=2)
    response = HttpResponse(encoder.iterencode(whole), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="my-data-{now:%Y-%m-%d}.json"'
    return response


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required(app="network.members")
def erase(request):
    now, user = timezone.now(), request.user
    form = EraseForm(request.POST or None, user=user)
    refusal = why_not_erase(user, by=user, at=now)
    if request.method == "POST" and not refusal and form.is_valid():
        try:
            erase_account(user=user, by=user, at=now)
        except Refused as refused:
            refusal = refused.sentence
        else:
            logout(request)
            messages.success(request, _("Your account and your data are erased."))
            return redirect("account_login")
    context = {"form": form, "refusal": refusal, "stays": what_stays()}
    return render(request, "members/erase.html", context)
