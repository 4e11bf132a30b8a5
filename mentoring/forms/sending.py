"""Questions before the application, and the consents at its end."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.consents import CALL_NOTICE, IF_SHE_LIKES, TO_APPLY
from mentoring.rules.applications import eligibility_questions

NEEDED = _("We may not read the application without this.")


class EligibilityForm(forms.Form):
    """Yes-or-no questions of the round; nothing personal. The answers are judged by a rule, not here."""

    def __init__(self, data=None, *, page, side, answers=None, **kwargs):
        super().__init__(data, initial=answers or {}, **kwargs)
        for question in eligibility_questions(page, side):
            self.fields[question["code"]] = forms.ChoiceField(
                label=question["question"],
                choices=[("yes", _("yes")), ("no", _("no"))],
                widget=forms.RadioSelect,
            )


class ConsentForm(forms.Form):
    """Ticks for the texts not agreed to yet."""

    def __init__(self, data=None, *, given=(), **kwargs):
        super().__init__(data, **kwargs)
        for purpose in (*TO_APPLY, *IF_SHE_LIKES):
            if purpose.code in given:
                continue
            self.fields[purpose.code] = forms.BooleanField(
                label=purpose.text,
                required=purpose in TO_APPLY,
                error_messages={"required": NEEDED},
            )
            self.fields[purpose.code].short_label = purpose.title

    def consented(self) -> set[str]:
        return {code for code, agreed in self.cleaned_data.items() if agreed}


class CallNoticeForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    side = forms.ChoiceField(
        label=_("Write to me when the call opens for"),
        choices=[("mentee", _("mentees")), ("mentor", _("mentors"))],
        widget=forms.RadioSelect,
    )
    agree = forms.BooleanField(
        label=CALL_NOTICE.text, error_messages={"required": _("Without this we may not write to you.")}
    )


class PlacesNowForm(forms.Form):
    places = forms.TypedChoiceField(label=_("Places"), coerce=int, widget=forms.RadioSelect)
    paused_until = forms.DateField(
        label=_("Pause until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Nobody new is proposed to you before that day. Empty: no pause."),
    )

    def __init__(self, data=None, *, most, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["places"].choices = [(n, str(n)) for n in range(0, most + 1)]


class WithdrawForm(forms.Form):
    why = forms.CharField(
        label=_("Why, if you like to say"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
