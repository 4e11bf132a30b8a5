"""Offers: made, answered, nudged, lapsed, taken back.

Rows are locked in one order everywhere: the mentor's application, the
mentee's, the pair. The mentor's row is what makes her last place go to
exactly one.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from mentoring import notices
from mentoring.models import Answer, Application, Pair, Run
from mentoring.pair_states import BOTH, CLOCK, MENTEE, MENTOR, NOT_NOW, PAIR_MOVES, PairState
from mentoring.rules.offers import (
    is_due,
    why_not_accept,
    why_not_call_off,
    why_not_decline,
    why_not_give_more_time,
    why_not_offer,
)
from mentoring.states import COORDINATOR
from network.content.refusals import Refused
from network.members.history import record

NUDGE_AFTER = (3, 6)
NOT_NOW_FOR = timedelta(days=30)


def locked_application(pk: int) -> Application:
    return (
        Application.objects.select_for_update(of=("self",))
        .select_related("round__page", "person", "mentee_profile", "mentor_profile")
        .get(pk=pk)
    )


def locked_pair(pk: int) -> Pair:
    """The pair with both applications, each locked, the mentor's first."""
    mentee, mentor = Pair.objects.values_list("mentee", "mentor").get(pk=pk)
    mentor, mentee = locked_application(mentor), locked_application(mentee)
    pair = Pair.objects.select_for_update(of=("self",)).select_related("round__page").get(pk=pk)
    pair.mentor, pair.mentee = mentor, mentee
    return pair


def answer_deadline(round, *, at: datetime) -> datetime:
    """The end of the last day to answer, by the round's clocks."""
    zone = ZoneInfo(round.page.time_zone)
    last = at.astimezone(zone).date() + timedelta(days=round.page.answer_days)
    return datetime.combine(last, time(23, 59), zone)


@transaction.atomic
def offer_pair(
    *,
    mentee: Application,
    mentor: Application,
    score: int = 0,
    parts: dict | None = None,
    shared: dict | None = None,
    run: Run | None = None,
    by,
    at: datetime,
) -> Pair:
    """Propose two people to each other. The offer holds a place of the mentor until it is answered or lapses."""
    mentor, mentee = locked_application(mentor.pk), locked_application(mentee.pk)
    if sentence := why_not_offer(mentee, mentor, by=by, at=at):
        raise Refused(sentence)
    return write_offer(mentee, mentor, score=score, parts=parts, shared=shared, run=run, by=by, at=at)


def write_offer(mentee, mentor, *, score, parts, shared, run, by, at) -> Pair:
    """Inside a transaction that holds both rows and has asked the rules."""
    pair = Pair.objects.create(
        round=mentee.round,
        mentee=mentee,
        mentor=mentor,
        score=score,
        parts=parts or {},
        shared=shared or {},
        run=run,
        offered_at=at,
        offered_by=by,
        answer_by=answer_deadline(mentee.round, at=at),
    )
    # What came back to the desk before is dealt with now.
    Pair.objects.filter(mentee=mentee, seen_at__isnull=True).exclude(pk=pair.pk).update(seen_at=at)
    record("offer_pair", pair, by=by, at=at, after=pair.state, run=run.number if run else None)
    for side in BOTH:
        notices.offers.offered(pair, side, at=at)
    return pair


@transaction.atomic
def accept_offer(*, pair: Pair, by, at: datetime) -> Pair:
    pair = locked_pair(pair.pk)
    if sentence := why_not_accept(pair, by=by, at=at):
        raise Refused(sentence)
    side = pair.side_of(by)
    setattr(pair, f"{side}_answer", Answer.YES)
    setattr(pair, f"{side}_answered_at", at)
    record("accept_offer", pair, by=by, at=at, side=side)
    if pair.mentee_answer == pair.mentor_answer == Answer.YES:
        pair.state = PAIR_MOVES.target("settle", pair.state, by=CLOCK)
        pair.settled_at = at
        record("settle", pair, by=None, at=at, before=PairState.OFFERED, after=pair.state)
        pair.save()
        for one in BOTH:
            notices.offers.settled(pair, one, at=at)
    else:
        pair.save()
    return pair


