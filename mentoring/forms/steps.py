"""One form a step. ``answers()`` gives codes and clean text by name; what was left empty is left out."""

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from mentoring import vocabularies as words
from mentoring.answers import LABELS, MENTOR, MOST_TOPICS, step_of
from mentoring.forms.widgets import OneOf, SomeOf, WeekGridField
from network.content.form_fields import CleanCharField, CleanTextField
from network.members.time_zones import is_time_zone, zone_choices
from network.members.vocabularies import (
    COUNTRIES,
    LANGUAGE_LEVELS,
    LIBRARY_TYPES,
    SPOKEN_LANGUAGES,
    WORKING_LEVELS,
)

PARTNER = _("Seen by the coordinator and the person proposed to you as a partner.")
COORDINATOR = _("Seen by the coordinator only.")
AFTER_YES = _("Seen by the coordinator, and by your partner when both of you have said yes.")
MOST_LANGUAGES = 4
# What stands beside each field; a list of several (languages, topics) says it once, beside its first.
WHO_SEES = {
    **dict.fromkeys(("name", "name_latin", "institution_name", "city", "contact", "pronoun"), AFTER_YES),
    **dict.fromkeys(
        (
            "country", "time_zone", "library_type", "years", "post", "language1", "topic1", "topics", "question",
            "success", "giving_back", "bio", "experience", "free_cells", "contact_ways",
        ),
        PARTNER,
    ),
    **dict.fromkeys(
        (
            "stage", "help_kinds", "library_wish", "country_wish", "line_manager", "avoid", "places", "stages_welcomed",
            "library_types_welcomed", "countries_welcomed", "wishes", "topics_taught", "accessibility",
        ),
        COORDINATOR,
    ),
}  # fmt: skip


class StepForm(forms.Form):
    """A form of one step for one side of one round; ``is_kept``: with an account, not only in this browser."""

    code = ""

    def __init__(self, data=None, *, round, side, answers, private=None, is_kept=True, **kwargs):
        self.round, self.side, self.stored, self.private = round, side, answers, private or {}
        self.is_kept = is_kept
        super().__init__(data, initial=self.initial_from(answers, self.private), **kwargs)
        self.say_what_fields_are()

    def say_what_fields_are(self):
        for name, field in self.fields.items():
            field.label = field.label or LABELS.get(name)
            field.who_sees = WHO_SEES.get(name, "")

    @property
    def step(self):
        return step_of(self.side, self.code)

    def initial_from(self, answers: dict, private: dict) -> dict:
        return {**{name: answers[name] for name in self.step.asks if name in answers}, **private}

    def answers(self) -> dict:
        return {
            name: self.cleaned_data[name]
            for name in self.step.asks
            if self.cleaned_data.get(name) not in ("", [], None)
        }

    def private_answers(self) -> dict:
        return {name: self.cleaned_data.get(name, "") for name in self.step.private}


