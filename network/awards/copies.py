"""An entry as somebody reads it: its author in full, a juror without names. Preview and reading room draw the same copy."""

from dataclasses import dataclass

from network.awards.answers import shown, without_names
from network.awards.questions import PARTS, Question


@dataclass(frozen=True)
class Line:
    """One question and its answer; ``value`` is a text, a list of labels, or rows of (column, cell)."""

    question: Question
    value: object

    @property
    def kind(self) -> str:
        return self.question.kind

    @property
    def label(self):
        return self.question.label


@dataclass(frozen=True)
class Section:
    code: str
    title: object
    lines: tuple[Line, ...]


def full_copy(answers: dict, *, nominations: dict[str, str] | None = None) -> list[Section]:
    """Everything that was answered, part by part; questions without an answer are left out."""
    return _copy(answers, lambda question: True, lambda question, value: value, nominations)


def blind_copy(answers: dict, *, nominations: dict[str, str] | None = None) -> list[Section]:
    """What jurors read: no names of organisations and people, no private part."""
    return _copy(answers, lambda question: question.on_page and question.blind, without_names, nominations)


def names_of(answers: dict) -> dict:
    """What a juror is shown before the content, to say whom she knows: organisations and people."""
    return {
        "organisations": [
            name
            for name in (
                answers.get("organisation"),
                *(row.get("name") for row in answers.get("partners") or []),
            )
            if name
        ],
        "people": [
            {"name": row.get("name", ""), "organisation": row.get("organisation", "")}
            for row in answers.get("team") or []
            if row.get("name")
        ],
        "city": answers.get("city") or "",
        "country": answers.get("country") or "",
    }


def _copy(answers, is_read, cut, nominations) -> list[Section]:
    sections = []
    for part in PARTS:
        lines = []
        for question in part.questions:
            value = cut(question, answers.get(question.code))
            if is_read(question) and value not in (None, "", [], False):
                lines.append(Line(question, shown(question, value, nominations=nominations)))
        if lines:
            sections.append(Section(part.code, part.title, tuple(lines)))
    return sections
