from django import forms
from django.utils.translation import gettext_lazy as _

from network.content.form_fields import CleanCharField
from network.recognition.rules import why_not_name


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code of the certificate"),
        max_length=60,
        help_text=_("Eight letters and digits, like 7K4M-9QXD; it stands on the certificate."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class NameForm(forms.Form):
    name = CleanCharField(
        label=_("Name on the certificate"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class HolderForm(forms.Form):
    """What stands on a certificate and who sees it."""

    name = CleanCharField(
        label=_("Your name as it should stand on the certificate"),
        max_length=150,
        help_text=_("In any script. It stands on the file you download."),
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )
    is_name_shown = forms.TypedChoiceField(
        label=_("Who checks the code"),
        choices=[("0", _("must type my name and learns whether it is right")), ("1", _("sees my name"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
        initial="0",
    )

    def clean_name(self):
        name = self.cleaned_data["name"]
        if sentence := why_not_name(name):
            raise forms.ValidationError(sentence)
        return name


class RevokeForm(forms.Form):
    reason = CleanCharField(
        label=_("Why"), max_length=300, help_text=_("Whoever checks the certificate reads this sentence.")
    )
