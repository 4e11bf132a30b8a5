"""A pair at work: agreement, goals, pause, the end, a concern, a coordinator's note."""

import hashlib
from datetime import date, datetime

from django.db import transaction

from mentoring import notices
from mentoring.models import Concern, Goal, Pair, PairNote, Signature, other_side
from mentoring.pair_states import BOTH, CLOCK, PAIR_MOVES, PairState
from mentoring.rules.pairs import (
    whose,
    why_not_add_goal,
    why_not_change_goal,
    why_not_close_concern,
    why_not_complete,
    why_not_end_early,
    why_not_go_on,
    why_not_note,
    why_not_pause,
    why_not_report_concern,
    why_not_sign,
)
from network.content.refusals import Refused
from network.members.history import record

CARRIED_TIER = 1


def locked(pk: int) -> Pair:
    pair = Pair.objects.select_for_update(of=("self",)).get(pk=pk)
    # The people are read after the lock, so that what is decided about them is of now.
    return Pair.objects.with_people().get(pk=pair.pk)


def agreement_sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def sign_agreement(*, pair: Pair, text: str, version: str, language: str, by, at: datetime) -> Signature:
    """Keep the very text she was shown. With the second yes the pair is at work."""
    pair = locked(pair.pk)
    if sentence := why_not_sign(pair, by=by, at=at):
        raise Refused(sentence)
    side = pair.side_of(by)
    signature = Signature.objects.create(
        pair=pair,
        side=side,
        person=by,
        text=text,
        version=version,
        language=language,
        sha256=agreement_sha256(text),
        signed_at=at,
    )
    record("sign_agreement", pair, by=by, at=at, side=side, version=version, sha256=signature.sha256)
    if pair.signatures.count() == len(BOTH):
        begin_work(pair, at=at)
        for one in BOTH:
            notices.pairs.agreed(pair, one, at=at)
    else:
        notices.pairs.agreement_waits(pair, other_side(side), at=at)
    return signature


def begin_work(pair: Pair, *, at: datetime) -> None:
    """The first sign of common work; inside a transaction that holds the pair."""
    if not PAIR_MOVES.allows("begin", pair.state, by=CLOCK):
        return
    before, pair.state = pair.state, PAIR_MOVES.target("begin", pair.state, by=CLOCK)
    pair.begun_at = at
    pair.save(update_fields=["state", "begun_at"])
    record("begin", pair, by=None, at=at, before=before, after=pair.state)


@transaction.atomic
def add_goal(*, pair: Pair, text: str, measure: str = "", by, at: datetime) -> Goal:
    pair = locked(pair.pk)
    if sentence := why_not_add_goal(pair, by=by, at=at):
        raise Refused(sentence)
    goal = Goal.objects.create(pair=pair, text=text, measure=measure, written_by=by, written_at=at)
    record("add_goal", pair, by=by, at=at, goal=goal.pk)
    return goal


@transaction.atomic
def change_goal(*, goal: Goal, state: str, by, at: datetime) -> Goal:
    pair = locked(goal.pair_id)
    goal = Goal.objects.select_for_update(of=("self",)).get(pk=goal.pk)
    goal.pair = pair
    if sentence := why_not_change_goal(goal, state=state, by=by, at=at):
        raise Refused(sentence)
    before, goal.state = goal.state, state
    goal.save(update_fields=["state"])
    record("change_goal", pair, by=by, at=at, before=before, after=state, goal=goal.pk)
    return goal


@transaction.atomic
def pause_pair(*, pair: Pair, until: date, by, at: datetime) -> Pair:
    pair = locked(pair.pk)
    if sentence := why_not_pause(pair, until=until, by=by, at=at):
        raise Refused(sentence)
    before, pair.state = pair.state, PAIR_MOVES.target("pause", pair.state, by=whose(pair, by))
    pair.paused_until = until
    pair.save(update_fields=["state", "paused_until"])
    record("pause", pair, by=by, at=at, before=before, after=pair.state, until=until.isoformat())
    for side in _others(pair, by):
        notices.pairs.paused(pair, side, at=at)
    return pair


@transaction.atomic
def go_on(*, pair: Pair, by, at: datetime) -> Pair:
    pair = locked(pair.pk)
    if sentence := why_not_go_on(pair, by=by, at=at):
        raise Refused(sentence)
    before, pair.state = pair.state, PAIR_MOVES.target("go_on", pair.state, by=whose(pair, by))
    pair.paused_until = None
    pair.begun_at = pair.begun_at or at
    pair.save(update_fields=["state", "paused_until", "begun_at"])
    record("go_on", pair, by=by, at=at, before=before, after=pair.state)
    for side in _others(pair, by):
        notices.pairs.goes_on(pair, side, at=at)
    return pair


