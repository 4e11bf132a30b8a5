"""What a juror sends: scores, reasons, words. A draft may be incomplete; nothing is required here."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.content.form_fields import CleanCharField, CleanTextField

NOT_APPLICABLE = "na"
LONGEST_COMMENT = 3000
LONGEST_WHY = 300
# A longer scale is written as a number, not chosen from a row.
LONGEST_ROW = 12


class ReviewForm(forms.Form):
    """A field for each criterion, ``s_<code>``, and its reason, ``w_<code>``."""

    base = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(
        self, *args, criteria: list[dict], scale: tuple[int, int], scores: dict, saves: int = 0, **kwargs
    ):
        self.criteria, self.scale = criteria, scale
        self.low, self.high = scale
        initial = {"base": saves, **kwargs.pop("initial", {})}
        for one in criteria:
            answer = scores.get(one["code"]) or {}
            score = answer.get("score")
            initial[f"s_{one['code']}"] = (
                NOT_APPLICABLE if answer.get("na") else "" if score is None else str(score)
            )
            initial[f"w_{one['code']}"] = answer.get("why", "")
        super().__init__(*args, initial=initial, **kwargs)
        choices = [(str(score), str(score)) for score in range(self.low, self.high + 1)]
        for one in criteria:
            options = choices if one["required"] else [*choices, (NOT_APPLICABLE, _("not applicable"))]
            self.fields[f"s_{one['code']}"] = forms.ChoiceField(
                label=one["title"], choices=[("", "—"), *options], required=False
            )
            self.fields[f"w_{one['code']}"] = CleanCharField(
                label=_("A note on the score")
                if one["required"]
                else _("Why it does not apply, or a note on the score"),
                max_length=LONGEST_WHY,
                required=False,
            )
        self.fields["comment"] = CleanTextField(
            label=_("To the entrants"),
            help_text=_("What was strong, what you would advise. They read it without your name."),
            max_length=LONGEST_COMMENT,
            required=False,
            soft_limit=800,
            who_sees=_(
                "Seen by the entrants after the results, without your name, and by the secretary and the chair."
            ),
        )
        self.fields["private_note"] = CleanTextField(
            label=_("A note to yourself"),
            max_length=LONGEST_COMMENT,
            required=False,
            who_sees=_("Seen by you only."),
        )
        self.fields["comment"].widget.attrs["rows"] = 5
        self.fields["private_note"].widget.attrs["rows"] = 3
        for field in self.fields.values():
            # Firefox puts back what an older page held, one step lower for a score.
            field.widget.attrs["autocomplete"] = "off"

    @property
    def is_row(self) -> bool:
        return self.high - self.low < LONGEST_ROW

    def scores(self) -> dict:
        """Well-formed answers, as they are kept."""
        found = {}
        for one in self.criteria:
            code = one["code"]
            value = self.cleaned_data.get(f"s_{code}", "")
            why = self.cleaned_data.get(f"w_{code}", "")
            if value == NOT_APPLICABLE:
                found[code] = {"score": None, "na": True, "why": why}
            elif value:
                found[code] = {"score": int(value), "why": why}
            elif why:
                found[code] = {"score": None, "why": why}
        return found

    def lines(self) -> list[dict]:
        """Each criterion with its fields and what was said of its scores, for the page."""
        rows = []
        for one in self.criteria:
            score = self[f"s_{one['code']}"]
            chosen = str(score.value() or "")
            rows.append(
                {
                    **one,
                    "field": score,
                    "why": self[f"w_{one['code']}"],
                    "options": [
                        {"value": value, "label": label, "is_chosen": value == chosen}
                        for value, label in score.field.choices
                        if value
                    ],
                    "chosen": chosen,
                }
            )
        return rows


class DeclareForm(forms.Form):
    statement = CleanCharField(
        label=_("How you know them, if you like"),
        max_length=500,
        required=False,
        who_sees=_("Seen by the chair."),
    )


class LeaveForm(forms.Form):
    why = CleanCharField(label=_("Why, if you like"), max_length=500, required=False)
