"""Reading one form of a lesson: the lines of an exercise with its rough notes, a reflection, a quiz, a mark."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from courses.events import Event
from courses.forms.events import LONGEST_PROMPT, read_event
from courses.forms.lines import SentLine, line_event, read_lines
from courses.models import LearningEvent
from courses.values import MOST_PRIVATE, Unfit, check_length, tidy

Kind = LearningEvent.Kind
FORMS = {"reflection": Kind.REFLECTED, "quiz": Kind.QUIZ_ANSWERED, "rating": Kind.RATED}
MARKS = {"1": Kind.LESSON_DONE, "0": Kind.LESSON_UNDONE}


@dataclass(frozen=True)
class SentAnswer:
    lesson_key: UUID | None
    block_id: UUID | None
    plan: UUID | None
    lines: list[SentLine] = field(default_factory=list)
    note: str = ""
    events: list[Event] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    # Sent back with the form when it is shown again.
    hidden: dict = field(default_factory=dict)
    more_rows: str = ""

    def texts(self) -> list[tuple[str, str]]:
        """Every word she sent, with its label, to be copied."""
        found = [(str(line.slot.label), _readable(line.raw)) for line in self.lines]
        return [(label, text) for label, text in [*found, (_("Rough notes"), self.note)] if text]


def read_answer(data, *, language: str, at: datetime) -> SentAnswer:
    form = data.get("form", "")
    place = {
        "lesson_key": _uuid(data.get("lesson")),
        "block_id": _uuid(data.get("block")),
        "plan": _uuid(data.get("plan")),
        "hidden": {name: data.get(name, "") for name in HIDDEN},
        "more_rows": data.get("more", "")[:60],
    }
    if form == "exercise":
        return _exercise(data, place, language, at)
    row = {
        "uuid": data.get("event", ""),
        "kind": MARKS.get(data.get("done", "")) if form == "done" else FORMS.get(form),
        "lesson": data.get("lesson", ""),
        "block": data.get("block", ""),
        "language": language,
        "prompt": data.get("prompt", ""),
        "text": data.get("text", ""),
        "options": data.getlist("option"),
        "ratings": {name[7:]: _whole(data[name]) for name in data if name.startswith("rating:")},
        "revision": _whole(data.get("revision")),
        "at": at.isoformat(),
    }
    try:
        event = read_event(row, at=at, base=_whole(data.get("version")))
    except Unfit as unfit:
        return SentAnswer(**place, note=row["text"], errors=[unfit.sentence])
    return SentAnswer(**place, note=row["text"], events=[event])


HIDDEN = ("form", "lesson", "block", "revision", "plan", "prompt", "version")


def _exercise(data, place: dict, language: str, at: datetime) -> SentAnswer:
    lines, note = read_lines(data), data.get("note", "")
    errors = [f"{line.slot.label}: {line.error}" for line in lines if line.error]
    try:
        check_length(tidy(note), MOST_PRIVATE)
    except Unfit as unfit:
        errors.append(unfit.sentence)
    origin = {
        "language": language,
        "at": at,
        "lesson_key": place["lesson_key"],
        "block_id": place["block_id"],
        "revision_id": _whole(data.get("revision")) or None,
        "prompt": tidy(data.get("prompt"))[:LONGEST_PROMPT],
        "prompt_language": language,
    }
    events = [line_event(line, **origin) for line in lines]
    if place["lesson_key"] and place["block_id"] and "note" in data:
        version = _whole(data.get("version"))
        events.append(Event(uuid=uuid4(), kind=Kind.SCRATCHED, text=tidy(note), base=version, **origin))
    return SentAnswer(**place, lines=lines, note=note, events=[] if errors else events, errors=errors)


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else 0


def _readable(raw: object) -> str:
    if isinstance(raw, list):
        return "\n".join(
            " — ".join(str(cell) for cell in row.values() if cell) if isinstance(row, dict) else str(row)
            for row in raw
        ).strip()
    return str(raw or "")
