from django import forms
from django.utils.translation import gettext_lazy as _

from network.awards.questions import ELIGIBILITY

YES_NO = [("yes", _("Yes")), ("no", _("No"))]


class EligibilityForm(forms.Form):
    """The questions before the form: all must be answered."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for question in ELIGIBILITY:
            self.fields[question.code] = forms.ChoiceField(
                label=question.text, choices=YES_NO, widget=forms.RadioSelect
            )

    def answers(self) -> dict[str, bool]:
        return {code: value == "yes" for code, value in self.cleaned_data.items()}
