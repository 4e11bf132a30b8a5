"""Who may be on the jury, what a juror may do, what the chair decides."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from network.awards.jury_states import (
    CONFLICT_MOVES,
    FREE,
    JUROR,
    JUROR_MOVES,
    UNDECIDED,
    AssignmentState,
    ConflictState,
    JurorState,
)
from network.awards.models import Assignment, AwardRound, Conflict, Entry, Juror
from network.awards.rules.people import author_of, is_award_staff, is_chair
from network.awards.states import CHAIR, JUDGED, SECRETARY, Phase

BEFORE_DECIDING = (Phase.PREPARING, Phase.CALLED, Phase.SCREENING, Phase.JUDGING)
CHECKING = (Phase.SCREENING, Phase.JUDGING)
SHORTEST_WHY = 10


def juror_of(round: AwardRound, user) -> Juror | None:
    """Her place on the jury of the round while she holds it."""
    if not user or not user.is_authenticated:
        return None
    return Juror.objects.active().filter(round=round, user=user).first()


def why_not_invite_juror(round: AwardRound, email: str, *, by, at: datetime) -> str | None:
    if not is_award_staff(by):
        return _("Only the secretary or the chair invites jurors.")
    if round.phase not in BEFORE_DECIDING:
        return _("The jury has finished reading; nobody else is invited.")
    known = Juror.objects.filter(round=round, email__iexact=email.strip()).first()
    if known and known.state == JurorState.ACTIVE:
        return _("This address belongs to a member of the jury already.")
    if known and known.state == JurorState.LEFT:
        return _("This person was on the jury and left it.")
    return None


def why_not_accept_place(juror: Juror, *, by, at: datetime) -> str | None:
    if not JUROR_MOVES.allows("accept", juror.state, by=JUROR):
        return _("This invitation to the jury no longer stands. Ask the person who invited you.")
    if juror.round.phase not in BEFORE_DECIDING:
        return _("The jury has finished reading. Thank you for being ready to help.")
    if Juror.objects.filter(round=juror.round, user=by).exclude(pk=juror.pk).exists():
        return _("You are on this jury already, with another address.")
    return None


def why_not_leave(juror: Juror, *, by, at: datetime) -> str | None:
    if juror.user_id != by.pk and not is_award_staff(by):
        return _("Only the juror herself, the secretary or the chair ends her work on the jury.")
    whose = JUROR if juror.user_id == by.pk else SECRETARY
    verb = "leave" if juror.state == JurorState.ACTIVE else "decline"
    if not JUROR_MOVES.allows(verb, juror.state, by=whose):
        return _("Her work on the jury has ended already.")
    if juror.round.phase == Phase.RELEASED:
        return _("The results are public; the jury has done its work.")
    return None


def why_not_check(juror: Juror, *, by, at: datetime) -> str | None:
    if juror.user_id != by.pk or juror.state != JurorState.ACTIVE:
        return _("Only the juror herself says whom she knows.")
    if juror.round.phase not in CHECKING:
        return _("The list of names opens when entries have been taken, and closes when the jury has read.")
    return None


def why_not_declare(juror: Juror, entry: Entry, *, by, at: datetime) -> str | None:
    if juror.user_id != by.pk or juror.state != JurorState.ACTIVE:
        return _("Only the juror herself says whom she knows.")
    if juror.round.phase not in (*CHECKING, Phase.DECIDING):
        return _("The list of names is closed.")
    if entry.round_id != juror.round_id or entry.state not in JUDGED:
        return _("There is no such entry before the jury.")
    conflict = Conflict.objects.filter(entry=entry, juror=juror).first()
    if conflict and not CONFLICT_MOVES.allows("declare", conflict.state, by=JUROR):
        return _("You have said so already.")
    return None


def why_not_decide_conflict(conflict: Conflict, verb: str, *, by, at: datetime, why: str = "") -> str | None:
    """``verb``: recuse, or waive, which needs a reason."""
    if not is_chair(by):
        return _("Only the chair decides on conflicts.")
    if conflict.juror.user_id == by.pk:
        return _("This is your own tie. Another chair decides on it.")
    if author_of(conflict.entry, by):
        return _("You are among the authors of this entry.")
    if conflict.entry.round.phase not in (*CHECKING, Phase.DECIDING):
        return _("The jury has done its work.")
    if not CONFLICT_MOVES.allows(verb, conflict.state, by=CHAIR):
        return _("This has been decided already.")
    if verb == "waive" and len(why.strip()) < SHORTEST_WHY:
        return _("Say in a sentence why the tie does no harm: it goes into the protocol.")
    return None


def why_not_assign(entry: Entry, juror: Juror, *, by, at: datetime) -> str | None:
    if not is_award_staff(by):
        return _("Only the secretary or the chair gives out entries.")
    return why_not_read(entry, juror)


def why_not_read(entry: Entry, juror: Juror) -> str | None:
    """Why this juror can be given no reading of this entry."""
    if entry.round.phase != Phase.JUDGING:
        return _("Entries are given out while the jury reads.")
    if juror.round_id != entry.round_id or juror.state != JurorState.ACTIVE:
        return _("This person is not on the jury of this round.")
    if entry.state not in JUDGED:
        return _("This entry is not before the jury.")
    conflict = Conflict.objects.filter(entry=entry, juror=juror).first()
    if conflict is None:
        return _("She has not said yet whether she knows the people of this entry.")
    if conflict.state in UNDECIDED:
        return _("The chair has not decided on her tie to this entry yet.")
    if conflict.state == ConflictState.RECUSED:
        return _("She stepped aside from this entry.")
    assignment = Assignment.objects.filter(entry=entry, juror=juror).first()
    if assignment and assignment.state != AssignmentState.TAKEN_BACK:
        return _("She reads this entry already.")
    return None


def why_not_share(round: AwardRound, *, by, at: datetime) -> str | None:
    if not is_award_staff(by):
        return _("Only the secretary or the chair gives out entries.")
    if round.phase != Phase.JUDGING:
        return _("Entries are given out while the jury reads.")
    return None


def why_not_change_juror(juror: Juror, *, by, at: datetime) -> str | None:
    if not is_award_staff(by):
        return _("Only the secretary or the chair changes this.")
    return None


def why_not_take_back_assignment(assignment: Assignment, *, by, at: datetime) -> str | None:
    if not is_award_staff(by):
        return _("Only the secretary or the chair takes entries back.")
    if assignment.entry.round.phase != Phase.JUDGING:
        return _("The jury is not reading now.")
    if assignment.state in {AssignmentState.RECUSED, AssignmentState.TAKEN_BACK}:
        return _("She no longer reads this entry.")
    if assignment.state != AssignmentState.ASSIGNED:
        return _("She has begun to read it. An entry is taken back only while it has not been opened.")
    return None


def is_free(conflict: Conflict | None) -> bool:
    return conflict is not None and conflict.state in FREE
