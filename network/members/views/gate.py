from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponseForbidden
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache


@never_cache
def admin_gate(request):
    """One sign-in for the site and the admin: sends on who may enter, tells politely who may not."""
    wanted = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}):
        wanted = reverse("wagtailadmin_home")
    if not request.user.is_authenticated:
        return redirect(f"{reverse('account_login')}?{urlencode({'next': wanted})}")
    if request.user.has_perm("wagtailadmin.access_admin"):
        return redirect(wanted)
    # Wagtail has left its own short refusal; the page says it better.
    list(messages.get_messages(request))
    return HttpResponseForbidden(render_to_string("members/no_desk.html", {}, request))
