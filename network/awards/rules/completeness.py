"""What an entry still lacks before it can be sent."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from network.awards.answers import count_words
from network.awards.questions import PARTS, Part, Question

READ_BY_ALL = {"ru", "en"}


@dataclass(frozen=True)
class Lack:
    part: Part
    question: Question
    sentence: object


def lacks(answers: dict, *, nominations: set[str] | None = None) -> list[Lack]:
    """Every question that is not answered as the form asks, in the order of the form."""
    found = []
    for part in PARTS:
        for question in part.questions:
            sentence = _lack(question, answers.get(question.code), answers, nominations)
            if sentence:
                found.append(Lack(part, question, sentence))
    return found


def _lack(question: Question, value, answers: dict, nominations) -> object | None:
    if question.required and value in (None, "", [], False):
        if question.kind == "tick":
            return _("Please confirm this.")
        return _("Please answer this.")
    if question.words and value and (has := count_words(value)) > question.words:
        return _too_many_words(question.words, has)
    if question.code == "nomination" and nominations is not None and value not in nominations:
        return _("Choose a nomination of this round.")
    if question.code == "partners":
        return _partners_lack(value, answers)
    if (
        question.code == "summary_other"
        and not value
        and answers.get("entry_language") not in {*READ_BY_ALL, None, ""}
    ):
        return _(
            "Your entry is in a language that not every juror reads. Please add a summary in Russian or English."
        )
    if question.code == "ends" and value and answers.get("starts") and value < answers["starts"]:
        return _("The project cannot end before it began.")
    if question.kind == "rows":
        return _rows_lack(question, value)
    return None


def _too_many_words(most: int, has: int):
    return ngettext_lazy(
        "Up to %(most)d word fits here; you have %(has)d.",
        "Up to %(most)d words fit here; you have %(has)d.",
        most,
    ) % {"most": most, "has": has}


def _partners_lack(rows, answers):
    if sentence := _rows_lack(_PARTNERS, rows):
        return sentence
    if all(row.get("country") == answers.get("country") for row in rows):
        return _("At least one partner must be in another country.")
    return None


def _rows_lack(question: Question, rows):
    for number, row in enumerate(rows or [], start=1):
        for column in question.columns:
            if column.required and not row.get(column.code):
                return _("Row %(number)s: fill in “%(column)s” or empty the row.") % {
                    "number": number,
                    "column": column.label,
                }
    return None


_PARTNERS = next(question for part in PARTS for question in part.questions if question.code == "partners")
