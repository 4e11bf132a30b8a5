from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring import notices
from mentoring.models import Application, Round
from mentoring.rules.rounds import is_coordinator
from network.content.refusals import Refused
from network.members.history import record


@transaction.atomic
def write_to_mentors(
    *,
    round: Round,
    applications: list[Application],
    language: str,
    topic: str,
    message: str = "",
    by,
    at: datetime,
) -> int:
    """Ask mentors to help where places are missing; nobody is asked the same thing twice."""
    if not is_coordinator(by):
        raise Refused(_("Only a coordinator writes to mentors."))
    written = sum(
        notices.wanted.mentor_wanted(one, round, language=language, topic=topic, message=message, at=at)
        is not None
        for one in applications
    )
    record("write_to_mentors", round, by=by, at=at, language=language, topic=topic, letters=written)
    return written
