"""The first letter to a partner, put together from the plan in the language that is active.

It has two readers: the colleague, who reads the invitation, and whoever signs on her side, who reads
the idea in brief below it. What is missing is marked as a gap, never left out in silence.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from courses.documents.outline import cell_text, day_text, line_of
from courses.slots import BY_CODE

ANSWER_WITHIN = timedelta(days=14)
LETTER_SLOTS = (
    "partners.institution", "partners.person", "format.first_contact", "theme.title", "campaign.invitation",
    "purpose.institution", "challenge.words", "purpose.definition", "theme.questions", "participants.languages",
    "format.form", "format.duration", "format.meetings",
)  # fmt: skip
GREETINGS = re.compile(
    r"^(уважаем|дорог|здравствуй|добрый|доброе|привет|dear|hello|good (day|morning)|հարգելի|бар|салам|құрметті|урматтуу|hurmatli|hörmətli)",
    re.IGNORECASE,
)
WORDS, OWN, GAP = "words", "own", "gap"


@dataclass(frozen=True)
class Part:
    """A run of text: our words, her own (with their language), or a gap (with its slot)."""

    text: str
    kind: str = WORDS
    slot: str = ""
    language: str = ""


@dataclass(frozen=True)
class Paragraph:
    """``style``: address, date, subject, greeting, text, item, close or signature; ``head`` runs in before the text."""

    style: str
    parts: tuple[Part, ...]
    head: str = ""

    @property
    def text(self) -> str:
        body = "".join(part.text for part in self.parts)
        return f"{self.head} {body}".strip()


@dataclass(frozen=True)
class Letter:
    language: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """To be copied into a mail."""
        blocks, last = [], ""
        for paragraph in self.paragraphs:
            line = f"– {paragraph.text}" if paragraph.style == "item" else paragraph.text
            close = paragraph.style == last and paragraph.style in {"item", "address"}
            blocks.append(("\n" if close else "\n\n") + line)
            last = paragraph.style
        return "".join(blocks).strip()

    @property
    def is_blank(self) -> bool:
        return all(part.kind != OWN for part in self._parts())

    @property
    def gaps(self) -> list[str]:
        return list(dict.fromkeys(part.slot for part in self._parts() if part.kind == GAP and part.slot))

    @property
    def foreign(self) -> list[str]:
        """Slots whose words are in another language than the letter."""
        own = (part for part in self._parts() if part.kind == OWN)
        return list(dict.fromkeys(part.slot for part in own if part.language not in ("", self.language)))

    def _parts(self):
        return (part for paragraph in self.paragraphs for part in paragraph.parts)


def compose(lines: dict) -> Letter:
    """``lines`` are kept lines by slot."""
    writer = Writer(lines)
    return Letter(get_language() or "ru", tuple(writer.letter()))


class Writer:
    def __init__(self, lines: dict):
        self.lines = {code: line_of(BY_CODE[code], lines.get(code)) for code in LETTER_SLOTS}
        self.kept = {code: lines[code].value for code in LETTER_SLOTS if code in lines}

    def letter(self):
        yield Paragraph("address", (self.short("partners.institution"),))
        yield Paragraph("address", (self.short("partners.person"),))
        yield Paragraph("date", (self.own("format.first_contact", stop=""),))
        yield Paragraph("subject", (self.own("theme.title", stop=""),), head=gettext("A library dialogue:"))
        yield from self.invitation()
        yield Paragraph("text", (Part(str(SECOND_READER)),))
        yield Paragraph("text", (self.own("purpose.institution"),), head=str(HEADS["us"]))
        yield Paragraph("text", (self.own("challenge.words"),), head=str(HEADS["challenge"]))
        yield Paragraph("text", (self.own("purpose.definition"),), head=str(HEADS["idea"]))
        yield from self.items("theme.questions", HEADS["questions"])
        yield Paragraph("text", (self.own("participants.languages"),), head=str(HEADS["languages"]))
        yield Paragraph("text", (self.form(), Part(" "), *self.months()), head=str(HEADS["form"]))
        yield from self.items("format.meetings", HEADS["meetings"])
        if self.lines["campaign.invitation"].is_empty:
            yield self.request()
        yield Paragraph("close", (Part(gettext("With kind regards,")),))
        yield Paragraph(
            "signature", (Part(gettext("[your name, post, library, telephone or e-mail address]"), GAP),)
        )

    def own(self, code: str, *, stop: str = ".") -> Part:
        line = self.lines[code]
        if line.is_empty:
            return gap(code, line.label)
        # A list of languages begins a sentence here; her own words stay as she wrote them.
        text = line.text if line.language else line.text[:1].upper() + line.text[1:]
        if stop and text[-1:].isalnum():
            text += stop
        return Part(text, OWN, code, line.language)

    def short(self, code: str) -> Part:
        """An address, not the reasons noted after it: up to the first stop or colon."""
        line = self.lines[code]
        if line.is_empty:
            return gap(code, line.label)
        head = re.split(r"[.:;\n]\s|[.:;\n]$|\s[—–-]\s", line.text, maxsplit=1)[0].strip()
        return Part(head or line.text, OWN, code, line.language)

    def invitation(self):
        line = self.lines["campaign.invitation"]
        if line.is_empty or not GREETINGS.match(line.text):
            yield Paragraph("greeting", (Part(gettext("Dear colleagues,")),))
        if line.is_empty:
            yield Paragraph("text", (gap(line.slot.code, line.label),))
        for block in line.text.split("\n"):
            if block.strip():
                yield Paragraph("text", (Part(block.strip(), OWN, line.slot.code, line.language),))

    def items(self, code: str, head):
        line = self.lines[code]
        if line.is_empty:
            yield Paragraph("text", (gap(code, line.label),), head=str(head))
            return
        yield Paragraph("text", (), head=str(head))
        for row in self.kept[code]:
            text = meeting_text(row) if code == "format.meetings" else row["question"]
            if text:
                yield Paragraph("item", (Part(text, OWN, code, line.language),))

    def form(self) -> Part:
        line = self.lines["format.form"]
        said = FORM_SENTENCES.get(self.kept.get("format.form"), line.text)
        return gap(line.slot.code, line.label) if line.is_empty else Part(str(said), OWN, line.slot.code)

    def months(self):
        line = self.lines["format.duration"]
        if line.is_empty:
            return (gap(line.slot.code, line.label),)
        return (
            Part(gettext("The dialogue would last %(months)s.") % {"months": line.text}, OWN, line.slot.code),
        )

    def request(self) -> Paragraph:
        day = self.kept.get("format.first_contact")
        until = day_text((date.fromisoformat(day) + ANSWER_WITHIN).isoformat()) if day else ""
        wish = REQUEST_BY % {"day": until} if until else REQUEST
        # A date that ends with a stop of its own brings a second one.
        return Paragraph("text", (Part(str(wish).replace("..", ".")),))


def gap(code: str, label: str) -> Part:
    return Part(gettext("[here: %(label)s]") % {"label": label}, GAP, code)


def meeting_text(row: dict) -> str:
    """«Рабочая встреча: 6 апреля 2027 г., 16:00 (Бишкек), 90 мин., каждый месяц»."""
    slot = BY_CODE["format.meetings"]
    said = {column: cell_text(slot, column, row.get(column, "")) for column in slot.columns}
    hour = f"{said['time']} ({said['timezone']})" if said["time"] and said["timezone"] else said["time"]
    minutes = gettext("%(minutes)s min.") % {"minutes": said["minutes"]} if said["minutes"] else ""
    repeat = said["repeat"] if row.get("repeat") not in ("", "once", None) else ""
    when = ", ".join(part for part in (said["date"], hour, minutes, repeat) if part)
    return f"{said['title']}: {when}" if said["title"] and when else said["title"] or when


SECOND_READER = _("For you, and for whoever signs on your side, here is the idea in brief.")
REQUEST = _(
    "We should be glad to hear from you. If this is not the right moment, a line to say so, or a name to write to instead, would help us just as much."
)
REQUEST_BY = _(
    "We should be glad to hear from you by %(day)s. If this is not the right moment, a line to say so, or a name to write to instead, would help us just as much."
)
FORM_SENTENCES = {
    "onsite": pgettext_lazy("letter", "We would meet on site."),
    "online": pgettext_lazy("letter", "We would meet online."),
    "hybrid": pgettext_lazy("letter", "We would meet on site and on the screen at once."),
}
HEADS = {
    "us": pgettext_lazy("letter", "Who we are."),
    "challenge": pgettext_lazy("letter", "What we struggle with."),
    "idea": pgettext_lazy("letter", "What we have in mind."),
    "questions": pgettext_lazy("letter", "Questions for the first meeting:"),
    "languages": pgettext_lazy("letter", "Working languages."),
    "form": pgettext_lazy("letter", "Form and length."),
    "meetings": pgettext_lazy("letter", "When we could meet:"),
}
