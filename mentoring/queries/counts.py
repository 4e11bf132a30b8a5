"""Honest counts for somebody who is about to send."""

from dataclasses import dataclass

from mentoring.models import MentorProfilePage, Round
from mentoring.states import Standing
from network.members.vocabularies import WORKING_LEVELS

# Mentors who are with us: sent and not turned away.
COUNTED = (Standing.SUBMITTED, Standing.NEEDS_CHANGES, Standing.WAITLISTED, Standing.ACCEPTED)


@dataclass(frozen=True)
class Chances:
    """How many mentors of this round speak one of her languages, and of them know her first topic."""

    mentors: int
    speak: int
    know: int


def chances(round: Round, answers: dict) -> Chances:
    mentors = list(
        MentorProfilePage.objects.filter(
            application__round=round, application__state__in=COUNTED, places__gt=0
        ).values_list("languages", "topics")
    )
    languages = {row["code"] for row in answers.get("languages", []) if row["level"] in WORKING_LEVELS}
    first = next(iter(answers.get("topics", [])), None)
    speaking = [
        topics
        for spoken, topics in mentors
        if languages & {row["code"] for row in spoken if row["level"] in WORKING_LEVELS}
    ]
    return Chances(len(mentors), len(speaking), sum(first in topics for topics in speaking))
