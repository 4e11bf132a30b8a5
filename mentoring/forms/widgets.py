from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.free_time import CELLS, DAYS, PARTS

CHOOSE = _("— choose —")


class WeekGrid(forms.CheckboxSelectMultiple):
    """Days by parts of the day, each cell a checkbox; a table that reads well aloud."""

    template_name = "mentoring/widgets/week_grid.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        chosen = set(value or [])
        base = context["widget"]["attrs"].get("id", f"id_{name}")
        context["parts"] = [
            {"hours": f"{first}–{last}", "label": label} for _code, label, first, last in PARTS
        ]
        context["days"] = [
            {
                "label": day_label,
                "cells": [
                    {
                        "value": f"{day}-{part}",
                        "label": label,
                        "checked": f"{day}-{part}" in chosen,
                        "id": f"{base}_{row * len(PARTS) + column}",
                    }
                    for column, (part, label, _first, _last) in enumerate(PARTS)
                ],
            }
            for row, (day, day_label) in enumerate(DAYS)
        ]
        return context


class WeekGridField(forms.MultipleChoiceField):
    widget = WeekGrid

    def __init__(self, **kwargs):
        super().__init__(choices=[(cell, cell) for cell in CELLS], **kwargs)

    def clean(self, value):
        return sorted(super().clean(value), key=CELLS.index)


class OneOf(forms.ChoiceField):
    """A select that begins with nothing chosen."""

    def __init__(self, *, choices, empty=None, **kwargs):
        super().__init__(choices=[("", empty or CHOOSE), *choices], **kwargs)


class SomeOf(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple
