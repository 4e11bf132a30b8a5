"""What the secretary sends."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.awards.models import AwardRound, ScreeningDecision
from network.awards.rules.screening import formal_choices
from network.awards.states import SENT, EntryState
from network.content.form_fields import CleanCharField, CleanTextField
from network.members.vocabularies import COUNTRIES, SPOKEN_LANGUAGES

LONGEST_WORDS = 2000


class MomentField(forms.DateTimeField):
    """A date and time in the reader's zone, as the browser's own control sends it."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    input_formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]

    def __init__(self, **kwargs):
        super().__init__(input_formats=self.input_formats, **kwargs)


class AdmitForm(forms.Form):
    words = CleanTextField(label=_("Words to the authors"), max_length=LONGEST_WORDS, required=False)
    words.widget.attrs["rows"] = 3


class ReturnForm(forms.Form):
    questions = forms.MultipleChoiceField(
        label=_("What they may mend"), choices=formal_choices, widget=forms.CheckboxSelectMultiple
    )
    message = CleanTextField(label=_("What is missing"), max_length=LONGEST_WORDS)
    due_at = MomentField(label=_("Until"))

    message.widget.attrs["rows"] = 4

    def __init__(self, *args, at=None, zone="UTC", **kwargs):
        super().__init__(*args, **kwargs)
        if at:
            week = timezone.localtime(at + timedelta(days=7), ZoneInfo(zone)).replace(
                hour=23, minute=59, second=0, microsecond=0
            )
            self.fields["due_at"].initial = week


class IneligibleForm(forms.Form):
    reason = forms.ChoiceField(label=_("Reason"), choices=ScreeningDecision.Reason.choices)
    words = CleanTextField(label=_("Words to the authors"), max_length=LONGEST_WORDS, required=False)
    words.widget.attrs["rows"] = 4

    def clean(self):
        data = super().clean()
        if data.get("reason") == ScreeningDecision.Reason.OTHER and not data.get("words"):
            self.add_error("words", _("Say the reason in words."))
        return data


class WhyForm(forms.Form):
    why = CleanCharField(label=_("Why"), max_length=500)


class ExtendForm(forms.Form):
    until = MomentField(label=_("Until"))
    reason = CleanCharField(
        label=_("Reason"), max_length=500, help_text=_("Kept in the history; not sent to the authors.")
    )


class DeadlineForm(forms.Form):
    until = MomentField(label=_("New deadline"))
    reason = CleanCharField(
        label=_("Reason"),
        max_length=500,
        help_text=_("Shown on the page of the round and sent to everybody with an entry."),
    )


class EntryFilterForm(forms.Form):
    """Filters of the secretary's list; rubbish in the address filters nothing."""

    q = forms.CharField(label=_("Search"), max_length=100, required=False)
    round = forms.ModelChoiceField(
        label=_("Round"),
        queryset=AwardRound.objects.none(),
        required=False,
        to_field_name="code",
        empty_label=_("All"),
    )
    state = forms.ChoiceField(label=_("State"), required=False)
    nomination = forms.ChoiceField(label=_("Nomination"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False, choices=[("", _("All")), *COUNTRIES])
    language = forms.ChoiceField(
        label=_("Language"), required=False, choices=[("", _("All")), *SPOKEN_LANGUAGES]
    )
    waits = forms.ChoiceField(
        label=_("Waits for"),
        required=False,
        choices=[
            ("", _("All")),
            ("screening", _("screening")),
            ("second", _("a second person")),
            ("repair", _("the authors")),
        ],
    )
    order = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[
            ("reference", _("by number")),
            ("-submitted_at", _("last sent first")),
            ("submitted_at", _("first sent first")),
        ],
    )

    def __init__(self, *args, rounds, words, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["round"].queryset = AwardRound.objects.all()
        self.fields["round"].label_from_instance = words.round
        self.rounds = rounds
        self.fields["state"].choices = [
            ("", _("All")),
            *((s.value, s.label) for s in EntryState if s in SENT),
        ]
        seen = {
            nomination.code: words.nomination(nomination)
            for round in rounds
            for nomination in round.nominations.all()
        }
        self.fields["nomination"].choices = [("", _("All")), *seen.items()]
