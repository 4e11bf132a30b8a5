"""Is a plan ready for a first letter? Questions, not marks: each names the slot whose lesson helps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from courses.values import is_empty

SOON = timedelta(days=30)
MOST_WORDS = 120


@dataclass(frozen=True)
class Check:
    code: str
    title: object
    slot: str
    is_met: Callable[[dict, date], bool]


@dataclass(frozen=True)
class Checked:
    check: Check
    is_met: bool


def _has(*slots: str):
    return lambda values, today: all(not is_empty(values.get(slot)) for slot in slots)


def _rows(values: dict, slot: str, *columns: str) -> list[dict]:
    """Rows in which all these cells are filled."""
    rows = values.get(slot) or []
    return [row for row in rows if all(row.get(column) for column in columns)]


def _letter_soon(values: dict, today: date) -> bool:
    text = values.get("format.first_contact")
    return bool(text) and today <= date.fromisoformat(text) <= today + SOON


def _languages_settled(values: dict, today: date) -> bool:
    languages = values.get("participants.languages") or []
    return len(languages) == 1 or (
        len(languages) > 1 and not is_empty(values.get("participants.interpretation"))
    )


def _short_invitation(values: dict, today: date) -> bool:
    return 0 < len((values.get("campaign.invitation") or "").split()) <= MOST_WORDS


CHECKS = (
    Check("people", _("There is a named person on both sides"), "partners.person", _has("purpose.institution", "partners.person")),
    Check("letter", _("The first letter goes out within 30 days"), "format.first_contact", _letter_soon),
    Check("invitation", _("The invitation is written and has no more than 120 words"), "campaign.invitation", _short_invitation),
    Check("theme", _("There is one theme with three questions"), "theme.questions",
          lambda values, today: not is_empty(values.get("theme.title")) and len(_rows(values, "theme.questions", "question")) >= 3),
    Check("languages", _("It is clear in which languages you talk, and who interprets if there are several"), "participants.interpretation", _languages_settled),
    Check("meeting", _("The first meeting has a day, an hour and a time zone"), "format.meetings",
          lambda values, today: bool(_rows(values, "format.meetings", "date", "time", "timezone"))),
    Check("risk", _("One risk has somebody who watches it"), "barriers.risks",
          lambda values, today: bool(_rows(values, "barriers.risks", "risk", "owner"))),
    Check("records", _("It is known where the records are kept"), "records.where", _has("records.where")),
    Check("pause", _("You have agreed how to pause and start again"), "records.pause", _has("records.pause")),
    Check("measure", _("You will know whether it worked"), "evaluation.questions", _has("evaluation.questions")),
    Check("steps", _("Every next step has somebody to do it and a date"), "evaluation.steps",
          lambda values, today: bool(values.get("evaluation.steps"))
          and len(_rows(values, "evaluation.steps", "owner", "date")) == len(values["evaluation.steps"])),
    Check("successor", _("Somebody can go on if you leave"), "evaluation.successor", _has("evaluation.successor")),
)  # fmt: skip


def check(values: dict[str, object], *, today: date) -> list[Checked]:
    return [Checked(one, one.is_met(values, today)) for one in CHECKS]
