"""The promised erasures: announced a fortnight before, then done."""

from datetime import datetime

from django.db import transaction

from mentoring import notices
from mentoring.actions.erasing import erase_application
from mentoring.queries.clock import NOTICE, due_for_erasure
from network.members.history import history_of, record

ANNOUNCED = "announce_erasure"


def announce_and_purge(*, at: datetime) -> tuple[int, int]:
    """How many erasures were announced and how many done. Nothing is erased that was not announced in time."""
    announced = done = 0
    for application in due_for_erasure(by=at + NOTICE):
        first = history_of(application).filter(verb=ANNOUNCED).order_by("at").first()
        if first is None:
            _announce(application, at=at)
            announced += 1
        elif at - first.at >= NOTICE:
            erase_application(application=application, at=at)
            done += 1
    return announced, done


@transaction.atomic
def _announce(application, *, at: datetime) -> None:
    record(ANNOUNCED, application, by=None, at=at)
    notices.applications.will_be_purged(application, on=at + NOTICE, at=at)
