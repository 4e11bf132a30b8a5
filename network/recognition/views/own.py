"""A member's own certificates."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from network.content.documents.pdf import MissingGlyph
from network.content.mail.writing import site_name
from network.content.refusals import Refused
from network.recognition.actions import reissue, show_name
from network.recognition.documents import certificate_pdf
from network.recognition.forms import HolderForm
from network.recognition.models import Certificate


@require_safe
@login_required
def certificates(request):
    return render(
        request,
        "recognition/own.html",
        {
            "certificates": Certificate.objects.of(request.user).select_related("replaced_by"),
            "languages": settings.LANGUAGES,
        },
    )


@login_required
def certificate(request, code):
    """The name on it, and who sees it."""
    held = get_object_or_404(Certificate.objects.valid(), code=code, holder=request.user)
    first = {"name": held.shown_name, "is_name_shown": "1" if held.is_name_shown else "0"}
    form = HolderForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            held = _change(held, form, request.user)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("recognition:own")
    return render(request, "recognition/change.html", {"certificate": held, "form": form})


def _change(held: Certificate, form: HolderForm, user) -> Certificate:
    now, name = timezone.now(), form.cleaned_data["name"]
    if name != held.shown_name:
        held = reissue(certificate=held, name=name, by=user, at=now)
    if form.cleaned_data["is_name_shown"] != held.is_name_shown:
        held = show_name(certificate=held, is_shown=form.cleaned_data["is_name_shown"], by=user, at=now)
    return held


@require_safe
@login_required
def file(request, code, language):
    """The certificate as PDF; made while she waits, it takes a tenth of a second."""
    held = get_object_or_404(Certificate.objects.valid(), code=code, holder=request.user)
    if language not in dict(settings.LANGUAGES):
        raise Http404
    with override(language):
        address = f"{settings.SITE_URL}{reverse('recognition:check', args=[held.code])}"
        try:
            pdf = certificate_pdf(held, address=address, at=held.issued_at, site=site_name(language))
        except MissingGlyph:
            pdf = None
    if pdf is None:
        messages.error(
            request,
            _(
                "The name holds a sign that is in none of our fonts. Change the name on the certificate, then take the file."
            ),
        )
        return redirect("recognition:change", code=held.code)
    response = HttpResponse(pdf.content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="certificate-{held.code}-{language}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response
