"""Reading events as a browser or a downloaded file sends them. Writes nothing."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from courses.events import Event, Outcome, Result
from courses.models import LearningEvent
from courses.slots import BY_CODE
from courses.values import MOST_PRIVATE, Unfit, check_length, clean, tidy

Kind = LearningEvent.Kind
MOST_EVENTS = 2_000
# A clock may run a little ahead; more than this, and our own is taken.
AHEAD = timedelta(minutes=10)
EARLIEST = datetime(2020, 1, 1, tzinfo=UTC)
LONGEST_PROMPT = 1_000
RATINGS = {1, 2, 3, 4}


def read_events(sent: object, *, at: datetime) -> tuple[list[Event], list[Outcome]]:
    """Events that can be taken, and an answer to each that cannot. Raises Unfit when nothing can be read at all."""
    rows = sent.get("events") if isinstance(sent, dict) else sent
    if not isinstance(rows, list):
        raise Unfit(_("This is not a file of this site: no answers were found in it."))
    if len(rows) > MOST_EVENTS:
        raise Unfit(_("The file holds too many answers: %(has)d.") % {"has": len(rows)})
    events, refused = [], []
    for row in rows:
        try:
            events.append(read_event(row, at=at))
        except Unfit as unfit:
            name = row.get("uuid") if isinstance(row, dict) else ""
            slot = row.get("slot") if isinstance(row, dict) else ""
            refused.append(
                Outcome(str(name or "")[:36], Result.REFUSED, unfit.sentence, slot=str(slot or "")[:60])
            )
    return events, refused


def read_event(row: object, *, at: datetime, base: int | None = None) -> Event:
    """``base`` is the version a form was filled from; a browser's own store has none."""
    if not isinstance(row, dict):
        raise Unfit(_("This answer cannot be read."))
    kind = row.get("kind")
    if kind not in Kind.values:
        raise Unfit(_("This answer is of a kind the site does not know."))
    said = {"payload": {}, "slot": "", "value": None, "text": ""}
    said.update(READERS[kind](row))
    when, note = _when(row.get("at"), at)
    needs_place = kind != Kind.PLAN_LINE
    return Event(
        uuid=_uuid(row.get("uuid"), needed=True),
        kind=kind,
        language=_language(row.get("language")),
        at=when,
        lesson_key=_uuid(row.get("lesson"), needed=needs_place),
        block_id=_uuid(row.get("block"), needed=needs_place and kind not in LESSON_KINDS),
        revision_id=row["revision"]
        if type(row.get("revision")) is int and 0 < row["revision"] < 2**62
        else None,
        prompt=tidy(row.get("prompt"))[:LONGEST_PROMPT],
        prompt_language=_language(row.get("prompt_language") or row.get("language")),
        note=note,
        base=base,
        **said,
    )


def _line(row: dict) -> dict:
    slot = BY_CODE.get(row.get("slot")) if isinstance(row.get("slot"), str) else None
    if slot is None:
        raise Unfit(_("The plan has no such line. The text stays where it is."))
    return {"slot": slot.code, "value": clean(slot, row.get("value"))}


def _text(row: dict) -> dict:
    text = tidy(row.get("text"))
    check_length(text, MOST_PRIVATE)
    return {"text": text}


def _quiz(row: dict) -> dict:
    options = row.get("options")
    if not isinstance(options, list) or len(options) > 12:
        raise Unfit(_("This answer cannot be read."))
    return {"payload": {"options": sorted(str(_uuid(option, needed=True)) for option in options)}}


def _rating(row: dict) -> dict:
    ratings = row.get("ratings")
    if (
        not isinstance(ratings, dict)
        or not 0 < len(ratings) <= 40
        or set(map(type, ratings.values())) != {int}
    ):
        raise Unfit(_("Mark at least one skill."))
    if not set(ratings.values()) <= RATINGS:
        raise Unfit(_("This answer cannot be read."))
    return {"payload": {"ratings": {str(_uuid(key, needed=True)): value for key, value in ratings.items()}}}


READERS = {
    Kind.PLAN_LINE: _line,
    Kind.REFLECTED: _text,
    Kind.SCRATCHED: _text,
    Kind.QUIZ_ANSWERED: _quiz,
    Kind.RATED: _rating,
    Kind.LESSON_DONE: lambda row: {},
    Kind.LESSON_UNDONE: lambda row: {},
}
LESSON_KINDS = {Kind.LESSON_DONE, Kind.LESSON_UNDONE}


def _uuid(text: object, *, needed: bool) -> UUID | None:
    if text in (None, "") and not needed:
        return None
    try:
        return UUID(text) if isinstance(text, str) and len(text) == 36 else UUID("")
    except ValueError:
        raise Unfit(_("This answer names something the site does not know."))


def _language(code: object) -> str:
    known = dict(settings.CONTENT_LANGUAGES)
    return code if isinstance(code, str) and code in known else settings.LANGUAGE_CODE


def _when(text: object, at: datetime) -> tuple[datetime, str]:
    try:
        when = parse_datetime(text) if isinstance(text, str) else None
    except ValueError:
        when = None
    if when is None:
        return at, ""
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    if when > at + AHEAD:
        return at, _("The clock of that device runs ahead; the answer is kept under today's date.")
    return max(EARLIEST, min(when, at)), ""
