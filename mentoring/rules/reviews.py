"""May a coordinator decide, note, write, invite?"""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from mentoring.answers import SIDES, step_of
from mentoring.models import Application, Pair, Round
from mentoring.rules.rounds import is_coordinator
from mentoring.states import APPLICATION_MOVES, COORDINATOR, Phase, Standing
from mentoring.vocabularies import DECLINE_REASONS
from network.members.models import Invitation

MOST_LETTERS = 200
MOST_INVITATIONS_AN_HOUR = 3


def why_not_decide(
    application: Application, verb: str, *, by, at: datetime, message="", reason="", steps=(), due_at=None
) -> str | None:
    if sentence := why_not_decide_now(application, by=by):
        return sentence
    if not APPLICATION_MOVES.allows(verb, application.state, by=COORDINATOR):
        return _("%(reference)s: its state has changed meanwhile. Look at it again.") % {
            "reference": application
        }
    if verb == "decline":
        if reason not in dict(DECLINE_REASONS):
            return _("Choose a reason: the letter names it.")
        if reason == "other" and not message.strip():
            return _("Name the reason in the letter.")
    if verb == "ask_changes":
        if not message.strip():
            return _("Say in the letter what to change.")
        if not steps or any(step_of(application.side, code) is None for code in steps):
            return _("Choose the steps to be changed.")
        if due_at is None or due_at <= at:
            return _("Name a day in the future by which the corrections are due.")
    return None


def why_not_decide_in(round: Round) -> str | None:
    """Why nothing is decided in this round any more, whatever the application."""
    if round.phase in (Phase.RUNNING, Phase.CLOSED):
        return _("The pairs of this round are published; its applications are decided.")
    return None


def why_not_decide_now(application: Application, *, by) -> str | None:
    """Why no decision at all may be made or taken back about this application."""
    if sentence := why_not_review(application, by=by) or why_not_decide_in(application.round):
        return sentence
    if Pair.objects.live().filter(**{application.side: application}).exists():
        return _("There is an offer or a pair already. Take it back or end it first.")
    return None


def why_not_review(application: Application, *, by) -> str | None:
    if not is_coordinator(by):
        return _("Only a coordinator reads and decides on applications.")
    if application.person_id == by.pk:
        return _("This is your own application: another coordinator decides on it.")
    return None


def why_not_write(applications: list[Application], *, subject: str, text: str, by) -> str | None:
    if not is_coordinator(by):
        return _("Only a coordinator writes to applicants.")
    if not applications:
        return _("Nobody is chosen.")
    if len(applications) > MOST_LETTERS:
        return _("At most %(most)d letters at once.") % {"most": MOST_LETTERS}
    if not subject.strip() or not text.strip():
        return _("A letter needs a subject and a text.")
    return None


def why_not_call(round: Round, side: str, *, by, at: datetime) -> str | None:
    """Why nobody at all is invited to this side of the round."""
    if not is_coordinator(by):
        return _("Only a coordinator invites.")
    if round.phase not in (Phase.PREPARING, Phase.MENTOR_CALL, Phase.MENTEE_CALL):
        return _("The calls of this round are over.")
    if round.page.deadline(side) <= at:
        return _("The deadline of this call has passed. Change it on the round's page first.")
    return None


def open_sides(round: Round, *, by, at: datetime) -> list[str]:
    """The sides somebody may still be invited to."""
    return [side for side in SIDES if why_not_call(round, side, by=by, at=at) is None]


def why_not_invite_at_all(round: Round, *, by, at: datetime) -> str | None:
    """Why there is no form for inviting: neither side is open."""
    sentences = [why_not_call(round, side, by=by, at=at) for side in SIDES]
    return sentences[0] if all(sentences) else None


def why_not_invite(round: Round, side: str, email: str, *, by, at: datetime) -> str | None:
    if sentence := why_not_call(round, side, by=by, at=at):
        return sentence
    if (
        Invitation.objects.filter(email__iexact=email, created_at__gt=at - timedelta(hours=1)).count()
        >= MOST_INVITATIONS_AN_HOUR
    ):
        return _("This address has had three invitations within an hour. Wait a while: letters may be slow.")
    taken = Application.objects.filter(round=round, side=side)
    if (
        taken.filter(person__email__iexact=email).exists()
        or taken.filter(invitation__email__iexact=email, invitation__accepted_at__isnull=False).exists()
    ):
        return _("%(email)s has an application in this round already.") % {"email": email}
    return None


def why_not_renew_in(round: Round, *, by, at: datetime) -> str | None:
    """Why no mentor at all is asked again for this round."""
    if not is_coordinator(by):
        return _("Only a coordinator renews.")
    if round.phase not in (Phase.MENTOR_CALL, Phase.MENTEE_CALL) or round.page.mentor_deadline <= at:
        return _("The call for mentors of this round is not open.")
    return None


def why_not_renew(former: Application, round: Round, *, by, at: datetime) -> str | None:
    if not is_coordinator(by):
        return _("Only a coordinator renews.")
    if former.person is None or former.side != "mentor" or former.state != Standing.ACCEPTED:
        return _("Only mentors who took part in an earlier round are renewed.")
    if former.round_id == round.pk:
        return _("This is the same round.")
    if Application.objects.filter(round=round, side="mentor", person=former.person).exists():
        return _("She has an application in this round already.")
    return why_not_renew_in(round, by=by, at=at)
