"""Letters of the coordinator's decisions, and her own letters to one or many."""

from datetime import datetime

from mentoring.answers import step_of
from mentoring.dates import said_in_both
from mentoring.notices.readers import preview, send
from mentoring.vocabularies import DECLINE_REASONS

TEMPLATES = {
    "accept": "accepted",
    "ask_changes": "needs-changes",
    "waitlist": "waitlisted",
    "decline": "declined",
}


def decided(application, verb: str, *, message: str, at: datetime) -> None:
    if verb in TEMPLATES:
        send(TEMPLATES[verb], application, at=at, **_facts(application, message))


def preview_decision(application, verb: str, *, message: str, steps=(), due_at=None, reason: str = ""):
    """How the letter will read for this very person; None for a decision without a letter."""
    if verb not in TEMPLATES:
        return None
    application.asked_steps, application.changes_due_at = list(steps), due_at
    application.decline_reason = reason
    return preview(TEMPLATES[verb], application, **_facts(application, message))


def _facts(application, message: str) -> dict:
    steps = [step_of(application.side, code) for code in application.asked_steps]
    reasons = dict(DECLINE_REASONS)
    return {
        "message": message,
        "steps": [step.title for step in steps if step],
        "reason": reasons.get(application.decline_reason, "")
        if application.decline_reason != "other"
        else "",
        "due": lambda reader: (
            said_in_both(application.changes_due_at, reader.zone, application.round.page.time_zone)
            if application.changes_due_at
            else ""
        ),
    }


def own_letter(application, *, subject: str, text: str, at: datetime, once_key: str):
    return send("letter", application, at=at, once_key=once_key, subject=subject, text=text)


def preview_own_letter(application, *, subject: str, text: str):
    return preview("letter", application, subject=subject, text=text)