@transaction.atomic
def end_early(
    *, pair: Pair, reason: str, words: str = "", wants_another: bool = False, by, at: datetime
) -> Pair:
    """The end before the end, without blame: the other side reads that it ended, never why.

    A mentee who wants another mentor is back in the pool and served first.
    """
    pair = locked(pair.pk)
    if sentence := why_not_end_early(pair, reason=reason, by=by, at=at):
        raise Refused(sentence)
    who = whose(pair, by)
    before, pair.state = pair.state, PAIR_MOVES.target("end_early", pair.state, by=who)
    pair.ended_at, pair.end_reason, pair.end_words = at, reason, words
    if who in BOTH:
        setattr(pair, f"{who}_wants_another", wants_another)
    pair.save()
    record(
        "end_early", pair, by=by, at=at, before=before, after=pair.state, why=words, reason=reason, side=who
    )
    if pair.mentee_wants_another:
        serve_first(pair, by=by, at=at)
    for side in _others(pair, by):
        notices.pairs.ended(pair, side, at=at)
    return pair


@transaction.atomic
def ask_for_another(*, pair: Pair, by, at: datetime) -> Pair:
    """The side that did not end the pair says that it wants another partner."""
    pair = locked(pair.pk)
    side = pair.side_of(by)
    if side is None or pair.state != PairState.ENDED_EARLY:
        from django.utils.translation import gettext as _

        raise Refused(_("This can be asked for once a pair has ended early."))
    setattr(pair, f"{side}_wants_another", True)
    pair.save(update_fields=[f"{side}_wants_another"])
    record("ask_for_another", pair, by=by, at=at, side=side)
    if side == "mentee":
        serve_first(pair, by=by, at=at)
    return pair


def serve_first(pair: Pair, *, by, at: datetime) -> None:
    mentee = pair.mentee
    if mentee.tier < CARRIED_TIER:
        record("serve_first", mentee, by=by, at=at, before=str(mentee.tier), after=str(CARRIED_TIER))
        mentee.tier = CARRIED_TIER
        mentee.save(update_fields=["tier"])


@transaction.atomic
def complete_pair(*, pair: Pair, by, at: datetime) -> Pair:
    pair = locked(pair.pk)
    if sentence := why_not_complete(pair, by=by, at=at):
        raise Refused(sentence)
    before, pair.state = pair.state, PAIR_MOVES.target("complete", pair.state, by="coordinator")
    pair.ended_at = at
    pair.save(update_fields=["state", "ended_at"])
    record("complete", pair, by=by, at=at, before=before, after=pair.state)
    for side in BOTH:
        notices.pairs.completed(pair, side, at=at)
    return pair


@transaction.atomic
def report_concern(
    *, pair: Pair, text: str, wishes: str = "", may_talk: bool = False, by, at: datetime
) -> Concern:
    pair = locked(pair.pk)
    if sentence := why_not_report_concern(pair, by=by, at=at):
        raise Refused(sentence)
    concern = Concern.objects.create(
        pair=pair,
        round=pair.round,
        by=by,
        side=pair.side_of(by),
        to_name=pair.round.page.contact_name,
        text=text,
        wishes=wishes,
        may_talk=may_talk,
        reported_at=at,
    )
    record("report_concern", concern, by=by, at=at)
    notices.pairs.concern_received(pair, concern, at=at)
    notices.pairs.concern_waits(concern, at=at)
    return concern


@transaction.atomic
def close_concern(*, concern: Concern, outcome: str, by, at: datetime) -> Concern:
    concern = Concern.objects.select_for_update(of=("self",)).get(pk=concern.pk)
    if sentence := why_not_close_concern(concern, by=by, at=at):
        raise Refused(sentence)
    concern.closed_at, concern.closed_by, concern.outcome = at, by, outcome
    concern.save(update_fields=["closed_at", "closed_by", "outcome"])
    record("close_concern", concern, by=by, at=at)
    return concern


@transaction.atomic
def write_note(*, pair: Pair, text: str, by, at: datetime) -> PairNote:
    if sentence := why_not_note(pair, by=by, at=at):
        raise Refused(sentence)
    note = PairNote.objects.create(pair=pair, text=text, by=by, at=at)
    record("write_note", pair, by=by, at=at, note=note.pk)
    return note


@transaction.atomic
def mark_seen(*, pair: Pair, by, at: datetime) -> Pair:
    """The coordinator has dealt with an offer or a pair that came back."""
    if sentence := why_not_note(pair, by=by, at=at):
        raise Refused(sentence)
    Pair.objects.filter(pk=pair.pk).update(seen_at=at)
    record("mark_seen", pair, by=by, at=at)
    return pair


def _others(pair: Pair, by) -> list[str]:
    """Who is told: the other of the two, or both when the coordinator acted."""
    side = pair.side_of(by)
    return [other_side(side)] if side else list(BOTH)
