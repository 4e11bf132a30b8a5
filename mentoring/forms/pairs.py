"""Forms of an offer and of a pair."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from mentoring.forms.widgets import WeekGridField
from mentoring.pair_states import END_REASONS, OFFER_REASONS
from network.content.form_fields import CleanCharField, CleanTextField

MINUTES = [
    (30, _("30 minutes")),
    (45, _("45 minutes")),
    (60, _("an hour")),
    (90, _("an hour and a half")),
    (120, _("two hours")),
]


class DeclineForm(forms.Form):
    reason = forms.ChoiceField(label=_("Reason"), choices=OFFER_REASONS, widget=forms.RadioSelect)
    words = CleanTextField(
        label=_("In your words, if you like"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.who_sees = _("Seen by the coordinator only.")


class GoalForm(forms.Form):
    text = CleanCharField(label=_("Goal"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    measure = CleanCharField(label=_("How you will see that it is reached"), required=False, max_length=300)


class MeetingForm(forms.Form):
    """A day and an hour by her own clock."""

    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    time = forms.TimeField(label=_("Time"), widget=forms.TimeInput(attrs={"type": "time"}))
    minutes = forms.TypedChoiceField(label=_("How long"), coerce=int, choices=MINUTES, initial=60)
    place = CleanCharField(
        label=_("Where: a link or words"),
        required=False,
        max_length=300,
        help_text=_("A video call, a telephone number, a messenger: what suits you both."),
    )

    def __init__(self, data=None, *, zone: str, zone_name: str = "", **kwargs):
        super().__init__(data, **kwargs)
        self.zone = zone
        self.fields["time"].help_text = zone_name
        for field in self.fields.values():
            field.who_sees = ""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("day") and cleaned.get("time"):
            zone = ZoneInfo(self.zone)
            naive = datetime.combine(cleaned["day"], cleaned["time"])
            moment = naive.replace(tzinfo=zone)
            if moment.astimezone(ZoneInfo("UTC")).astimezone(zone).replace(tzinfo=None) != naive:
                raise ValidationError(
                    {"time": _("This hour does not exist on that day: clocks are changed. Choose another.")}
                )
            cleaned["starts_at"] = moment
        return cleaned


class FreeTimeForm(forms.Form):
    """Her week by the clock of her application."""

    free_cells = WeekGridField(required=False, label=_("When you are usually free"))

    def __init__(self, data=None, *, zone_name: str = "", **kwargs):
        super().__init__(data, **kwargs)
        self.fields["free_cells"].help_text = zone_name
        self.fields["free_cells"].asked = True


class LogForm(forms.Form):
    was_held = forms.ChoiceField(
        label=_("Did you meet?"),
        choices=[("yes", _("yes, we met")), ("no", _("no, it did not take place"))],
        widget=forms.RadioSelect,
    )
    note = CleanTextField(
        label=_("What we agreed on"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].who_sees = _("Seen by the two of you. The coordinator sees only that you met.")


class PastMeetingForm(MeetingForm):
    note = CleanTextField(
        label=_("What we agreed on"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["place"]
        self.fields["note"].who_sees = _("Seen by the two of you. The coordinator sees only that you met.")


class PauseForm(forms.Form):
    until = forms.DateField(
        label=_("Pause until"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Eight weeks at most. You can go on earlier."),
    )


class EndForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("What it is about"), choices=[one for one in END_REASONS if one[0] not in ("left", "concern")],
        widget=forms.RadioSelect,
    )  # fmt: skip
    words = CleanTextField(
        label=_("In your words, if you like"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    wants_another = forms.BooleanField(label=_("I would like another partner in this round"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("reason", "words"):
            self.fields[name].who_sees = _(
                "Seen by the coordinator only. Your partner reads that the pair has ended, not why."
            )


class ConcernForm(forms.Form):
    text = CleanTextField(label=_("What happened"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6}))
    wishes = CleanTextField(
        label=_("What you wish to happen now"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    may_talk = forms.BooleanField(label=_("You may talk to my partner about it"), required=False)


class AgreementForm(forms.Form):
    agree = forms.BooleanField(
        label=_("I have read this agreement and keep to it"),
        error_messages={"required": _("Tick this to confirm.")},
    )
    seen = forms.CharField(widget=forms.HiddenInput)
