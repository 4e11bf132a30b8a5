"""What the secretary and the chair send about the jury."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from network.awards.forms.desk import MomentField
from network.awards.models import Juror
from network.awards.states import Outcome
from network.content.form_fields import CleanCharField, CleanTextField
from network.members.vocabularies import SPOKEN_LANGUAGES


class InviteJurorForm(forms.Form):
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    name = CleanCharField(label=_("Name, as it stands in the protocol"), max_length=150, required=False)
    language = forms.ChoiceField(label=_("Language of the letter"), choices=lambda: settings.LANGUAGES)
    max_load = forms.IntegerField(
        label=_("Most entries, if she asked for a limit"), min_value=1, max_value=500, required=False
    )


class JurorForm(forms.Form):
    name = CleanCharField(label=_("Name, as it stands in the protocol"), max_length=150)
    languages = forms.MultipleChoiceField(
        label=_("Reads in"), choices=SPOKEN_LANGUAGES, widget=forms.CheckboxSelectMultiple, required=False
    )
    max_load = forms.IntegerField(
        label=_("Most entries, if she asked for a limit"), min_value=1, max_value=500, required=False
    )


class WhyNeededForm(forms.Form):
    why = CleanCharField(label=_("Why"), max_length=500)


class DecideConflictForm(forms.Form):
    verb = forms.ChoiceField(choices=[("recuse", "recuse"), ("waive", "waive")])
    why = CleanCharField(label=_("Why"), max_length=500, required=False)


class AssignForm(forms.Form):
    juror = forms.ModelChoiceField(label=_("Juror"), queryset=Juror.objects.none())

    def __init__(self, *args, jurors, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["juror"].queryset = Juror.objects.filter(pk__in=[one.pk for one in jurors])


class ProposalForm(forms.Form):
    """For each entry of a nomination an outcome, the jury's words, and how a tie was resolved."""

    words = CleanTextField(label=_("How it was decided"), max_length=4000, required=False)

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            reference = row.entry.reference
            self.fields[f"outcome-{reference}"] = forms.ChoiceField(
                label=_("Outcome"), choices=[("not_awarded", _("no award")), *[c for c in Outcome.choices if c[0] != "not_awarded"]],
                initial="not_awarded",
            )  # fmt: skip
            self.fields[f"said-{reference}"] = CleanTextField(
                label=_("The jury's words"), max_length=1500, required=False
            )
            self.fields[f"said-{reference}"].widget.attrs["rows"] = 2
            self.fields[f"tie-{reference}"] = CleanCharField(
                label=_("How the tie was resolved"), max_length=500, required=False
            )
        self.fields["words"].widget.attrs["rows"] = 3

    def lines(self) -> dict[str, tuple[str, str, str]]:
        data = self.cleaned_data
        return {
            row.entry.reference: tuple(
                data[f"{name}-{row.entry.reference}"] for name in ("outcome", "said", "tie")
            )
            for row in self.rows
        }

    def table(self):
        """Rows with their fields, for the page."""
        return [
            (row, *(self[f"{name}-{row.entry.reference}"] for name in ("outcome", "said", "tie")))
            for row in self.rows
        ]


class ProtocolForm(forms.Form):
    held_at = MomentField(label=_("When the jury met"))
    place = CleanCharField(label=_("Where"), max_length=200, required=False)
    present = forms.MultipleChoiceField(
        label=_("Present"), choices=(), widget=forms.CheckboxSelectMultiple, required=False
    )
    others = CleanTextField(label=_("Others present, one a line"), max_length=1000, required=False)
    discussion = CleanTextField(
        label=_("What was discussed and how votes were cast"), max_length=6000, required=False
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["present"].choices = people
        self.fields["others"].widget.attrs["rows"] = 2
