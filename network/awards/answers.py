"""Answers as plain values: how they are kept, counted, compared and read. No models."""

import hashlib
import json
import re
from datetime import date

from django.utils.formats import date_format

from network.awards.questions import NAMING_COLUMNS, Column, Question

WORD = re.compile(r"\w+(?:[-'’ʻ]\w+)*", re.UNICODE)


def count_words(text: str) -> int:
    """Words as a person counts them: a hyphen or apostrophe inside makes no second word."""
    return len(WORD.findall(text or ""))


def folded(text: str) -> str:
    """For searching: without case, ё as е."""
    return " ".join(text.split()).casefold().replace("ё", "е")


def canonical(value) -> str:
    """One spelling of a value: the same answers always give the same bytes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value) -> str:
    """Short fingerprint of one answer; an empty answer has an empty one, however it is empty."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()[:12] if value else ""


def shown(question: Question, value, *, nominations: dict[str, str] | None = None):
    """An answer as it is read: a text, a list of labels, or rows of labelled cells."""
    if question.kind == "nomination":
        return (nominations or {}).get(value, value)
    if question.kind == "date" and value:
        return date_format(date.fromisoformat(str(value)), "DATE_FORMAT")
    if question.kind == "choice":
        return dict(question.choices).get(value, value)
    if question.kind == "choices":
        labels = dict(question.choices)
        return [labels.get(code, code) for code in value or []]
    if question.kind == "rows":
        # A cut column is not in the row at all, so it leaves no empty cell.
        return [
            [(column, _cell(column, row[column.code])) for column in question.columns if column.code in row]
            for row in value or []
        ]
    return value


def _cell(column: Column, value):
    return dict(column.choices).get(value, value) if column.choices else value


def without_names(question: Question, value):
    """The answer as jurors may read it: columns that name somebody are cut out."""
    if question.kind != "rows":
        return value
    hidden = {column for name, column in NAMING_COLUMNS if name == question.code}
    return [{code: cell for code, cell in row.items() if code not in hidden} for row in value or []]
