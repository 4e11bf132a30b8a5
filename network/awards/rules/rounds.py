"""What may be done with a round as a whole."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from network.awards.models import AwardRound, Entry
from network.awards.rules.people import is_secretary
from network.awards.states import PHASE_MOVES, SECRETARY, EntryState, Phase


def _why_not_secretary(by) -> str | None:
    return None if is_secretary(by) else _("Only the award's secretary keeps rounds.")


def weights_lack(weights: list[int]) -> str | None:
    if sum(weights) != 100:
        return _("The weights make %(sum)s together; they must make 100.") % {"sum": sum(weights)}
    return None


def why_not_announce(round: AwardRound, *, by, at: datetime) -> str | None:
    if sentence := _why_not_secretary(by):
        return sentence
    if not PHASE_MOVES.allows("announce", round.phase, by=SECRETARY):
        return _("This round has been announced already.")
    if sentence := weights_lack(list(round.criteria.values_list("weight", flat=True))):
        return sentence
    if not round.nominations.exists():
        return _("The round has no nomination yet.")
    if round.deadline_at <= at:
        return _("The deadline lies in the past. Set a later one first.")
    if not round.pages.live().exists():
        return _("The round has no published page yet: people could not read the call.")
    return None


def why_not_take_back(round: AwardRound, *, by, at: datetime) -> str | None:
    if sentence := _why_not_secretary(by):
        return sentence
    if (
        not PHASE_MOVES.allows("take_back", round.phase, by=SECRETARY)
        or Entry.objects.filter(round=round).exists()
    ):
        return _("Somebody has begun an entry; the call can no longer be taken back.")
    return None


def why_not_close(round: AwardRound, *, by, at: datetime) -> str | None:
    if by is not None and (sentence := _why_not_secretary(by)):
        return sentence
    if round.phase != Phase.CALLED:
        return _("This round is not taking entries.")
    if at <= round.grace_ends_at:
        return _("Entries are still coming in: wait for the deadline and its grace.")
    return None


def why_not_move_deadline(round: AwardRound, until: datetime | None, *, by, at: datetime) -> str | None:
    if sentence := _why_not_secretary(by):
        return sentence
    if round.phase not in {Phase.CALLED, Phase.SCREENING}:
        return _("The deadline can be moved only while entries are taken or screened.")
    if until and (until <= round.deadline_at or until <= at):
        return _("A deadline that people count on is only ever moved later.")
    admitted = Entry.objects.filter(
        round=round, state__in=[EntryState.ADMITTED, EntryState.INELIGIBLE]
    ).exists()
    if round.phase == Phase.SCREENING and admitted:
        return _("Entries have been decided on already. Give single entries more time instead.")
    return None


def why_not_open_questions(round: AwardRound, *, by, at: datetime) -> str | None:
    return _why_not_secretary(by)
