"""The steps of an application and what each asks. One table that forms, rules and receipts read.

Answers are codes and plain text by name, never labels, so that a form may be
begun in one language and finished in another.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

MENTEE, MENTOR = "mentee", "mentor"
SIDES = (MENTEE, MENTOR)
MOST_TOPICS = 3
MOST_NAMED = 3


@dataclass(frozen=True)
class Step:
    """One screen. ``asks`` go to the profile; ``private`` to records that only the coordinator reads."""

    code: str
    title: object
    asks: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    private: tuple[str, ...] = ()

    @property
    def is_optional(self) -> bool:
        return not self.required


YOU = Step(
    "you",
    pgettext_lazy("step", "You"),
    ("name", "name_latin", "country", "city", "time_zone"),
    ("name", "country", "time_zone"),
)
LANGUAGES = Step("languages", pgettext_lazy("step", "Languages"), ("languages",), ("languages",))
TIME = Step("time", pgettext_lazy("step", "Time"), ("free_cells", "contact_ways"))
EXTRAS = Step(
    "extras",
    pgettext_lazy("step", "If you like"),
    private=("pronoun", "contact", "accessibility"),
)
EQUITY = Step("equity", pgettext_lazy("step", "Equal chances"))

STEPS = {
    MENTEE: (
        YOU,
        Step(
            "work",
            pgettext_lazy("step", "Work"),
            ("institution_name", "library_type", "post", "years", "stage"),
            ("institution_name", "library_type", "years"),
        ),
        LANGUAGES,
        Step("topics", pgettext_lazy("step", "Topics"), ("topics", "help_kinds"), ("topics",)),
        Step(
            "question",
            pgettext_lazy("step", "Your question"),
            ("question", "success", "giving_back"),
            ("question", "success"),
        ),
        TIME,
        Step(
            "wishes",
            pgettext_lazy("step", "Wishes"),
            ("library_wish", "country_wish", "prefers"),
            private=("avoid", "line_manager"),
        ),
        EXTRAS,
        EQUITY,
    ),
    MENTOR: (
        YOU,
        Step(
            "work",
            pgettext_lazy("step", "Work"),
            ("institution_name", "library_type", "post", "years"),
            ("institution_name", "library_type", "years"),
        ),
        LANGUAGES,
        Step("topics", pgettext_lazy("step", "Topics"), ("topics",), ("topics",)),
        Step(
            "places",
            pgettext_lazy("step", "Places"),
            ("places", "stages_welcomed", "library_types_welcomed", "countries_welcomed", "wishes"),
            ("places",),
        ),
        Step(
            "about",
            pgettext_lazy("step", "About you"),
            ("bio", "topics_taught", "experience"),
            ("bio",),
        ),
        TIME,
        Step("wishes", pgettext_lazy("step", "Wishes"), private=("avoid",)),
        EXTRAS,
        EQUITY,
    ),
}

# Words for every answer, in lists of missing answers, in receipts and on the coordinator's screen.
LABELS = {
    "name": _("Name in your own script"),
    "name_latin": _("Name in Latin letters"),
    "country": _("Country"),
    "city": _("Town or village"),
    "time_zone": _("Time zone"),
    "institution_name": _("Library or organisation"),
    "library_type": _("Type of library"),
    "post": _("Post"),
    "years": _("Years in the profession"),
    "stage": _("Stage of career"),
    "languages": _("Languages"),
    "topics": _("Topics"),
    "help_kinds": _("Kinds of help"),
    "question": _("Your question or goal"),
    "success": _("What success looks like"),
    "giving_back": _("What you can give back"),
    "free_cells": _("Free time"),
    "contact_ways": _("Ways of contact"),
    "library_wish": _("The other library"),
    "country_wish": _("The other country"),
    "prefers": _("Mentors you named"),
    "places": _("Places"),
    "stages_welcomed": _("Career stages welcomed"),
    "library_types_welcomed": _("Libraries welcomed"),
    "countries_welcomed": _("Countries welcomed"),
    "wishes": _("Wishes about the mentee"),
    "bio": _("About you"),
    "topics_taught": _("Topics you can teach"),
    "experience": _("Experience of mentoring"),
    "avoid": _("People not to be paired with"),
    "line_manager": _("Line manager"),
    "accessibility": _("What makes taking part easier"),
    "contact": _("How your partner may reach you"),
    "pronoun": _("Pronoun"),
}
PRIVATE = ("avoid", "line_manager", "accessibility", "contact", "pronoun")


def steps_of(side: str) -> tuple[Step, ...]:
    return STEPS[side]


def step_of(side: str, code: str) -> Step | None:
    return next((step for step in STEPS[side] if step.code == code), None)


def asked(side: str) -> tuple[str, ...]:
    """Names of all answers that go to the profile."""
    return tuple(name for step in STEPS[side] for name in step.asks)


def missing(side: str, answers: dict) -> list[tuple[Step, str]]:
    """Required answers that are not there yet, with their steps, in order."""
    return [
        (step, name) for step in STEPS[side] for name in step.required if not _is_given(answers.get(name))
    ]


def is_done(step: Step, answers: dict) -> bool:
    """Whether a step holds all it needs; an optional one, whether anything was said."""
    names = step.required or (*step.asks, *step.private)
    return bool(names) and (all if step.required else any)(_is_given(answers.get(name)) for name in names)


def _is_given(value) -> bool:
    # No places is an answer: a mentor may be on the list and full.
    return value == 0 or bool(value)
