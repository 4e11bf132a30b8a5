"""Private files go out as attachments, to whom they are meant for."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.actions.files import attach_cv, remove_cv
from mentoring.forms.files import CvForm
from mentoring.models import AttachedFile
from mentoring.permissions import coordinators_only
from mentoring.views.desk.applications import asked_application
from mentoring.views.standing import own_application
from network.content.limits import limited
from network.content.refusals import Refused
from network.content.serving import private_file
from network.content.uploads import kinds
from network.members.history import record_reading

MEDIA_TYPES = {kind.extension: kind.media_type for kind in (kinds.PDF, kinds.DOCX, kinds.ODT)}


def as_attachment(row: AttachedFile):
    media_type = MEDIA_TYPES.get(row.name.rpartition(".")[2].lower(), "application/octet-stream")
    return private_file(row.file, name=row.name, media_type=media_type)


@limited("mentoring-cv", most=20, seconds=600)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def cv(request, code, side):
    """Her own CV: read, replaced, taken away."""
    one = own_application(request, code, side)
    if one is None:
        raise Http404(_("There is no such file."))
    if request.method != "POST":
        row = AttachedFile.objects.filter(application=one).first()
        if row is None:
            raise Http404(_("There is no such file."))
        return as_attachment(row)
    try:
        if "remove" in request.POST:
            remove_cv(application=one, by=request.user, at=timezone.now())
            messages.success(request, _("The file is erased."))
        else:
            form = CvForm(request.POST, request.FILES)
            if form.is_valid():
                attach_cv(application=one, file=form.cleaned_data["file"], by=request.user, at=timezone.now())
                messages.success(request, _("The file is kept."))
            else:
                messages.error(request, " ".join(form.errors.get("file", [])))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("mentoring:step", code, side, "extras")


@coordinators_only
@require_safe
def application_cv(request, reference):
    one = asked_application(reference)
    row = getattr(one, "cv", None)
    if row is None:
        raise Http404(_("There is no such file."))
    record_reading(one, by=request.user, at=timezone.now(), purpose="cv")
    return as_attachment(row)
