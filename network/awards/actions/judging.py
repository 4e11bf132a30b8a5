"""Opening and ending the reading. Opening freezes the scoring plan and gives out the entries."""

import hashlib
from datetime import datetime

from django.db import transaction

from network.awards.actions.jury import find_conflicts
from network.awards.actions.moving import lock_round, move_round
from network.awards.actions.ranking import keep_ranking
from network.awards.actions.reading import share
from network.awards.models import AwardRound, Juror, ScoringPlan
from network.awards.queries.plans import plan_body
from network.awards.rules import judging as rules
from network.awards.rules.people import is_chair
from network.awards.states import CHAIR, SECRETARY
from network.content.refusals import Refused
from network.members.history import record


def _whose(by) -> str:
    return CHAIR if is_chair(by) else SECRETARY


@transaction.atomic
def open_judging(*, round: AwardRound, by, at: datetime) -> AwardRound:
    """Everything that could still close an entry to somebody is looked for once more, then the jury reads."""
    round = lock_round(round)
    for juror in Juror.objects.active().filter(round=round).select_related("user", "round"):
        find_conflicts(juror=juror, at=at)
    if sentence := rules.why_not_open_judging(round, by=by, at=at):
        raise Refused(sentence)
    plan = freeze(round, by=by, at=at)
    move_round(
        round, "open_judging", whose=_whose(by), by=by, at=at,
        fields={"plan_sha256": plan.sha256, "plan_frozen_at": plan.frozen_at},
    )  # fmt: skip
    share(round=round, by=by, at=at)
    return round


def freeze(round: AwardRound, *, by, at: datetime) -> ScoringPlan:
    """The plan as it stands becomes the plan that counts; from now on its hash is its name."""
    frozen = ScoringPlan.objects.filter(round=round).first()
    if frozen:
        return frozen
    body = plan_body(round)
    plan = ScoringPlan.objects.create(
        round=round, body=body, sha256=hashlib.sha256(body.encode()).hexdigest(), frozen_by=by, frozen_at=at
    )
    record("awards.freeze_plan", round, by=by, at=at, after=plan.sha256[:12], sha256=plan.sha256)
    return plan


@transaction.atomic
def stop_judging(*, round: AwardRound, why: str = "", by, at: datetime) -> AwardRound:
    """Back to screening while nobody has scored; the plan opens again."""
    round = lock_round(round)
    if sentence := rules.why_not_stop_judging(round, by=by, at=at):
        raise Refused(sentence)
    ScoringPlan.objects.filter(round=round).delete()
    return move_round(
        round, "stop_judging", whose=CHAIR, by=by, at=at, why=why,
        fields={"plan_sha256": "", "plan_frozen_at": None},
    )  # fmt: skip


@transaction.atomic
def close_judging(*, round: AwardRound, by, at: datetime) -> AwardRound:
    """Scores stand; the ranking is counted and kept."""
    round = lock_round(round)
    if sentence := rules.why_not_close_judging(round, by=by, at=at):
        raise Refused(sentence)
    move_round(round, "close_judging", whose=_whose(by), by=by, at=at)
    keep_ranking(round, by=by, at=at)
    return round


@transaction.atomic
def reopen_judging(*, round: AwardRound, why: str, by, at: datetime) -> AwardRound:
    """For a substitute who must still read, or a review to be unlocked."""
    round = lock_round(round)
    if sentence := rules.why_not_reopen_judging(round, by=by, at=at):
        raise Refused(sentence)
    return move_round(round, "reopen_judging", whose=CHAIR, by=by, at=at, why=why)
