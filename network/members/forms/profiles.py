"""What a member tells of herself. Parses and cleans; the action writes."""

from django import forms
from django.conf import settings
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from network.content.form_fields import CleanCharField
from network.members.models import Institution, Profile
from network.members.time_zones import is_time_zone, zone_choices
from network.members.vocabularies import COUNTRIES, LANGUAGE_LEVELS, SPOKEN_LANGUAGES

MOST_LANGUAGES = 6

ONLY_YOU = _("Seen by you and by administrators.")
WHERE_YOU_TAKE_PART = _(
    "Seen by you and by administrators; by coordinators, mentors and juries only where you take part and the screen says so."
)


class ZoneSelect(forms.Select):
    """Some 450 options: Django's widget renders a template for each, this one does not."""

    def render(self, name, value, attrs=None, renderer=None):
        groups = format_html_join(
            "",
            '<optgroup label="{}">{}</optgroup>',
            ((label, self._options(options, value)) for label, options in self.choices),
        )
        return format_html(
            "<select{}>{}</select>", flatatt({**self.build_attrs(self.attrs, attrs), "name": name}), groups
        )

    @staticmethod
    def _options(options, value):
        return format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((code, SELECTED if code == value else "", label) for code, label in options),
        )


SELECTED = mark_safe(" selected")


class ProfileForm(forms.Form):
    name = CleanCharField(
        label=_("Name in your own script"),
        max_length=150,
        help_text=_("As you want to be addressed in letters and named in certificates."),
        who_sees=WHERE_YOU_TAKE_PART,
    )
    name_latin = CleanCharField(
        label=_("Name in Latin letters"),
        max_length=150,
        required=False,
        help_text=_("For colleagues who do not read your script, and for certificates in English."),
        who_sees=WHERE_YOU_TAKE_PART,
    )
    letters_language = forms.ChoiceField(
        label=_("Language of letters"),
        choices=lambda: settings.LANGUAGES,
        help_text=_("In which language the network writes to you."),
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        help_text=_("All dates and times are said in it. Type the first letters of your town to find it."),
        widget=ZoneSelect(attrs={"data-suggest-zone": True}),
    )
    country = forms.ChoiceField(label=_("Country"), required=False, choices=[("", _("not said")), *COUNTRIES])
    city = CleanCharField(label=_("Town or village"), max_length=100, required=False)
    institution = CleanCharField(
        label=_("Library or institution"),
        max_length=300,
        required=False,
        help_text=_("Begin to type and choose yours from the register; if it is not there, write its name."),
        widget=forms.TextInput(attrs={"list": "institutions", "autocomplete": "off"}),
    )
    post = CleanCharField(label=_("Post"), max_length=150, required=False)

    def __init__(self, *args, language, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = zone_choices(language=language, at=at)
        for name in ("letters_language", "time_zone"):
            self.fields[name].who_sees = ONLY_YOU
        for name in ("country", "city", "institution", "post"):
            self.fields[name].who_sees = WHERE_YOU_TAKE_PART

    def clean_time_zone(self):
        name = self.cleaned_data["time_zone"]
        if not is_time_zone(name):
            raise forms.ValidationError(_("Choose your time zone from the list."))
        return name

    def clean_institution(self):
        """Found in the register by its whole label, or kept as typed."""
        typed = self.cleaned_data["institution"]
        if found := Institution.objects.named(typed):
            self.cleaned_data["institution_name"] = ""
            return found
        if len(typed) > Profile._meta.get_field("institution_name").max_length:
            raise forms.ValidationError(
                _("This name is too long for our register: up to 200 characters, please.")
            )
        self.cleaned_data["institution_name"] = typed
        return None

    @property
    def values(self) -> dict:
        """What the action keeps."""
        return {
            **{name: self.cleaned_data[name] for name in self.fields},
            "institution_name": self.cleaned_data["institution_name"],
        }

    @staticmethod
    def initial_of(profile: Profile) -> dict:
        return {
            **{name: getattr(profile, name) for name in ProfileForm.base_fields if name != "institution"},
            "institution": profile.institution.label if profile.institution else profile.institution_name,
        }


class LanguageForm(forms.Form):
    language = forms.ChoiceField(label=_("Language"), required=False, choices=[("", "—"), *SPOKEN_LANGUAGES])
    level = forms.ChoiceField(label=_("Level"), required=False, choices=[("", "—"), *LANGUAGE_LEVELS])

    def clean(self):
        values = super().clean()
        if values.get("language") and not values.get("level"):
            self.add_error("level", _("Say how well you know it."))
        if values.get("level") and not values.get("language"):
            self.add_error("language", _("Say which language this is."))
        return values


class BaseLanguageFormSet(forms.BaseFormSet):
    def clean(self):
        seen = set()
        for form in self.forms:
            language = form.cleaned_data.get("language") if hasattr(form, "cleaned_data") else None
            if language and language in seen:
                form.add_error("language", _("This language stands in the list already."))
            seen.add(language)

    @property
    def values(self) -> list[tuple[str, str]]:
        """(language, level) in the order of preference."""
        rows = [form.cleaned_data for form in self.forms]
        return [(row["language"], row["level"]) for row in rows if row.get("language")]


LanguageFormSet = forms.formset_factory(
    LanguageForm,
    formset=BaseLanguageFormSet,
    extra=3,
    max_num=MOST_LANGUAGES,
    absolute_max=MOST_LANGUAGES,
)
