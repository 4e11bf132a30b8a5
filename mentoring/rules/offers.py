"""May an offer be made, answered, taken back?"""

from datetime import datetime

from django.utils.translation import gettext as _

from mentoring.models import Application, Avoidance, Pair, Ruling
from mentoring.pair_states import AFTERWARDS, CLOCK, LIVE, NOT_NOW, OFFER_REASONS, PAIR_MOVES, PairState
from mentoring.queries.taken import places_taken
from mentoring.rules.rounds import is_coordinator
from mentoring.rules.runs import why_not_match
from mentoring.states import COORDINATOR, Standing

REASONS = {code for code, _label in OFFER_REASONS} | {NOT_NOW}


def why_not_offer(mentee: Application, mentor: Application, *, by, at: datetime) -> str | None:
    """Asked while the rows of both applications are locked."""
    if sentence := why_not_match(mentee.round, by=by):
        return sentence
    if mentee.round_id != mentor.round_id or mentee.side != "mentee" or mentor.side != "mentor":
        return _("A mentee and a mentor of one round are needed.")
    if mentee.person_id is None or mentee.person_id == mentor.person_id:
        return _("This is one and the same person.")
    if mentee.state != Standing.ACCEPTED:
        return _("The mentee has left the pool.")
    if mentor.state != Standing.ACCEPTED or mentor.mentor_profile is None:
        return _("The mentor has left the pool.")
    if mentor.paused_until and mentor.paused_until >= at.date():
        return _("The mentor pauses.")
    if sentence := why_apart(mentee, mentor):
        return sentence
    if Pair.objects.filter(mentee=mentee, state__in=LIVE).exists():
        return _("The mentee has an offer or a pair already.")
    if places_taken([mentor.pk]).get(mentor.pk, 0) >= mentor.mentor_profile.places:
        return _("The mentor has no free place any more.")
    return None


def why_apart(mentee: Application, mentor: Application) -> str | None:
    if Ruling.objects.filter(mentee=mentee, mentor=mentor, kind=Ruling.Kind.FORBID).exists():
        return _("The two are kept apart by your decision.")
    either = Avoidance.objects.filter(application=mentee, other=mentor.person) | Avoidance.objects.filter(
        application=mentor, other=mentee.person
    )
    if either.exists():
        return _("One of the two asked not to be paired with the other.")
    if mentee.profile.institution_key and mentee.profile.institution_key == mentor.profile.institution_key:
        return _("The two work in one institution.")
    if Pair.objects.filter(
        mentee=mentee, mentor=mentor, state__in=[PairState.DECLINED, *AFTERWARDS]
    ).exists():
        return _("The two were proposed to each other before and came apart.")
    return None


def why_not_answer(pair: Pair, *, by, at: datetime) -> str | None:
    """Why she may not accept or decline now."""
    side = pair.side_of(by)
    if side is None:
        return _("This offer is not for you.")
    if pair.state in (PairState.EXPIRED, PairState.CALLED_OFF):
        return _("This offer is no longer open. The coordinator looks for another pair for you.")
    if pair.state == PairState.DECLINED:
        return _("This offer is closed. The coordinator looks for another pair for you.")
    if not pair.is_offer:
        return _("You both have accepted already.")
    if at >= pair.answer_by:
        return _("The time to answer is over. If you still want this pair, write to the coordinator.")
    return None


def why_not_accept(pair: Pair, *, by, at: datetime) -> str | None:
    """Asked while the pair and the mentor's application are locked."""
    if sentence := why_not_answer(pair, by=by, at=at):
        return sentence
    if pair.answer_of(pair.side_of(by)):
        return _("You have accepted already. We wait for the other side.")
    if pair.mentor.state != Standing.ACCEPTED or pair.mentee.state != Standing.ACCEPTED:
        return _("This offer is no longer open. The coordinator looks for another pair for you.")
    held = places_taken([pair.mentor_id]).get(pair.mentor_id, 0)
    if held > pair.mentor.mentor_profile.places:
        return _(
            "This place has just been taken by another pair. The coordinator looks for another one for you."
        )
    return None


def why_not_decline(pair: Pair, *, reason: str, by, at: datetime) -> str | None:
    if sentence := why_not_answer(pair, by=by, at=at):
        return sentence
    if reason not in REASONS:
        return _("Please choose a reason.")
    return None


def why_not_call_off(pair: Pair, *, by, at: datetime) -> str | None:
    if not is_coordinator(by):
        return _("Only a coordinator takes an offer back.")
    if not PAIR_MOVES.allows("call_off", pair.state, by=COORDINATOR):
        return _("This is no longer an open offer.")
    return None


def why_not_give_more_time(pair: Pair, *, until: datetime, by, at: datetime) -> str | None:
    if sentence := why_not_call_off(pair, by=by, at=at):
        return sentence
    if until <= pair.answer_by or until <= at:
        return _("The new date must be later than the one before.")
    return None


def is_due(pair: Pair, *, at: datetime) -> bool:
    return PAIR_MOVES.allows("expire", pair.state, by=CLOCK) and pair.answer_by <= at
