"""Forms of the members' desk in the admin."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from network.content.form_fields import CleanCharField
from network.members.models import Institution
from network.members.roles import role_codes, role_label


def role_choices() -> list[tuple[str, object]]:
    return [(code, role_label(code)) for code in role_codes()]


class WhyForm(forms.Form):
    """Every change of somebody else's account has its reason."""

    why = CleanCharField(
        label=_("Why"), max_length=300, help_text=_("Kept in the history; the member does not see it.")
    )


class RoleForm(WhyForm):
    role = forms.ChoiceField(label=_("Role"), choices=role_choices)
    field_order = ["role", "why"]


class EraseForm(WhyForm):
    address = forms.CharField(label=_("Her e-mail address, to confirm"), max_length=254)
    field_order = ["address", "why"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_address(self):
        if self.cleaned_data["address"].strip().lower() != self.user.email:
            raise forms.ValidationError(_("This is not the address of this account."))
        return self.user.email


class InvitationForm(forms.Form):
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    role = forms.ChoiceField(label=_("Role"), choices=role_choices)
    language = forms.ChoiceField(label=_("Language of the letter"), choices=lambda: settings.LANGUAGES)


class InstitutionForm(forms.ModelForm):
    name = CleanCharField(label=_("name"), max_length=200)
    city = CleanCharField(label=_("town or village"), max_length=100, required=False)

    class Meta:
        model = Institution
        fields = ["name", "kind", "country", "city", "is_checked"]
