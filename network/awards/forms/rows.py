"""A question answered by rows: partners, people, publications. Works without a script: there are always empty rows."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from network.awards.questions import Question
from network.content.plain_text import clean_line, clean_text, too_long

SPARE = 2


class RowsWidget(forms.Widget):
    template_name = "awards/widgets/rows.html"

    def __init__(self, question: Question, attrs=None):
        super().__init__(attrs)
        self.question = question

    def value_from_datadict(self, data, files, name):
        rows = []
        for number in range(self.question.most_rows):
            row = {
                column.code: data.get(f"{name}-{number}-{column.code}", "")
                for column in self.question.columns
            }
            if any(cell.strip() for cell in row.values()):
                rows.append(row)
        return rows

    def value_omitted_from_data(self, data, files, name):
        return f"{name}-0-{self.question.columns[0].code}" not in data

    def id_for_label(self, id_):
        return f"{id_}-0-{self.question.columns[0].code}"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        rows = list(value or [])
        shown = min(self.question.most_rows, len(rows) + SPARE)
        rows += [{}] * (shown - len(rows))
        base = attrs.get("id", f"id_{name}") if attrs else f"id_{name}"
        context["rows"] = [
            [
                {
                    "name": f"{name}-{number}-{column.code}",
                    "id": f"{base}-{number}-{column.code}",
                    "column": column,
                    "value": row.get(column.code, ""),
                }
                for column in self.question.columns
            ]
            for number, row in enumerate(rows[:shown])
        ]
        return context


class RowsField(forms.Field):
    def __init__(self, question: Question, **kwargs):
        self.question = question
        super().__init__(widget=RowsWidget(question), required=False, **kwargs)

    def has_changed(self, initial, data):
        return (initial or []) != (data or [])

    def clean(self, value):
        cleaned = []
        for number, row in enumerate(value or [], start=1):
            cleaned.append(
                {
                    column.code: self._cell(column, row.get(column.code, ""), number)
                    for column in self.question.columns
                }
            )
        return cleaned

    def _cell(self, column, text, number):
        text = clean_text(text).strip() if column.kind == "text" else clean_line(text)
        if error := too_long(text, column.characters):
            raise ValidationError(_("Row %(number)s: ") % {"number": number} + str(error.messages[0]))
        if text and column.choices and text not in dict(column.choices):
            raise ValidationError(_("Row %(number)s: choose from the list.") % {"number": number})
        if text and column.kind == "url":
            try:
                URLValidator(schemes=["http", "https"])(text)
            except ValidationError:
                raise ValidationError(
                    _("Row %(number)s: this is not a web address. It begins with https:// or http://.")
                    % {"number": number}
                )
        return text
