"""What a coordinator does with applications."""

from datetime import datetime

from django.db import transaction

from mentoring import notices
from mentoring.actions.applications import locked
from mentoring.models import Application, ApplicationReview, Avoidance
from mentoring.rules.reviews import why_not_decide, why_not_review, why_not_write
from mentoring.states import APPLICATION_MOVES, COORDINATOR
from network.content.refusals import Refused
from network.members.history import record


@transaction.atomic
def decide(
    *,
    application: Application,
    verb: str,
    by,
    at: datetime,
    message: str = "",
    note: str = "",
    reason: str = "",
    steps=(),
    due_at: datetime | None = None,
) -> Application:
    """Accept, ask for changes, decline, put on the waiting list, or take a decision back; with the letter that says so."""
    application = locked(application.pk)
    if sentence := why_not_decide(
        application, verb, by=by, at=at, message=message, reason=reason, steps=steps, due_at=due_at
    ):
        raise Refused(sentence)
    before = application.state
    application.state = APPLICATION_MOVES.target(verb, before, by=COORDINATOR)
    application.decided_at = None if verb in {"reconsider", "ask_changes"} else at
    application.decline_reason = reason if verb == "decline" else ""
    application.asked_steps = list(steps) if verb == "ask_changes" else []
    application.changes_due_at = due_at if verb == "ask_changes" else None
    application.save(update_fields=["state", "decided_at", "decline_reason", "asked_steps", "changes_due_at"])
    ApplicationReview.objects.create(
        application=application,
        kind=verb,
        note=note,
        message=message,
        reason=application.decline_reason,
        steps=application.asked_steps,
        by=by,
        at=at,
    )
    record(verb, application, by=by, at=at, before=before, after=application.state, why=reason)
    notices.reviews.decided(application, verb, message=message, at=at)
    return application


@transaction.atomic
def decide_together(
    *, applications: list[Application], verb: str, by, at: datetime, message: str = "", reason: str = ""
) -> list[Application]:
    """One decision for many: all of them, or none when one refuses. Always locked in the same order."""
    return [
        decide(application=one, verb=verb, by=by, at=at, message=message, reason=reason)
        for one in sorted(applications, key=lambda one: one.pk)
    ]


@transaction.atomic
def add_note(*, application: Application, note: str, by, at: datetime) -> ApplicationReview:
    """A private note; nobody but coordinators reads it."""
    application = locked(application.pk)
    if sentence := why_not_review(application, by=by):
        raise Refused(sentence)
    review = ApplicationReview.objects.create(
        application=application, kind=ApplicationReview.Kind.NOTE, note=note, by=by, at=at
    )
    record("add_note", application, by=by, at=at)
    return review


@transaction.atomic
def set_tier(*, application: Application, tier: int, by, at: datetime) -> Application:
    application = locked(application.pk)
    if sentence := why_not_review(application, by=by):
        raise Refused(sentence)
    before, application.tier = application.tier, tier
    application.save(update_fields=["tier"])
    record("set_tier", application, by=by, at=at, before=str(before), after=str(tier))
    return application


@transaction.atomic
def add_avoidance(*, application: Application, other, by, at: datetime) -> Avoidance:
    """These two are not to be paired; made of what the applicant wrote in her own words."""
    application = locked(application.pk)
    if sentence := why_not_review(application, by=by):
        raise Refused(sentence)
    row, made = Avoidance.objects.get_or_create(
        application=application, other=other, defaults={"added_at": at}
    )
    if made:
        record("add_avoidance", application, by=by, at=at)
    return row


@transaction.atomic
def remove_avoidance(*, avoidance: Avoidance, by, at: datetime) -> None:
    application = locked(avoidance.application_id)
    if sentence := why_not_review(application, by=by):
        raise Refused(sentence)
    avoidance.delete()
    record("remove_avoidance", application, by=by, at=at)


@transaction.atomic
def write_to(*, applications: list[Application], subject: str, text: str, once: str, by, at: datetime) -> int:
    """The coordinator's own letter to one or many; ``once`` makes a double click one letter."""
    if sentence := why_not_write(applications, subject=subject, text=text, by=by):
        raise Refused(sentence)
    written = 0
    for application in applications:
        letter = notices.reviews.own_letter(
            application,
            subject=subject,
            text=text,
            at=at,
            once_key=f"mentoring-letter-{once}-{application.pk}",
        )
        if letter:
            record("write_to", application, by=by, at=at, heading=subject)
            written += 1
    return written
