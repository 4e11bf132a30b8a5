"""Sending an entry: the sealed page, the frozen snapshot, the receipt, in one transaction."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from network.awards.actions.moving import lock_entry, move_entry
from network.awards.answers import canonical, count_words
from network.awards.models import Entry, EntrySnapshot, SubmissionPage
from network.awards.notices.entrants import receipt, withdrawal
from network.awards.questions import ON_PAGE, PARTS, QUESTIONS
from network.awards.rules.completeness import lacks
from network.awards.rules.drafts import open_repair
from network.awards.rules.sending import why_not_submit, why_not_withdraw
from network.awards.states import AUTHOR, EntryState
from network.content.models import add_sealed
from network.content.refusals import Refused


@transaction.atomic
def submit(*, entry: Entry, by, at: datetime) -> EntrySnapshot:
    """Send an entry. Sending the same words twice gives the same receipt and no second letter.

    ``at`` is the instant the request arrived, before it waited for the lock.
    """
    entry = lock_entry(entry)
    answers = working_answers(entry)
    body = frozen(entry, answers)
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    if entry.state == EntryState.SUBMITTED and entry.current_snapshot.sha256 == sha256:
        return entry.current_snapshot
    if sentence := why_not_submit(entry, by=by, at=at):
        raise Refused(sentence)
    codes = set(entry.round.nominations.values_list("code", flat=True))
    if found := lacks(answers, nominations=codes):
        raise Refused(found[0].sentence)
    page = write_page(entry, answers)
    snapshot = _freeze(entry, answers, body, sha256, by=by, at=at)
    if entry.state == EntryState.RETURNED:
        _close_repair(entry, snapshot, at=at)
    move_entry(
        entry,
        "submit",
        whose=AUTHOR,
        by=by,
        at=at,
        fields={"page": page, "current_snapshot": snapshot, "submitted_at": at},
    )
    receipt(entry, snapshot, to=by, at=at)
    return snapshot


def working_answers(entry: Entry) -> dict:
    """All answers as they now stand in the parts."""
    answers = {}
    for part in entry.parts.all():
        answers.update(part.data)
    return {code: value for code, value in answers.items() if code in QUESTIONS}


def frozen(entry: Entry, answers: dict) -> str:
    """The canonical JSON that is hashed: what the jury may ever read, and the files by their hashes."""
    return canonical(
        {
            "reference": entry.reference,
            "round": entry.round.code,
            "answers": {question.code: answers.get(question.code) for question in ON_PAGE},
            "files": [
                {"name": file.original_name, "size": file.size, "sha256": file.sha256}
                for file in entry.attachments.all()
                if file.removed_at is None
            ],
        }
    )


def form_sha256() -> str:
    """Which form was answered: its questions and limits, without their words."""
    table = [[part.code, [[q.code, q.kind, q.required, q.words] for q in part.questions]] for part in PARTS]
    return hashlib.sha256(canonical(table).encode()).hexdigest()


def write_page(entry: Entry, answers: dict) -> SubmissionPage:
    """The sealed page with these answers: made at the first sending, written over at the next."""
    page = entry.page or SubmissionPage(title=entry.reference)
    for question in ON_PAGE:
        value = answers.get(question.code)
        if question.kind == "date":
            value = value or None
        elif question.kind in {"rows", "choices"}:
            value = value or []
        else:
            value = value or ""
        setattr(page, question.code, value)
    if page.pk is None:
        return add_sealed(page)
    page.save()
    return page


def _freeze(entry: Entry, answers: dict, body: str, sha256: str, *, by, at: datetime) -> EntrySnapshot:
    deadline = entry.deadline_at
    repair = open_repair(entry) if entry.state == EntryState.RETURNED else None
    if repair:
        deadline = repair.due_at
    last = entry.current_snapshot
    return EntrySnapshot.objects.create(
        entry=entry,
        number=last.number + 1 if last else 1,
        body=body,
        sha256=sha256,
        form_sha256=form_sha256(),
        content={
            "answers": {question.code: answers.get(question.code) for question in ON_PAGE},
            "words": {q.code: count_words(answers.get(q.code) or "") for q in ON_PAGE if q.words},
        },
        language=answers.get("entry_language") or "",
        received_at=at,
        committed_at=timezone.now(),
        deadline_applied=deadline,
        late_by_seconds=max(0, int((at - deadline).total_seconds())),
        submitted_by=by,
    )


def _close_repair(entry: Entry, snapshot: EntrySnapshot, *, at: datetime) -> None:
    repair = open_repair(entry)
    if repair:
        repair.answered_at, repair.after = at, snapshot
        repair.save(update_fields=["answered_at", "after"])


@transaction.atomic
def withdraw(*, entry: Entry, by, at: datetime, why: str = "") -> Entry:
    """Take an entry out of the round; its text stays sealed until the dated purge."""
    entry = lock_entry(entry)
    if sentence := why_not_withdraw(entry, by=by, at=at):
        raise Refused(sentence)
    was_sent = entry.submitted_at is not None
    move_entry(entry, "withdraw", whose=AUTHOR, by=by, at=at, why=why, fields={"withdrawn_at": at})
    if was_sent:
        withdrawal(entry, at=at)
    return entry
