from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from network.awards.actions.authors import invite_author, remove_author
from network.awards.forms.authors import InviteAuthorForm
from network.awards.models import EntryAuthor
from network.awards.views.entrant.access import own_entry
from network.content.refusals import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@own_entry
def authors(request, entry):
    """Who writes the entry; the owner invites and removes."""
    form = InviteAuthorForm(
        request.POST if request.method == "POST" else None,
        initial={"language": get_language(), "role": "writer"},
    )
    if request.method == "POST" and form.is_valid():
        try:
            invite_author(entry=entry, by=request.user, at=request.received_at, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("email", refusal.sentence)
        else:
            messages.success(
                request,
                _("The invitation is on its way to %(email)s.") % {"email": form.cleaned_data["email"]},
            )
            return redirect("awards:authors", entry.reference)
    context = {
        "entry": entry,
        "form": form,
        "authors": list(entry.authors.filter(removed_at__isnull=True).select_related("user", "invitation")),
        "is_owner": request.author.role == EntryAuthor.Role.OWNER,
        "own": request.author,
    }
    return render(request, "awards/authors.html", context, status=422 if form.errors else 200)


@require_POST
@own_entry
def remove(request, entry, pk):
    author = get_object_or_404(entry.authors.filter(removed_at__isnull=True), pk=pk)
    try:
        remove_author(author=author, by=request.user, at=request.received_at)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("She no longer writes this entry. What she wrote stays."))
        if author.pk == request.author.pk:
            return redirect("awards:mine")
    return redirect("awards:authors", entry.reference)
