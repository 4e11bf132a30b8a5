"""Runs: asked for, computed, put aside. Publishing is in mentoring.actions.publishing."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from mentoring.matching import ENGINE, BadProblem, solve
from mentoring.models import Application, Round, Ruling, Run
from mentoring.pair_states import CLOCK, RUN_MOVES, RunState
from mentoring.queries.pool import parted, pool_of, problem_of, rulings_of
from mentoring.rules.runs import why_not_discard, why_not_make_run, why_not_rule
from mentoring.states import COORDINATOR
from network.content.refusals import Refused
from network.members.history import record


@transaction.atomic
def make_run(
    *, round: Round, policy: dict, based_on: Run | None = None, note: str = "", by, at: datetime, enqueue
) -> Run:
    """Ask for a run. ``policy`` is what the coordinator set; locks and the like come from what was decided by hand.

    ``enqueue`` puts the computation into the queue within this transaction.
    """
    round = Round.objects.select_for_update(of=("self",)).get(pk=round.pk)
    if sentence := why_not_make_run(round, by=by, at=at):
        raise Refused(sentence)
    locks, forbids = rulings_of(round)
    keep = [[pair["mentee"], pair["mentor"]] for pair in based_on.result["pairs"]] if based_on else []
    last = Run.objects.filter(round=round).aggregate(last=Max("number"))["last"] or 0
    run = Run.objects.create(
        round=round,
        number=last + 1,
        policy={
            **policy,
            "locks": _listed(locks),
            "forbid": _listed(forbids | parted(round)),
            "keep": sorted(keep),
        },
        based_on=based_on,
        note=note,
        made_by=by,
        made_at=at,
    )
    record("make_run", run, by=by, at=at, after=run.state)
    enqueue(run)
    return run


def _listed(pairs) -> list[list[str]]:
    return sorted([mentee, mentor] for mentee, mentor in pairs)


def compute_run(*, run_id: int, at: datetime, now) -> str:
    """Compute a run; may be killed at any moment and run again. ``now`` gives the time at the end.

    The people are read once: a run taken over from a dead worker computes
    from what was read before, so the draft is of one moment.
    """
    run = _start(run_id, at=at)
    if run is None:
        return "nothing to do"
    try:
        document = run.input or _read(run, at=at)
        result = solve(document)
    except BadProblem as error:
        _fail(run_id, str(error), at=now())
        return "failed"
    return _finish(run_id, document, result, at=now())


@transaction.atomic
def _start(run_id: int, *, at: datetime) -> Run | None:
    run = Run.objects.select_for_update(of=("self",)).filter(pk=run_id).first()
    if run is None or not RUN_MOVES.allows("start", run.state, by=CLOCK):
        return None
    run.state, run.progress = RunState.RUNNING, 10
    run.save(update_fields=["state", "progress"])
    return run


def _read(run: Run, *, at: datetime) -> dict:
    document = problem_of(pool_of(run.round, at=at), run.policy)
    Run.objects.filter(pk=run.pk).update(input=document, progress=40)
    return document


@transaction.atomic
def _finish(run_id: int, document: dict, result: dict, *, at: datetime) -> str:
    run = Run.objects.select_for_update(of=("self",)).get(pk=run_id)
    if not RUN_MOVES.allows("finish", run.state, by=CLOCK):
        return "put aside meanwhile"
    run.state = RUN_MOVES.target("finish", run.state, by=CLOCK)
    run.input, run.result, run.input_sha256 = document, result, result["input_sha256"]
    run.engine, run.matched, run.total = ENGINE, result["matched"], result["total"]
    run.progress, run.finished_at = 100, at
    run.save()
    record("finish_run", run, by=None, at=at, before=RunState.RUNNING, after=run.state, matched=run.matched)
    return "computed"


@transaction.atomic
def _fail(run_id: int, error: str, *, at: datetime) -> None:
    run = Run.objects.select_for_update(of=("self",)).get(pk=run_id)
    if not RUN_MOVES.allows("fail", run.state, by=CLOCK):
        return
    before = run.state
    run.state, run.error, run.finished_at = RunState.FAILED, error[:500], at
    run.save(update_fields=["state", "error", "finished_at"])
    record("fail_run", run, by=None, at=at, before=before, after=run.state, why=error)


def fail_stuck_runs(*, made_before: datetime, at: datetime) -> int:
    """Runs whose workers died again and again: said so, instead of computing for ever."""
    stuck = Run.objects.filter(state__in=[RunState.QUEUED, RunState.RUNNING], made_at__lt=made_before)
    numbers = list(stuck.values_list("pk", flat=True))
    for pk in numbers:
        _fail(pk, _("The computation was broken off too often. Make another run."), at=at)
    return len(numbers)


@transaction.atomic
def discard_run(*, run: Run, by, at: datetime) -> Run:
    run = Run.objects.select_for_update(of=("self",)).select_related("round").get(pk=run.pk)
    if sentence := why_not_discard(run, by=by, at=at):
        raise Refused(sentence)
    before = run.state
    run.state = RUN_MOVES.target("discard", before, by=COORDINATOR)
    run.save(update_fields=["state"])
    record("discard_run", run, by=by, at=at, before=before, after=run.state)
    return run


@transaction.atomic
def rule_on_pair(
    *, kind: str, mentee: Application, mentor: Application, why: str = "", by, at: datetime
) -> Ruling:
    """Hold two people together, or keep them apart, in every later run of the round."""
    Application.objects.select_for_update(of=("self",)).get(pk=mentee.pk)
    if sentence := why_not_rule(mentee, mentor, by=by, at=at):
        raise Refused(sentence)
    if kind == Ruling.Kind.LOCK:
        # Held with one means no longer held with another.
        Ruling.objects.filter(mentee=mentee, kind=Ruling.Kind.LOCK).exclude(mentor=mentor).delete()
    ruling, _made = Ruling.objects.update_or_create(
        mentee=mentee,
        mentor=mentor,
        defaults={"round": mentee.round, "kind": kind, "why": why, "by": by, "at": at},
    )
    record(kind, mentee, by=by, at=at, why=why, mentor=mentor.reference)
    return ruling


@transaction.atomic
def lift_ruling(*, ruling: Ruling, by, at: datetime) -> None:
    if sentence := why_not_rule(ruling.mentee, ruling.mentor, by=by, at=at):
        raise Refused(sentence)
    record(f"lift_{ruling.kind}", ruling.mentee, by=by, at=at, mentor=ruling.mentor.reference)
    ruling.delete()
