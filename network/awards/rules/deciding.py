"""Proposal, approval by two, release."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from network.awards.jury_states import DECISION_MOVES, ConflictState, DecisionState
from network.awards.models import AwardRound, Conflict, Decision, Entry, EntryAuthor, Nomination
from network.awards.rules.judging import undecided
from network.awards.rules.people import is_award_staff, is_chair
from network.awards.states import CHAIR, CLOCK, JUDGED, SECRETARY, Outcome, Phase

APPROVALS = 2
AWARDED = (Outcome.LAUREATE, Outcome.SPECIAL, Outcome.COMMENDED)


def _why_not_impartial(nomination: Nomination, *, by) -> str | None:
    """Who wrote or stepped aside from an entry of the nomination decides nothing in it."""
    entries = Entry.objects.filter(nomination=nomination, state__in=JUDGED)
    if EntryAuthor.objects.filter(entry__in=entries, user=by, removed_at__isnull=True).exists():
        return _("You are among the authors of an entry in this nomination.")
    if Conflict.objects.filter(entry__in=entries, juror__user=by, state=ConflictState.RECUSED).exists():
        return _("You stepped aside from an entry in this nomination; others decide on it.")
    return None


def current(round: AwardRound, nomination: Nomination) -> Decision | None:
    return (
        Decision.objects.filter(round=round, nomination=nomination)
        .exclude(state=DecisionState.DROPPED)
        .first()
    )


def why_not_count(round: AwardRound, *, by, at: datetime) -> str | None:
    if not is_award_staff(by):
        return _("Only the secretary and the chair count the ranking.")
    if round.phase != Phase.DECIDING:
        return _("The ranking is kept when the reading has ended.")
    return None


def why_not_propose(
    round: AwardRound, nomination: Nomination, *, by, at: datetime, lines=None, undecided_entries=(), ties=()
) -> str | None:
    """``lines``: entry -> (outcome, jury words, tie note); ``ties``: pairs of neighbours that the engine left tied."""
    if not is_award_staff(by):
        return _("Only the chair or the secretary proposes.")
    if round.phase != Phase.DECIDING:
        return _("Proposals are made when the reading has ended.")
    if sentence := _why_not_impartial(nomination, by=by):
        return sentence
    if undecided(round).exists():
        return _("Some conflicts of interest wait for the chair's decision. Decide on them first.")
    if current(round, nomination):
        return _("There is a proposal for this nomination already. Drop it to make another.")
    if lines is None:
        return None
    for entry, (outcome, _words, _note) in lines.items():
        if outcome in AWARDED and entry in undecided_entries:
            return _("%(entry)s has too few reviews to be decided on. It needs a substitute juror first.") % {
                "entry": entry
            }
    for above, below in ties:
        (first, _a, note), (second, _b, other) = (
            lines.get(above, ("", "", "")),
            lines.get(below, ("", "", "")),
        )
        if first != second and not (note.strip() or other.strip()):
            return _(
                "%(above)s and %(below)s are tied and are to be treated differently. Write how the tie was resolved."
            ) % {"above": above, "below": below}
    return None


def why_not_approve(decision: Decision, *, by, at: datetime) -> str | None:
    if not is_award_staff(by):
        return _("Only the chair and the secretary approve.")
    if sentence := _why_not_impartial(decision.nomination, by=by):
        return sentence
    if decision.state != DecisionState.PROPOSED:
        return _("This proposal is not waiting for approval.")
    given = list(decision.approvals.all())
    if any(approval.by_id == by.pk for approval in given):
        return _("You have approved it already. A second person approves it.")
    if given and not is_chair(by) and not any(approval.as_chair for approval in given):
        return _("One of the two who approve must be the chair.")
    return None


def why_not_drop(decision: Decision, *, by, at: datetime) -> str | None:
    if not is_award_staff(by):
        return _("Only the chair or the secretary drops a proposal.")
    whose = CHAIR if is_chair(by) else SECRETARY
    if not DECISION_MOVES.allows("drop", decision.state, by=whose) or decision.round.phase != Phase.DECIDING:
        return _("This can no longer be dropped.")
    return None


def why_not_release(round: AwardRound, *, by, at: datetime) -> str | None:
    """``by`` is None when the clock does it."""
    if by is not None and not is_award_staff(by):
        return _("Only the secretary releases results.")
    if round.phase == Phase.RELEASED:
        return _("The results are public already.")
    if round.phase != Phase.DECIDING:
        return _("The jury has not decided yet.")
    if round.release_at is None:
        return _("The round has no date of release. Set one first.")
    if at < round.release_at:
        return _("Results are released at the announced hour, not before.")
    if open_nominations(round):
        return _("Not every nomination has a decision approved by two people.")
    return None


def open_nominations(round: AwardRound) -> list[Nomination]:
    """Nominations with entries before the jury whose decision has not been approved."""
    approved = Decision.objects.filter(round=round, state=DecisionState.APPROVED).values("nomination")
    with_entries = Entry.objects.filter(round=round, state__in=JUDGED).values("nomination")
    return list(round.nominations.filter(pk__in=with_entries).exclude(pk__in=approved))


def may_be_released(round: AwardRound, *, at: datetime) -> bool:
    return (
        DECISION_MOVES.allows("release", DecisionState.APPROVED, by=CLOCK)
        and why_not_release(round, by=None, at=at) is None
    )


def why_not_write_protocol(round: AwardRound, held_at: datetime, *, by, at: datetime) -> str | None:
    if not is_award_staff(by):
        return _("Only the secretary and the chair write the protocol.")
    if round.phase not in {Phase.JUDGING, Phase.DECIDING, Phase.RELEASED}:
        return _("The jury has not met yet.")
    if held_at > at:
        return _("This meeting lies in the future.")
    return None
