from django import forms
from django.utils.translation import gettext_lazy as _

from network.content.form_fields import CleanCharField, CleanTextField
from network.content.models import ContactMessage


class ContactForm(forms.Form):
    """What a visitor may write to the association. ``website`` is left empty by people and filled by machines."""

    name = CleanCharField(
        label=_("Your name"),
        max_length=150,
        required=False,
        who_sees=_("Seen by the editors who answer; erased after 180 days."),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("Only if you wish an answer."),
    )
    text = CleanTextField(label=_("Message"), max_length=5000, widget=forms.Textarea(attrs={"rows": 6}))
    website = forms.CharField(label=_("Leave this empty"), required=False)

    kind = ContactMessage.Kind.CONTACT


class ErrorReportForm(ContactForm):
    """An error somebody found on a page."""

    page_url = CleanCharField(label=_("Page"), max_length=500, required=False)
    field_order = ["page_url", "text", "email", "name", "website"]

    kind = ContactMessage.Kind.ERROR

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("What is wrong")
