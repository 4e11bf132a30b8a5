"""Taking in what a learner did, one form or a whole browser's store at once, in a constant number of queries."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from courses.actions.lines import LineDesk
from courses.actions.plans import held_plan
from courses.actions.private import PrivateDesk
from courses.events import Event, Outcome, Result
from courses.models import LearningEvent, LessonPage, Reflection, ScratchNote
from courses.rules import why_not_write
from network.content.refusals import Refused

Kind = LearningEvent.Kind
TEXTS = {Kind.REFLECTED: Reflection, Kind.SCRATCHED: ScratchNote}
MARKS = {Kind.QUIZ_ANSWERED, Kind.RATED, Kind.LESSON_DONE, Kind.LESSON_UNDONE}


def take_events(
    *, user, events: list[Event], at: datetime, plan: UUID | None = None, lessons: set[UUID] | None = None
) -> list[Outcome]:
    """Keep each event once and answer to each in order. Lines go into ``plan`` or the one she chose last.

    ``lessons`` are keys the caller knows to exist; without it they are looked up.
    """
    if not events:
        return []
    try:
        return _take(user, events, at, plan, lessons)
    except IntegrityError:
        # Another of her devices made the same row in the same instant: now it is there to be read.
        return _take(user, events, at, plan, lessons)


@transaction.atomic
def _take(user, events, at, plan_uuid, lessons) -> list[Outcome]:
    plan = None
    if any(event.kind == Kind.PLAN_LINE for event in events):
        plan = held_plan(user=user, language=events[0].language, at=at, uuid=plan_uuid)
        if sentence := why_not_write(plan, by=user, at=at):
            raise Refused(sentence)
    known = _known(user, events)
    taking = Taking(user, plan, events, at, known, lessons)
    outcomes = [taking.take(event) for event in events]
    taking.write()
    return outcomes


def _known(user, events: list[Event]) -> dict[UUID, str]:
    """What was taken before under these names, or under the name that the same uuid with other words gets."""
    asked = {event.uuid for event in events if _is_remembered(event)}
    asked |= {uuid5(event.uuid, event.sha256) for event in events if _is_remembered(event)}
    if not asked:
        return {}
    return dict(LearningEvent.objects.filter(user=user, uuid__in=asked).values_list("uuid", "sha256"))


def _is_remembered(event: Event) -> bool:
    """A form's text is guarded by its version; everything else by the name of the event."""
    return event.base is None or event.kind in MARKS


class Taking:
    """One batch: reads what it needs, decides in memory, writes at the end."""

    def __init__(self, user, plan, events, at, known, lessons):
        self.user, self.at, self.known = user, at, known
        keys = {event.lesson_key for event in events if event.lesson_key}
        self.lessons = _existing(keys) if lessons is None else lessons
        slots = {event.slot for event in events if event.slot}
        self.lines = LineDesk(plan, slots) if slots else None
        self.texts = {
            kind: PrivateDesk(model, user, keys)
            for kind, model in TEXTS.items()
            if any(event.kind == kind for event in events)
        }
        self.new: list[LearningEvent] = []

    def take(self, event: Event) -> Outcome:
        # Answered under the name the browser knows, whatever name it is kept under.
        return replace(self._take(event), uuid=str(event.uuid))

    def _take(self, event: Event) -> Outcome:
        if self.known.get(event.uuid, event.sha256) != event.sha256:
            event = replace(event, uuid=uuid5(event.uuid, event.sha256))
        if event.uuid in self.known:
            return Outcome(
                str(event.uuid), Result.KNOWN, _("Known already; nothing changed."), slot=event.slot
            )
        is_here = event.lesson_key is None or event.lesson_key in self.lessons
        if event.kind in MARKS and not is_here:
            # Only a mark, no words of hers: nothing is lost with it.
            return Outcome(str(event.uuid), Result.REFUSED, _("There is no such lesson here any more."))
        outcome = self._keep(event)
        if _is_remembered(event):
            self.known[event.uuid] = event.sha256
            self.new.append(self._row(event))
        notes = [outcome.sentence, event.note]
        if not is_here:
            notes.append(_("The lesson is no longer here; your text is kept."))
        return replace(outcome, sentence=" ".join(str(note) for note in notes if note))

    def _keep(self, event: Event) -> Outcome:
        if event.kind == Kind.PLAN_LINE:
            return self.lines.take(event)
        if event.kind in TEXTS:
            return self.texts[event.kind].take(event)
        return Outcome(str(event.uuid), Result.KEPT)

    def _row(self, event: Event) -> LearningEvent:
        payload = {"slot": event.slot, "plan": str(self.lines.plan.uuid)} if event.slot else event.payload
        return LearningEvent(
            uuid=event.uuid,
            user=self.user,
            kind=event.kind,
            lesson_key=event.lesson_key,
            block_id=event.block_id,
            payload=payload,
            sha256=event.sha256,
            language=event.language,
            revision_id=event.revision_id,
            client_at=event.at,
            received_at=self.at,
        )

    def write(self) -> None:
        if self.lines:
            self.lines.write()
        for desk in self.texts.values():
            desk.write()
        if self.new:
            LearningEvent.objects.bulk_create(self.new)


def _existing(keys: set) -> set:
    if not keys:
        return set()
    return set(LessonPage.objects.filter(translation_key__in=keys).values_list("translation_key", flat=True))
