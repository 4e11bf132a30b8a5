from django import forms
from django.utils.translation import gettext_lazy as _


class EraseForm(forms.Form):
    """She types her own address: nobody erases an account by a slip of the finger."""

    address = forms.CharField(
        label=_("Your e-mail address, to confirm"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "email"}),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_address(self):
        if self.cleaned_data["address"].strip().lower() != self.user.email:
            raise forms.ValidationError(_("This is not the address of your account."))
        return self.user.email
