"""What a coordinator asks of a list and tells in a decision."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring import vocabularies as words
from mentoring.answers import SIDES, steps_of
from mentoring.forms.widgets import OneOf, SomeOf
from mentoring.states import FOR_STAFF, Standing
from network.content.form_fields import CleanCharField, CleanTextField
from network.members.vocabularies import COUNTRIES, LIBRARY_TYPES, SPOKEN_LANGUAGES

ANY = _("any")


class FilterForm(forms.Form):
    """Filters of the list of applications; an unknown code is as if nothing was asked."""

    q = forms.CharField(label=_("Name, number, library, address"), required=False, max_length=100)
    side = OneOf(
        label=_("Side"),
        choices=[("mentee", _("mentees")), ("mentor", _("mentors"))],
        required=False,
        empty=ANY,
    )
    state = OneOf(
        label=_("State"),
        choices=[(code, label) for code, label in FOR_STAFF.items() if code != Standing.DRAFT],
        required=False,
        empty=ANY,
    )
    country = OneOf(label=_("Country"), choices=COUNTRIES, required=False, empty=ANY)
    language = OneOf(label=_("Language"), choices=SPOKEN_LANGUAGES, required=False, empty=ANY)
    topic = OneOf(
        label=_("Topic"),
        choices=[(family.label, family.topics) for family in words.FAMILIES],
        required=False,
        empty=ANY,
    )
    library = OneOf(label=_("Type of library"), choices=LIBRARY_TYPES, required=False, empty=ANY)

    def chosen(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if value} if self.is_valid() else {}


class DecisionForm(forms.Form):
    """What goes into the letter, and what stays with us."""

    reason = OneOf(
        label=_("Reason"),
        choices=words.DECLINE_REASONS,
        help_text=_("Named in the letter, unless it is another one."),
    )
    steps = SomeOf(label=_("Steps to be changed"))
    due_on = forms.DateField(
        label=_("Corrections by"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The end of that day in the round's time zone."),
    )
    message = CleanTextField(
        label=_("Words in the letter"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    note = CleanTextField(
        label=_("Private note"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Read by coordinators only."),
    )  # fmt: skip

    def __init__(self, data=None, *, verb, side, **kwargs):
        super().__init__(data, **kwargs)
        if verb != "decline":
            del self.fields["reason"]
        if verb != "ask_changes":
            del self.fields["steps"], self.fields["due_on"]
        else:
            self.fields["steps"].choices = [
                (step.code, step.title) for step in steps_of(side) if step.code != "equity"
            ]
            self.fields["message"].required = True
        if verb == "reconsider":
            del self.fields["message"]


class ManyForm(forms.Form):
    """One decision or one letter for many."""

    reason = OneOf(label=_("Reason"), choices=words.DECLINE_REASONS)
    subject = CleanCharField(label=_("Subject"), max_length=150)
    message = CleanTextField(
        label=_("Words in the letter"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, data=None, *, verb, **kwargs):
        super().__init__(data, **kwargs)
        if verb != "decline":
            del self.fields["reason"]
        if verb != "letter":
            del self.fields["subject"]
        else:
            self.fields["message"].required = True


class NoteForm(forms.Form):
    note = CleanTextField(label=_("Private note"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


class TierForm(forms.Form):
    tier = forms.IntegerField(label=_("Served before others by (0 to 5)"), min_value=0, max_value=5)


class PhaseForm(forms.Form):
    why = CleanCharField(label=_("Why, for the history"), max_length=500, required=False)


class InviteForm(forms.Form):
    """Addresses, one a line."""

    side = forms.ChoiceField(label=_("As whom"), choices=[("mentor", _("mentor")), ("mentee", _("mentee"))])
    emails = CleanTextField(
        label=_("E-mail addresses, one a line"), max_length=8000, widget=forms.Textarea(attrs={"rows": 5})
    )
    language = forms.ChoiceField(label=_("Language of the letter"))
    message = CleanTextField(
        label=_("A few words of your own"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args, sides=SIDES, **kwargs):
        super().__init__(*args, **kwargs)
        _narrow(self, sides)

    def clean_emails(self):
        found, check = [], forms.EmailField()
        for line in self.cleaned_data["emails"].replace(",", "\n").replace(";", "\n").splitlines():
            if line.strip():
                try:
                    found.append(check.clean(line.strip()).lower())
                except forms.ValidationError:
                    raise forms.ValidationError(
                        _("This is not an address: %(line)s"), params={"line": line.strip()}
                    )
        if len(found) > 50:
            raise forms.ValidationError(_("At most 50 addresses at once."))
        return list(dict.fromkeys(found))


class EnterForm(forms.Form):
    side = forms.ChoiceField(label=_("As whom"), choices=[("mentee", _("mentee")), ("mentor", _("mentor"))])
    email = forms.EmailField(label=_("Her e-mail address"), max_length=254)
    name = CleanCharField(label=_("Name in her own script"), max_length=150)
    language = forms.ChoiceField(label=_("Language of the letter"))

    def __init__(self, *args, sides=SIDES, **kwargs):
        super().__init__(*args, **kwargs)
        _narrow(self, sides)


def _narrow(form, sides) -> None:
    """Only the sides whose call is open, and the languages that are published."""
    from django.conf import settings

    form.fields["side"].choices = [choice for choice in form.fields["side"].choices if choice[0] in sides]
    form.fields["language"].choices = settings.LANGUAGES
