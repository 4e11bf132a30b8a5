"""Taking in what a learner did, one form or a whole browser's store at once, in a constant number of queries."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from courses.actions.lines import LineDesk
from courses.actions.plans import current_plan
from courses.actions.private import PrivateDesk
from courses.events import Event, Outcome, Result
from courses.models import LearningEvent, LessonPage, Plan, Reflection, ScratchNote
from courses.rules import why_not_write
from network.content.refusals import Refused
from network.members.models import User

Kind = LearningEvent.Kind
TEXTS = {Kind.REFLECTED: Reflection, Kind.SCRATCHED: ScratchNote}


@transaction.atomic
def take_events(*, user, events: list[Event], at: datetime, plan: Plan | None = None) -> list[Outcome]:
    """Keep each event once and answer to each in order. Lines go into ``plan`` or the one she chose last."""
    if not events:
        return []
    # What one person does happens one after another, from however many devices.
    User.objects.select_for_update(of=("self",)).values_list("pk").get(pk=user.pk)
    events = _own_names(user, events)
    if plan is None and any(event.kind == Kind.PLAN_LINE for event in events):
        plan = current_plan(user=user, language=events[0].language, at=at)
    if plan is not None and (sentence := why_not_write(plan, by=user, at=at)):
        raise Refused(sentence)
    taking = Taking(user, plan, events, at)
    outcomes = [taking.take(event) for event in events]
    taking.write()
    return outcomes


def _own_names(user, events: list[Event]) -> list[Event]:
    """The same uuid with other words is another event: it gets a name of its own, the same at each sending."""
    derived = {event: uuid5(event.uuid, event.sha256) for event in events}
    asked = [event.uuid for event in events]
    known = dict(LearningEvent.objects.filter(user=user, uuid__in=asked).values_list("uuid", "sha256"))
    named = []
    for event in events:
        if known.setdefault(event.uuid, event.sha256) != event.sha256:
            event = replace(event, uuid=derived[event])
        named.append(event)
    return named


class Taking:
    """One batch: reads what it needs, decides in memory, writes at the end."""

    def __init__(self, user, plan, events, at):
        self.user, self.at = user, at
        uuids = [event.uuid for event in events]
        self.known = set(
            LearningEvent.objects.filter(user=user, uuid__in=uuids).values_list("uuid", flat=True)
        )
        keys = {event.lesson_key for event in events if event.lesson_key}
        self.lessons = set(
            LessonPage.objects.filter(translation_key__in=keys).values_list("translation_key", flat=True)
            if keys
            else []
        )
        slots = {event.slot for event in events if event.slot}
        self.lines = LineDesk(plan, slots, at=at) if slots else None
        self.texts = {
            kind: PrivateDesk(model, user, keys)
            for kind, model in TEXTS.items()
            if any(event.kind == kind for event in events)
        }
        self.new: list[LearningEvent] = []

    def take(self, event: Event) -> Outcome:
        if event.uuid in self.known:
            return Outcome(
                str(event.uuid), Result.KNOWN, _("Known already; nothing changed."), slot=event.slot
            )
        is_here = event.lesson_key is None or event.lesson_key in self.lessons
        if event.kind == Kind.PLAN_LINE:
            outcome = self.lines.take(event)
        elif event.kind in TEXTS:
            outcome = self.texts[event.kind].take(event)
        elif not is_here:
            # Only a mark, no words of hers: nothing is lost with it.
            return Outcome(str(event.uuid), Result.REFUSED, _("There is no such lesson here any more."))
        else:
            outcome = Outcome(str(event.uuid), Result.KEPT)
        notes = [outcome.sentence, event.note]
        if not is_here:
            notes.append(_("The lesson is no longer here; your text is kept."))
        self.known.add(event.uuid)
        self.new.append(self._row(event))
        return replace(outcome, sentence=" ".join(str(note) for note in notes if note))

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
        LearningEvent.objects.bulk_create(self.new)
