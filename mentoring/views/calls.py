from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mentoring.actions.calls import ask_for_notice
from mentoring.forms.sending import CallNoticeForm
from network.content.limits import limited


@limited("mentoring-tell-me", most=5, seconds=3600)
@require_http_methods(["GET", "HEAD", "POST"])
def tell_me(request):
    """One letter when the next call opens."""
    form = CallNoticeForm(request.POST if request.method == "POST" else None, initial={"side": "mentee"})
    if request.method == "POST" and form.is_valid():
        ask_for_notice(
            email=form.cleaned_data["email"],
            side=form.cleaned_data["side"],
            language=get_language(),
            at=timezone.now(),
        )
        messages.success(
            request, _("Noted. We will write once, when the call opens, and then forget the address.")
        )
        return redirect("mentoring:tell_me")
    return render(request, "mentoring/tell_me_page.html", {"form": form})
