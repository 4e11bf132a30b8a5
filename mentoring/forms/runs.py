"""What a coordinator sets for a run, and how she narrows its result."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.matching import WEIGHTS
from mentoring.pair_states import RunState
from network.content.form_fields import CleanCharField, CleanTextField

GOALS = (
    ("everyone_first", _("As many pairs as possible; among those, the best total")),
    ("floor", _("As many pairs as possible, but none with a score below the floor")),
    ("best_total", _("The best total, even if somebody stays without a pair")),
)
WEIGHT_LABELS = {
    "topics": _("Wished topics the mentor offers, by rank"),
    "prefers": _("Mentor named by the mentee"),
    "library_type": _("Mentor welcomes her type of library"),
    "overlap": _("Common free hours, ten a week count fully"),
    "language": _("Her first language is shared"),
}


class RunForm(forms.Form):
    goal = forms.ChoiceField(
        label=_("What comes first"), choices=GOALS, initial="everyone_first", widget=forms.RadioSelect
    )
    floor = forms.IntegerField(
        label=_("Floor"),
        min_value=0,
        max_value=1000,
        initial=40,
        help_text=_("Only for the second aim: pairs scored lower are not made. Locked pairs are exempt."),
    )
    country_cap = forms.IntegerField(
        label=_("At most this share of places for one country, in per cent"),
        required=False,
        min_value=1,
        max_value=100,
        help_text=_("Empty: no limit. Mentees without a country are not counted."),
    )
    min_one_per_mentor = forms.BooleanField(
        label=_("First give every mentor one mentee"),
        required=False,
        help_text=_(
            "Nobody who offered time waits in vain while another has two. Never costs anybody a pair."
        ),
    )
    keep = forms.TypedChoiceField(
        label=_("Keep the pairs of an earlier run where that costs little"),
        coerce=int,
        required=False,
        empty_value=None,
    )
    keep_bonus = forms.IntegerField(
        label=_("Points a kept pair is worth"),
        min_value=0,
        max_value=100,
        initial=5,
        help_text=_("With 5, a pair changes only when that wins more than five points elsewhere."),
    )
    note = CleanCharField(label=_("Note for yourself"), max_length=200, required=False)

    def __init__(self, data=None, *, round, runs, initial=None, **kwargs):
        super().__init__(data, initial={"country_cap": round.page.country_cap, **(initial or {})}, **kwargs)
        self.runs = {run.pk: run for run in runs}
        self.fields["keep"].choices = [
            ("", _("no, begin anew")),
            *((run.pk, _("run %(number)d") % {"number": run.number}) for run in runs),
        ]
        for name, points in WEIGHTS.items():
            self.fields[f"weight_{name}"] = forms.IntegerField(
                label=WEIGHT_LABELS[name], min_value=0, max_value=1000, initial=points
            )

    @property
    def weight_fields(self):
        return [self[f"weight_{name}"] for name in WEIGHTS]

    def policy(self) -> dict:
        cleaned = self.cleaned_data
        return {
            "goal": cleaned["goal"],
            "floor": cleaned["floor"],
            "weights": {name: cleaned[f"weight_{name}"] for name in WEIGHTS},
            "country_cap": cleaned["country_cap"],
            "min_one_per_mentor": cleaned["min_one_per_mentor"],
            "keep_bonus": cleaned["keep_bonus"] if cleaned["keep"] else 0,
        }

    def based_on(self):
        return self.runs.get(self.cleaned_data["keep"])


def initial_of(run) -> dict:
    """The form as a run was set, to change one thing and run again."""
    policy = run.policy
    return {
        **{
            name: policy[name]
            for name in ("goal", "floor", "country_cap", "min_one_per_mentor")
            if name in policy
        },
        **{f"weight_{name}": points for name, points in policy.get("weights", {}).items()},
        "keep": run.pk if run.state in (RunState.DRAFT, RunState.PUBLISHED) else None,
        "keep_bonus": policy.get("keep_bonus") or 5,
    }


class PublishForm(forms.Form):
    seen = forms.CharField(widget=forms.HiddenInput)
    tell_others = forms.BooleanField(
        label=_("Also write to mentees who get no offer now"), required=False, initial=True
    )


class WantedForm(forms.Form):
    """Whom to write to, and a few words of one's own."""

    chosen = forms.TypedMultipleChoiceField(
        label=_("To whom"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    message = CleanTextField(
        label=_("A few words of your own"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data=None, *, possible, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["chosen"].choices = [
            (one.application.pk, f"{one.application.mentor_profile.name}, {one.how}") for one in possible
        ]


class NoteForm(forms.Form):
    text = CleanTextField(label=_("Private note"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


class OutcomeForm(forms.Form):
    outcome = CleanTextField(
        label=_("What was done"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class WhyForm(forms.Form):
    why = CleanCharField(label=_("Why, for the history"), max_length=500, required=False)


class UntilForm(forms.Form):
    until = forms.DateField(
        label=_("Answer by"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The end of that day in the round's time zone."),
    )


class EndByHandForm(forms.Form):
    """A coordinator ends a pair: for whom that opens the way to another is asked, too."""

    reason = forms.ChoiceField(label=_("Reason"))
    words = CleanTextField(
        label=_("Private note"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args, **kwargs):
        from mentoring.pair_states import END_REASONS

        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = END_REASONS
