from datetime import datetime

from django.db import transaction

from mentoring import notices
from mentoring.models import Round
from mentoring.rules.rounds import why_not_move_phase
from mentoring.states import PHASE_MOVES
from network.content.refusals import Refused
from network.members.history import record


@transaction.atomic
def move_phase(*, round: Round, verb: str, by, at: datetime, why: str = "") -> Round:
    """The coordinator moves a round on (or one step back)."""
    round = Round.objects.select_for_update(of=("self",)).select_related("page").get(pk=round.pk)
    if sentence := why_not_move_phase(round, verb, by=by, at=at):
        raise Refused(sentence)
    before = round.phase
    round.phase = PHASE_MOVES.target(verb, before, by="coordinator")
    round.phase_since = at
    round.save(update_fields=["phase", "phase_since"])
    record(verb, round, by=by, at=at, before=before, after=round.phase, why=why)
    if verb in {"open_mentor_call", "open_mentee_call"}:
        notices.calls.announce_call(round, "mentor" if verb == "open_mentor_call" else "mentee", at=at)
    return round
