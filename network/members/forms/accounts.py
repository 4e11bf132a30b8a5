"""Sign-up, sign-in and what belongs to an account: allauth's forms with our words and no placeholders."""

from allauth.account import forms as allauth_forms
from django import forms
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from network.members.consents import ACCOUNT
from network.members.forms.consents import ConsentField
from network.members.passwords import LengthValidator
from network.members.time_zones import is_time_zone

LABELS = {
    "login": _("E-mail address"),
    "email": _("E-mail address"),
    "password": _("Password"),
    "password1": _("New password"),
    "password2": _("New password once more"),
    "oldpassword": _("Present password"),
    "code": _("Code from the letter"),
}


class OurWords:
    """Labels as ours, no placeholder that passes for one, help as plain text."""

    labels = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name) or LABELS.get(name, field.label)
            if name != "agree":
                field.help_text = ""
            field.widget.attrs.pop("placeholder", None)
        if "password1" in self.fields:
            self.fields["password1"].help_text = LengthValidator().get_help_text()
        if "code" in self.fields:
            self.fields["code"].widget.attrs |= {
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
                "maxlength": 12,
            }


class SignInForm(OurWords, allauth_forms.LoginForm):
    pass


class SignUpForm(OurWords, allauth_forms.SignupForm):
    labels = {"password1": _("Password")}
    # The browser says where she is; without JavaScript the network's own zone is taken.
    time_zone = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-time-zone": True}))
    agree = ConsentField(ACCOUNT)
    field_order = ["email", "password1", "agree", "time_zone", "website"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # allauth hides it by an inline style, which our policy does not let through.
        self.fields["website"].widget = forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"})
        self.fields["website"].label = _("Leave this empty")

    def clean_time_zone(self):
        name = self.cleaned_data["time_zone"]
        return name if is_time_zone(name) else ""

    @transaction.atomic
    def try_save(self, request):
        if self.account_already_exists:
            # As much work as for a new account: how long it takes must not tell that there is one.
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)


class CodeForm(OurWords, allauth_forms.ConfirmEmailVerificationCodeForm):
    def clean_code(self):
        self.cleaned_data["code"] = "".join(self.cleaned_data["code"].split())
        return super().clean_code()


class NewAddressForm(OurWords, allauth_forms.AddEmailForm):
    labels = {"email": _("New e-mail address")}


class ChangePasswordForm(OurWords, allauth_forms.ChangePasswordForm):
    pass


class SetPasswordForm(OurWords, allauth_forms.SetPasswordForm):
    pass


class ForgottenPasswordForm(OurWords, allauth_forms.ResetPasswordForm):
    pass


class NewPasswordForm(OurWords, allauth_forms.ResetPasswordKeyForm):
    pass


class ReauthenticateForm(OurWords, allauth_forms.ReauthenticateForm):
    pass
