"""Taking the certificate of a course."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from courses.completion import CODE, standing, versions
from network.content.refusals import Refused
from network.recognition.actions import issue
from network.recognition.forms import HolderForm
from network.recognition.models import Certificate


@login_required
def certificate(request, key):
    """What is still to be done, or the form that takes it."""
    pages = versions(str(key))
    if not pages:
        raise Http404
    course = next((page for page in pages if page.locale.language_code == request.LANGUAGE_CODE), pages[0])
    taken = Certificate.objects.valid().filter(holder=request.user, programme=CODE, subject=str(key)).exists()
    if taken:
        return redirect("recognition:own")
    form = HolderForm(request.POST or None, initial={"name": request.user.name, "is_name_shown": "0"})
    if request.method == "POST" and form.is_valid():
        try:
            issue(
                holder=request.user,
                programme=CODE,
                subject=str(key),
                language=request.LANGUAGE_CODE,
                by=request.user,
                at=timezone.now(),
                **form.cleaned_data,
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("recognition:own")
    context = {"course": course, "standing": standing(request.user, course), "form": form}
    return render(request, "courses/certificate.html", context)
