"""One part of the entrant's form, made from the table of questions. A draft may be incomplete: nothing is required here."""

import json

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from network.awards.answers import digest
from network.awards.forms.rows import RowsField
from network.awards.questions import Part, Question
from network.content.form_fields import CleanCharField, CleanTextField

LONGEST_TEXT = 10_000
words_hint = lazy(lambda words: ngettext("Up to %d word.", "Up to %d words.", words) % words, str)


class PartForm(forms.Form):
    """Answers of one part. ``base`` is what each answer was when the screen was made, as digests."""

    base = forms.CharField(widget=forms.HiddenInput, required=False, max_length=5000)

    def __init__(
        self, part: Part, *, writable: set[str], nominations: list[tuple[str, str]], answers: dict, **kwargs
    ):
        self.part = part
        self.writable = writable
        self.answers = answers
        initial = dict(answers)
        initial["base"] = json.dumps({code: digest(answers.get(code)) for code in writable}, sort_keys=True)
        super().__init__(initial=initial, **kwargs)
        for question in part.questions:
            if question.code in writable:
                self.fields[question.code] = _field(question, nominations)
                # Not needed to save, but to send: so it is not called optional.
                self.fields[question.code].asked = question.required

    def clean_base(self) -> dict[str, str]:
        try:
            base = json.loads(self.cleaned_data["base"] or "{}")
        except ValueError:
            return {}
        return {str(code): str(value) for code, value in base.items()} if isinstance(base, dict) else {}

    def values(self) -> dict:
        """What can be kept: every answer that is well-formed, even beside one that is not."""
        return {
            code: _as_kept(self.cleaned_data[code])
            for code in self.writable
            if code in self.cleaned_data
            and not self.fields[code].widget.value_omitted_from_data(
                self.data, self.files, self.add_prefix(code)
            )
        }


def _as_kept(value):
    return value.isoformat() if hasattr(value, "isoformat") else value


def _field(question: Question, nominations) -> forms.Field:
    label, text = question.label, question.help
    common = {"label": label, "help_text": text, "required": False}
    kind = question.kind
    if kind == "line":
        return CleanCharField(max_length=question.characters, **common)
    if kind == "text":
        field = CleanTextField(max_length=LONGEST_TEXT, **common)
        field.widget.attrs["rows"] = 6 if question.words >= 200 else 3
        field.soft_words = question.words
        return field
    if kind == "email":
        return forms.EmailField(max_length=254, **common)
    if kind == "url":
        return forms.URLField(max_length=500, assume_scheme="https", **common)
    if kind == "date":
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **common)
    if kind == "tick":
        return forms.BooleanField(**common)
    if kind == "choices":
        return forms.MultipleChoiceField(
            choices=question.choices, widget=forms.CheckboxSelectMultiple, **common
        )
    if kind == "rows":
        return RowsField(question, label=label, help_text=text)
    choices = nominations if kind == "nomination" else question.choices
    return forms.ChoiceField(choices=[("", _("Choose")), *choices], **common)
