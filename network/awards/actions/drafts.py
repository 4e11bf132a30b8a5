"""Beginning an entry and writing it, alone or together."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from network.awards.actions.moving import lock_entry, lock_round
from network.awards.answers import digest, folded
from network.awards.models import (
    AwardRound,
    EligibilityAnswer,
    Entry,
    EntryAuthor,
    EntryPart,
    Nomination,
    SetAside,
)
from network.awards.questions import ELIGIBILITY
from network.awards.rules.drafts import why_not_answer, why_not_begin, why_not_write, writable_questions
from network.content.refusals import Refused
from network.members.history import record

# Answers that the secretary's list shows: question, column of the entry.
COPIED = {
    "project_title": "project_title",
    "organisation": "organisation",
    "country": "country",
    "entry_language": "language",
}


@transaction.atomic
def answer_eligibility(*, round: AwardRound, answers: dict[str, bool], by, at: datetime) -> EligibilityAnswer:
    """Keep the answers; one no ends it, so that nobody tries until it fits."""
    if sentence := why_not_answer(round, by=by, at=at):
        raise Refused(sentence)
    kept = {question.code: bool(answers.get(question.code)) for question in ELIGIBILITY}
    row, _ = EligibilityAnswer.objects.update_or_create(
        round=round, user=by, defaults={"answers": kept, "passed": all(kept.values()), "at": at}
    )
    return row


@transaction.atomic
def begin_entry(*, round: AwardRound, by, language: str, at: datetime, is_sample: bool = False) -> Entry:
    """A draft with its reference number. Pressing twice within a minute gives the same draft."""
    round = lock_round(round)
    if sentence := why_not_begin(round, by=by, at=at):
        raise Refused(sentence)
    empty = Entry.objects.of_author(by).filter(round=round, state=Entry.State.DRAFT, version=0).first()
    if empty:
        return empty
    round.last_number += 1
    # Not save(): a round is seen on public pages, and a number given to a draft changes none of them.
    AwardRound.objects.filter(pk=round.pk).update(last_number=round.last_number)
    entry = Entry.objects.create(
        round=round,
        reference=f"{round.code}-{round.last_number:04d}",
        search_text=folded(f"{round.code}-{round.last_number:04d}"),
        letters_language=language,
        created_at=at,
        updated_at=at,
        is_sample=is_sample,
    )
    EntryAuthor.objects.create(
        entry=entry, user=by, email=by.email, role=EntryAuthor.Role.OWNER, joined_at=at
    )
    record("awards.begin", entry, by=by, at=at, after=entry.state)
    return entry


@dataclass
class Saved:
    """What became of a save: ``conflicts`` are questions somebody else had changed meanwhile; both texts are kept."""

    part: EntryPart
    conflicts: list[str] = field(default_factory=list)
    aside: SetAside | None = None


@transaction.atomic
def save_part(*, entry: Entry, code: str, values: dict, base: dict[str, str], by, at: datetime) -> Saved:
    """Keep what was written in one part.

    ``base`` holds a digest of each answer as it stood on the writer's screen.
    An answer that nobody else has touched since is replaced; one that was
    changed by both stays as it is and the writer's text is set aside.
    """
    entry = lock_entry(entry)
    if sentence := why_not_write(entry, by=by, at=at, part=code):
        raise Refused(sentence)
    part = EntryPart.objects.filter(entry=entry, code=code).first() or EntryPart(
        entry=entry, code=code, version=0
    )
    saved = Saved(part)
    changed = {}
    for question in writable_questions(entry, code) & set(values):
        mine, theirs = values[question], part.data.get(question)
        if digest(mine) == digest(theirs) or digest(mine) == base.get(question):
            continue
        if digest(theirs) == base.get(question, ""):
            changed[question] = mine
        else:
            saved.conflicts.append(question)
    saved.conflicts.sort()
    if saved.conflicts:
        saved.aside = _set_aside(
            entry, code, {question: values[question] for question in saved.conflicts}, by=by, at=at
        )
    if changed or part.pk is None:
        _write(entry, part, changed, by=by, at=at)
    return saved


def _set_aside(entry: Entry, code: str, texts: dict, *, by, at: datetime) -> SetAside:
    """One row for each writer and part: a screen that saves itself every few seconds must not pile them up."""
    row = SetAside.objects.filter(entry=entry, code=code, by=by, resolved_at__isnull=True).first()
    row = row or SetAside(entry=entry, code=code, by=by)
    row.data, row.at = {**row.data, **texts}, at
    row.save()
    return row


def _write(entry: Entry, part: EntryPart, changed: dict, *, by, at: datetime) -> None:
    part.data = {**part.data, **changed}
    part.version += 1
    part.updated_at, part.updated_by = at, by
    part.save()
    columns = {COPIED[code]: value or "" for code, value in changed.items() if code in COPIED}
    if "nomination" in changed:
        columns["nomination"] = Nomination.objects.filter(
            round=entry.round, code=changed["nomination"] or ""
        ).first()
    for name, value in columns.items():
        setattr(entry, name, value)
    entry.search_text = folded(f"{entry.reference} {entry.project_title} {entry.organisation}")
    entry.version += 1
    entry.updated_at = at
    entry.save(update_fields=["version", "updated_at", "search_text", *columns])


@transaction.atomic
def resolve(*, aside: SetAside, values: dict, base: dict[str, str], by, at: datetime) -> Saved:
    """Keep what somebody made of two texts; a third change meanwhile is a new conflict."""
    saved = save_part(entry=aside.entry, code=aside.code, values=values, base=base, by=by, at=at)
    SetAside.objects.filter(pk=aside.pk).update(resolved_at=at)
    return saved
