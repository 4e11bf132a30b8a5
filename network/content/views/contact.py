from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from network.content.actions import leave_message
from network.content.forms import ContactForm, ErrorReportForm
from network.content.limits import limited


@limited("contact", most=5, seconds=3600)
def contact(request):
    """Write to the association."""
    return _form(request, ContactForm, title=_("Write to us"))


@limited("report-error", most=10, seconds=3600)
def report_error(request):
    """Tell the editors of an error on a page."""
    first = {"page_url": request.GET.get("page", "")[:500]}
    return _form(request, ErrorReportForm, title=_("Report an error on a page"), initial=first)


def _form(request, form_class, *, title: str, initial=None):
    form = form_class(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        # A machine that filled the hidden field is thanked like anybody else.
        if not form.cleaned_data["website"]:
            leave_message(
                kind=form.kind,
                name=form.cleaned_data["name"],
                email=form.cleaned_data["email"],
                text=form.cleaned_data["text"],
                page_url=form.cleaned_data.get("page_url", ""),
                language=request.LANGUAGE_CODE,
                at=timezone.now(),
            )
        messages.success(request, _("Thank you. Your message has reached the editors."))
        return redirect(request.path)
    return render(request, "content/contact.html", {"form": form, "title": title})
