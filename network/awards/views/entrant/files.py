from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from network.awards.actions import files as actions
from network.awards.forms.files import FileForm, FileWordsForm
from network.awards.models import EntryAttachment
from network.awards.rules.files import why_not_attach, why_not_change_files
from network.awards.rules.people import author_of, is_award_staff
from network.awards.views.entrant.access import own_entry
from network.content.limits import limited
from network.content.refusals import Refused
from network.content.serving import private_file
from network.members.history import record_reading

WORDS = tuple(FileWordsForm.base_fields)


def _sent(request):
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


@require_http_methods(["GET", "HEAD", "POST"])
@limited("awards.files", most=120, seconds=3600)
@own_entry
def files(request, entry):
    """The files of an entry, and a form for one more."""
    form = FileForm(*_sent(request), initial={"names_nobody": True})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                actions.attach(
                    entry=entry,
                    checked=form.checked,
                    words=form.words(),
                    by=request.user,
                    at=request.received_at,
                )
            except Refused as refusal:
                form.add_error("file", refusal.sentence)
            else:
                messages.success(request, _("The file is kept."))
                return redirect("awards:files", entry.reference)
    context = {
        "entry": entry,
        "form": form,
        "files": list(entry.attachments.filter(removed_at__isnull=True)),
        "why_not": why_not_attach(entry, by=request.user, at=request.received_at),
        "may_change": why_not_change_files(entry, by=request.user, at=request.received_at) is None,
    }
    return render(request, "awards/files.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@own_entry
def words(request, entry, uuid):
    file = get_object_or_404(entry.attachments.filter(removed_at__isnull=True), uuid=uuid)
    form = FileWordsForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(file, name) for name in WORDS},
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.describe(file=file, words=form.cleaned_data, by=request.user, at=request.received_at)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect("awards:files", entry.reference)
    return render(
        request,
        "awards/file_words.html",
        {"entry": entry, "file": file, "form": form},
        status=422 if form.errors else 200,
    )


@require_POST
@own_entry
def remove(request, entry, uuid):
    file = get_object_or_404(entry.attachments.filter(removed_at__isnull=True), uuid=uuid)
    try:
        actions.remove(file=file, by=request.user, at=request.received_at)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("The file has been removed."))
    return redirect("awards:files", entry.reference)


@require_safe
@never_cache
@login_required
def file(request, reference, uuid):
    """Download: for the authors, and for the secretary and the chair, whose reading is noted."""
    found = (
        EntryAttachment.objects.filter(uuid=uuid, entry__reference=reference, removed_at__isnull=True)
        .select_related("entry")
        .first()
    )
    if found is None:
        raise Http404
    if author_of(found.entry, request.user) is None:
        if not is_award_staff(request.user) or found.entry.submitted_at is None:
            raise Http404
        record_reading(found.entry, by=request.user, at=request.received_at, purpose="file")
    return private_file(found.file, name=found.original_name, media_type=found.media_type)
