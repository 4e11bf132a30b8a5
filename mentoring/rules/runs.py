"""May a run be made, published, put aside; may two people be held together?"""

from datetime import datetime

from django.utils.translation import gettext as _

from mentoring.models import Application, Round, Run
from mentoring.pair_states import RUN_MOVES, RunState
from mentoring.queries.pool import pool_of
from mentoring.rules.rounds import is_coordinator
from mentoring.states import COORDINATOR, Phase

MATCHABLE = (Phase.MATCHING, Phase.RUNNING)


def why_not_match(round: Round, *, by) -> str | None:
    if not is_coordinator(by):
        return _("Only a coordinator makes pairs.")
    if round.phase not in MATCHABLE:
        return _("Pairs are made once the round is in matching. Move it there on its page.")
    return None


def why_not_make_run(round: Round, *, by, at: datetime) -> str | None:
    if sentence := why_not_match(round, by=by):
        return sentence
    if Run.objects.filter(round=round, state__in=[RunState.QUEUED, RunState.RUNNING]).exists():
        return _("A run of this round is being computed. Wait for it, or put it aside.")
    pool = pool_of(round, at=at)
    if not pool.mentees:
        return _(
            "No mentee waits for a pair: every accepted one has an offer or a pair, or none is accepted yet."
        )
    if not pool.mentors:
        return _("No mentor is in the pool: none is accepted yet, or all of them pause.")
    if not pool.places:
        return _(
            "Every place of every mentor is taken. Ask mentors for one more, or wait for answers to offers."
        )
    return None


def why_not_publish(run: Run, *, by, at: datetime) -> str | None:
    if sentence := why_not_match(run.round, by=by):
        return sentence
    if not RUN_MOVES.allows("publish", run.state, by=COORDINATOR):
        return _("Only a draft is published. This run is: %(state)s.") % {"state": run.get_state_display()}
    if not run.result["pairs"]:
        return _("This run found no pair, so there is nothing to offer.")
    return None


def why_not_discard(run: Run, *, by, at: datetime) -> str | None:
    if not is_coordinator(by):
        return _("Only a coordinator makes pairs.")
    if not RUN_MOVES.allows("discard", run.state, by=COORDINATOR):
        return _("This run cannot be put aside. It is: %(state)s.") % {"state": run.get_state_display()}
    return None


def why_not_rule(mentee: Application, mentor: Application, *, by, at: datetime) -> str | None:
    if sentence := why_not_match(mentee.round, by=by):
        return sentence
    if mentee.round_id != mentor.round_id or mentee.side != "mentee" or mentor.side != "mentor":
        return _("A mentee and a mentor of one round are needed.")
    if mentee.person_id == mentor.person_id:
        return _("This is one and the same person.")
    return None
