from allauth.mfa.base import forms as base_forms
from allauth.mfa.totp import forms as totp_forms
from django.utils.translation import gettext_lazy as _


class CodeField:
    """Codes are read off a telephone in groups: spaces in them mean nothing."""

    label = _("Code from the app")
    help_text = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label, field.help_text = self.label, self.help_text
        field.widget.attrs.pop("placeholder", None)
        field.widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code", "maxlength": 20}

    def clean_code(self):
        self.cleaned_data["code"] = "".join(self.cleaned_data["code"].split())
        return super().clean_code()


class AuthenticateForm(CodeField, base_forms.AuthenticateForm):
    help_text = _("Six digits from your authenticator app, or one of your recovery codes.")


class ReauthenticateForm(CodeField, base_forms.ReauthenticateForm):
    help_text = _("Six digits from your authenticator app, or one of your recovery codes.")


class ActivateForm(CodeField, totp_forms.ActivateTOTPForm):
    help_text = _("Six digits that the app shows once it knows your key.")
