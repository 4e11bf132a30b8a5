from django import forms
from django.utils.translation import gettext_lazy as _

from network.members.consents import Purpose


class ConsentField(forms.BooleanField):
    """One consent, one checkbox, never ticked beforehand. The view keeps it with ``give_consent``."""

    def __init__(self, purpose: Purpose, **kwargs):
        self.purpose = purpose
        kwargs.setdefault("required", purpose.mandatory)
        kwargs.setdefault("label", purpose.title)
        kwargs.setdefault("help_text", purpose.text)
        kwargs.setdefault("error_messages", {"required": _("We cannot go on without your consent to this.")})
        super().__init__(**kwargs)