class YouForm(StepForm):
    code = "you"
    name = CleanCharField(max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    name_latin = CleanCharField(
        max_length=150, required=False, help_text=_("For partners who do not read your script.")
    )
    country = OneOf(choices=COUNTRIES)
    city = CleanCharField(max_length=100, required=False)
    time_zone = forms.ChoiceField(help_text=_("Meeting times and deadlines are counted in it."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = zone_choices(language=get_language() or "ru", at=timezone.now())
        if not (self.is_kept or self.is_bound or "time_zone" in self.initial):
            # Of a visitor we know no zone: her device says it, and she sees it before she goes on.
            self.fields["time_zone"].widget.attrs["data-take-zone"] = True
        self.initial.setdefault("time_zone", timezone.get_current_timezone_name())

    def clean_time_zone(self):
        zone = self.cleaned_data["time_zone"]
        if not is_time_zone(zone):
            raise forms.ValidationError(_("There is no such time zone."))
        return zone


class WorkForm(StepForm):
    code = "work"
    institution_name = CleanCharField(
        max_length=200, help_text=_("Two people of one institution are never paired.")
    )
    library_type = OneOf(choices=LIBRARY_TYPES)
    years = OneOf(choices=words.YEARS)
    post = CleanCharField(max_length=150, required=False)
    stage = OneOf(choices=words.STAGES, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.side == MENTOR:
            del self.fields["stage"]


class LanguagesForm(StepForm):
    """Rows of a language and how well; the first is the one she prefers."""

    code = "languages"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number in range(1, MOST_LANGUAGES + 1):
            self.fields[f"language{number}"] = OneOf(
                choices=SPOKEN_LANGUAGES,
                required=number == 1,
                label=_("Language you prefer to talk in") if number == 1 else _("One more language"),
            )
            self.fields[f"level{number}"] = forms.ChoiceField(
                choices=LANGUAGE_LEVELS, required=False, label=_("How well"), initial="working"
            )
        self.say_what_fields_are()

    @property
    def rows(self):
        return [(self[f"language{n}"], self[f"level{n}"]) for n in range(1, MOST_LANGUAGES + 1)]

    def initial_from(self, answers, private):
        found = {}
        for number, row in enumerate(answers.get("languages", [])[:MOST_LANGUAGES], start=1):
            found |= {f"language{number}": row["code"], f"level{number}": row["level"]}
        return found

    def clean(self):
        cleaned, rows, seen = super().clean(), [], set()
        for number in range(1, MOST_LANGUAGES + 1):
            code = cleaned.get(f"language{number}")
            if not code:
                continue
            if code in seen:
                self.add_error(f"language{number}", _("This language is named twice."))
            seen.add(code)
            rows.append({"code": code, "level": cleaned.get(f"level{number}") or "working"})
        if rows and not any(row["level"] in WORKING_LEVELS for row in rows):
            self.add_error("level1", _("Name at least one language you can work in: pairs are made by it."))
        cleaned["languages"] = rows
        return cleaned


def topic_choices(offered) -> list:
    """The round's topics by family; families with none are left out."""
    found = []
    for family in words.FAMILIES:
        topics = [(code, label) for code, label in family.topics if code in offered]
        if topics:
            found.append((family.label, topics))
    return found


GONE = _("This topic is not offered in this round any more. Please choose another.")


class TopicsWantedForm(StepForm):
    code = "topics"
    help_kinds = SomeOf(choices=words.HELP_KINDS, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = topic_choices(self.round.page.topics)
        labels = (_("Topic you want most"), _("Second topic"), _("Third topic"))
        fields = {}
        for number, label in enumerate(labels, start=1):
            fields[f"topic{number}"] = OneOf(
                choices=choices, required=number == 1, label=label, error_messages={"invalid_choice": GONE}
            )
        self.fields = {**fields, **self.fields}
        self.say_what_fields_are()

    def initial_from(self, answers, private):
        found = super().initial_from(answers, private)
        return found | {
            f"topic{n}": code for n, code in enumerate(answers.get("topics", [])[:MOST_TOPICS], start=1)
        }

    def clean(self):
        cleaned = super().clean()
        topics = [cleaned.get(f"topic{n}") for n in range(1, MOST_TOPICS + 1)]
        topics = [code for code in topics if code]
        if len(set(topics)) != len(topics):
            self.add_error("topic2", _("Choose each topic once."))
        cleaned["topics"] = topics
        return cleaned


class TopicsOfferedForm(StepForm):
    code = "topics"
    topics = SomeOf(
        help_text=_("Topics you could talk about with a colleague. Three good ones are better than ten."),
        error_messages={"invalid_choice": GONE},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["topics"].choices = topic_choices(self.round.page.topics)


class QuestionForm(StepForm):
    code = "question"
    question = CleanTextField(
        max_length=2000,
        soft_limit=800,
        help_text=_(
            "One concrete thing you want to move on with. Two or three sentences are enough. "
            "For example: how do we get teenagers into the reading room after school?"
        ),
    )
    success = CleanTextField(
        max_length=2000,
        soft_limit=500,
        help_text=_("How will you know after four months that it was worth it?"),
    )
    giving_back = CleanTextField(
        max_length=2000,
        soft_limit=500,
        required=False,
        help_text=_("What could your mentor learn from you? Many mentors ask."),
    )


class TimeForm(StepForm):
    code = "time"
    free_cells = WeekGridField(
        required=False,
        label=_("When you are usually free, in your own time zone"),
        help_text=_("Two hours in common are needed for a pair. Leave it empty if you cannot say yet."),
    )
    contact_ways = SomeOf(choices=words.CONTACT_WAYS, required=False)


class WishesForm(StepForm):
    code = "wishes"
    library_wish = forms.ChoiceField(
        choices=words.LIKENESS, required=False, widget=forms.RadioSelect, label=_("Your mentor's library")
    )
    country_wish = forms.ChoiceField(
        choices=words.LIKENESS, required=False, widget=forms.RadioSelect, label=_("Your mentor's country")
    )
    line_manager = CleanCharField(
        max_length=150,
        required=False,
        help_text=_("So that you are not paired with somebody who decides about you."),
    )
    avoid = CleanTextField(
        max_length=1000,
        required=False,
        help_text=_("Names, one a line. No reason is asked. They never learn of it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.side == MENTOR:
            for name in ("library_wish", "country_wish", "line_manager"):
                del self.fields[name]
        else:
            self.initial.setdefault("library_wish", "any")
            self.initial.setdefault("country_wish", "any")

    def answers(self):
        # Named mentors are kept as they are: they are named on the mentors' own pages.
        found = super().answers()
        if self.stored.get("prefers") and "prefers" in self.step.asks:
            found["prefers"] = self.stored["prefers"]
        return found


class PlacesForm(StepForm):
    code = "places"
    places = forms.TypedChoiceField(
        coerce=int, widget=forms.RadioSelect, help_text=_("How many people you can take in this round.")
    )
    stages_welcomed = SomeOf(choices=words.STAGES, required=False, help_text=_("Nothing chosen: everyone."))
    library_types_welcomed = SomeOf(
        choices=LIBRARY_TYPES, required=False, help_text=_("Nothing chosen: any library.")
    )
    countries_welcomed = SomeOf(
        choices=COUNTRIES, required=False, help_text=_("Nothing chosen: any country.")
    )
    wishes = CleanTextField(
        max_length=1000,
        required=False,
        help_text=_("Whatever you would ask of the person, with the reason."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["places"].choices = [(n, str(n)) for n in range(1, self.round.page.most_places + 1)]


class AboutForm(StepForm):
    code = "about"
    bio = CleanTextField(
        max_length=2000,
        soft_limit=800,
        help_text=_("What you have done and what you like to talk about: the mentee reads it first."),
    )
    topics_taught = SomeOf(
        required=False,
        help_text=_("Of the topics you chose, those you could teach step by step, not only advise on."),
    )
    experience = CleanTextField(max_length=1000, required=False, help_text=_("None is needed."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        chosen = [(code, words.topic_label(code)) for code in self.stored.get("topics", [])]
        self.fields["topics_taught"].choices = chosen
        if not chosen:
            del self.fields["topics_taught"]


class ExtrasForm(StepForm):
    code = "extras"
    contact = CleanCharField(
        max_length=200,
        required=False,
        help_text=_("A messenger, another address. Left empty: the address of your account."),
    )
    pronoun = OneOf(choices=words.PRONOUNS, required=False)
    accessibility = CleanTextField(
        max_length=1000,
        required=False,
        help_text=_("Subtitles, slow speech, a screen reader, a weak line: whatever we should know."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class EquityForm(forms.Form):
    """Optional answers that only sums are made of."""

    def __init__(self, data=None, *, answers=None, **kwargs):
        super().__init__(data, initial=answers or {}, **kwargs)
        for code, label, choices in words.EQUITY_QUESTIONS:
            self.fields[code] = OneOf(
                choices=choices, label=label, required=False, empty=_("I would rather not say")
            )

    def answers(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if value}


FORMS = {
    "mentee": {
        form.code: form
        for form in (YouForm, WorkForm, LanguagesForm, TopicsWantedForm, QuestionForm, TimeForm, WishesForm, ExtrasForm)
    },
    "mentor": {
        form.code: form
        for form in (
            YouForm, WorkForm, LanguagesForm, TopicsOfferedForm, PlacesForm, AboutForm, TimeForm, WishesForm, ExtrasForm,
        )
    },
}  # fmt: skip
