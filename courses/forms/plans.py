from django import forms
from django.utils.translation import gettext_lazy as _

from network.content.form_fields import CleanCharField


class PlanForm(forms.Form):
    """What a plan is called; only its owner sees it until she hands it on."""

    title = CleanCharField(
        label=_("What is the plan called?"),
        max_length=120,
        help_text=_("For you, when there are several: the partner or the theme, for example."),
    )
