"""When somebody in a pair is free: said again, or for the first time, while the two work."""

from datetime import datetime

from django.db import transaction

from mentoring.actions.applications import locked
from mentoring.free_time import minutes_of
from mentoring.models import Application, Pair
from mentoring.rules.pairs import why_not_work
from network.content.refusals import Refused
from network.members.history import record


@transaction.atomic
def say_free_time(*, pair: Pair, free_cells: list[str], by, at: datetime) -> Application:
    """Her hours as the hour-finder reads them; nobody is written to."""
    if sentence := why_not_work(pair, by=by):
        raise Refused(sentence)
    application = locked(pair.application_of(pair.side_of(by)).pk)
    profile = application.profile
    profile.free_cells = free_cells
    profile.free = minutes_of(free_cells, zone=profile.time_zone, week_of=pair.round.page.pairs_from)
    profile.save()
    application.working_copy = {**application.working_copy, "free_cells": free_cells}
    application.save(update_fields=["working_copy"])
    record("say_free_time", application, by=by, at=at)
    return application