@transaction.atomic
def decline_offer(*, pair: Pair, reason: str, words: str = "", by, at: datetime) -> Pair:
    """No, with a reason. «Not now» of a mentor also keeps new proposals away for a month."""
    pair = locked_pair(pair.pk)
    if sentence := why_not_decline(pair, reason=reason, by=by, at=at):
        raise Refused(sentence)
    side = pair.side_of(by)
    setattr(pair, f"{side}_answer", Answer.NO)
    setattr(pair, f"{side}_answered_at", at)
    before, pair.state = pair.state, PAIR_MOVES.target("decline", pair.state, by=side)
    pair.decline_reason, pair.decline_words = reason, words
    pair.ended_at = at
    pair.save()
    record(
        "decline_offer",
        pair,
        by=by,
        at=at,
        before=before,
        after=pair.state,
        why=words,
        reason=reason,
        side=side,
    )
    if reason == NOT_NOW and side == MENTOR:
        pause_mentor(pair.mentor, by=by, at=at)
    notices.offers.came_back(pair, MENTEE if side == MENTOR else MENTOR, at=at)
    return pair


def pause_mentor(application: Application, *, by, at: datetime) -> None:
    until = (at + NOT_NOW_FOR).date()
    if application.paused_until is None or application.paused_until < until:
        application.paused_until = until
        application.save(update_fields=["paused_until"])
        record("pause_mentor", application, by=by, at=at, after=until.isoformat())


@transaction.atomic
def call_off_offer(*, pair: Pair, why: str = "", by, at: datetime) -> Pair:
    pair = locked_pair(pair.pk)
    if sentence := why_not_call_off(pair, by=by, at=at):
        raise Refused(sentence)
    before, pair.state = pair.state, PAIR_MOVES.target("call_off", pair.state, by=COORDINATOR)
    pair.ended_at, pair.seen_at = at, at
    pair.save()
    record("call_off_offer", pair, by=by, at=at, before=before, after=pair.state, why=why)
    for side in BOTH:
        notices.offers.came_back(pair, side, at=at)
    return pair


@transaction.atomic
def give_more_time(*, pair: Pair, until: datetime, by, at: datetime) -> Pair:
    pair = locked_pair(pair.pk)
    if sentence := why_not_give_more_time(pair, until=until, by=by, at=at):
        raise Refused(sentence)
    before, pair.answer_by = pair.answer_by, until
    pair.save(update_fields=["answer_by"])
    record("give_more_time", pair, by=by, at=at, before=before.isoformat(), after=until.isoformat())
    for side in BOTH:
        if not pair.answer_of(side):
            notices.offers.more_time(pair, side, at=at)
    return pair


def nudge_due(*, at: datetime) -> int:
    """A word on days 3 and 6 to whoever has not answered. The key of each letter keeps it single."""
    written = 0
    open_offers = Pair.objects.filter(state=PairState.OFFERED, answer_by__gt=at)
    for pk in list(
        open_offers.filter(offered_at__lte=at - timedelta(days=NUDGE_AFTER[0])).values_list("pk", flat=True)
    ):
        written += _nudge(pk, at=at)
    return written


@transaction.atomic
def _nudge(pk: int, *, at: datetime) -> int:
    pair = locked_pair(pk)
    if not pair.is_offer or at >= pair.answer_by:
        return 0
    age = (at - pair.offered_at).days
    # A worker that was off for days writes the last word due, not all of them.
    day = max(day for day in NUDGE_AFTER if day <= age)
    waiting = [side for side in BOTH if not pair.answer_of(side)]
    return sum(notices.offers.nudge(pair, side, day=day, at=at) is not None for side in waiting)


def expire_due(*, at: datetime) -> int:
    due = Pair.objects.filter(state=PairState.OFFERED, answer_by__lte=at).values_list("pk", flat=True)
    return sum(_expire(pk, at=at) for pk in list(due))


@transaction.atomic
def _expire(pk: int, *, at: datetime) -> bool:
    pair = locked_pair(pk)
    if not is_due(pair, at=at):
        return False
    pair.state = PAIR_MOVES.target("expire", pair.state, by=CLOCK)
    pair.ended_at = at
    pair.save()
    record("expire", pair, by=None, at=at, before=PairState.OFFERED, after=pair.state)
    for side in BOTH:
        if pair.answer_of(side):
            notices.offers.came_back(pair, side, at=at)
        else:
            notices.offers.lapsed(pair, side, at=at)
    return True
