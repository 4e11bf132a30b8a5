"""Inviting mentors, renewing them, and entering an application for somebody who then confirms it herself."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from mentoring import notices
from mentoring.actions.applications import locked
from mentoring.answers import step_of
from mentoring.models import Application, Round
from mentoring.rules.reviews import why_not_invite, why_not_renew
from mentoring.states import Standing
from network.content.refusals import Refused
from network.members.actions.invitations import fingerprint
from network.members.history import record
from network.members.models import Invitation

VALID = timedelta(days=30)
SUBJECT = "mentoring-"


@transaction.atomic
def invite(
    *, round: Round, side: str, email: str, language: str, by, at: datetime, name: str = "", message: str = "",
    send: bool = True,
) -> Application:  # fmt: skip
    """A draft without a person, and the letter whose link makes it hers. Asked twice: the older link dies."""
    email = email.strip().lower()
    Round.objects.select_for_update(of=("self",)).get(pk=round.pk)
    if sentence := why_not_invite(round, side, email, by=by, at=at):
        raise Refused(sentence)
    application = Application.objects.filter(
        round=round, side=side, person=None, invitation__email=email
    ).first()
    if application is None:
        application = Application.objects.create(
            round=round, side=side, language=language, entered_by=by, created_at=at, saved_at=at,
            working_copy={"name": name} if name else {},
        )  # fmt: skip
        record("enter_application", application, by=by, at=at, after=Standing.DRAFT)
    _new_invitation(application, email, language, by=by, at=at, send=send, message=message)
    return application


def _new_invitation(application: Application, email, language, *, by, at, send, message) -> None:
    Invitation.objects.open(at=at).filter(email=email, subject=f"{SUBJECT}{application.pk}").update(
        revoked_at=at
    )
    token = secrets.token_urlsafe(32)
    application.invitation = Invitation.objects.create(
        email=email,
        role="",
        subject=f"{SUBJECT}{application.pk}",
        language=language,
        token_sha256=fingerprint(token),
        invited_by=by,
        created_at=at,
        expires_at=at + VALID,
    )
    application.save(update_fields=["invitation"])
    if send:
        record("invite", application, by=by, at=at)
        notices.invitations.invited(application, token=token, message=message, at=at)


@transaction.atomic
def send_invitation(*, application: Application, message: str, by, at: datetime) -> None:
    """The letter for an application that was entered for somebody: with a new link, the older one dies."""
    application = locked(application.pk)
    invitation = application.invitation
    if invitation is None or application.person_id:
        raise Refused(_nobody())
    if sentence := why_not_invite(application.round, application.side, invitation.email, by=by, at=at):
        raise Refused(sentence)
    _new_invitation(
        application, invitation.email, invitation.language, by=by, at=at, send=True, message=message
    )


def _nobody():
    from django.utils.translation import gettext_lazy as _

    return _("This application has its person already.")


@transaction.atomic
def enter_answers(*, application: Application, step: str, answers: dict, by, at: datetime) -> Application:
    """The coordinator writes for somebody who has not come yet; what she writes is a draft and nothing more."""
    from mentoring.rules.rounds import is_coordinator

    application = locked(application.pk)
    if not is_coordinator(by) or application.person_id or application.entered_by_id is None:
        raise Refused(_nobody())
    if step_of(application.side, step) is None:
        raise ValueError(step)
    application.working_copy = {**application.working_copy, **answers}
    application.working_version += 1
    application.saved_at = at
    application.save(update_fields=["working_copy", "working_version", "saved_at"])
    record("enter_answers", application, by=by, at=at, step=step)
    return application


@transaction.atomic
def take_over(invitation: Invitation, *, user, at: datetime) -> Application | None:
    """Told by the floor of members that an invitation was accepted: its application becomes her own draft."""
    if not invitation.subject.startswith(SUBJECT):
        return None
    application = (
        Application.objects.select_for_update(of=("self",)).filter(invitation=invitation, person=None).first()
    )
    if application is None:
        return None
    own = Application.objects.filter(round=application.round, side=application.side, person=user).first()
    if own:  # she came by herself meanwhile: what she wrote stands
        record("give_way", own, by=user, at=at)
        application.delete()
        return own
    application.person = user
    application.save(update_fields=["person"])
    record("take_over", application, by=user, at=at)
    return application


@transaction.atomic
def renew(*, former: Application, round: Round, by, at: datetime) -> Application:
    """A draft in the new round with what she sent last, and the question whether she can."""
    former = locked(former.pk)
    if sentence := why_not_renew(former, round, by=by, at=at):
        raise Refused(sentence)
    last = former.snapshots.first()
    answers = dict(last.answers) if last else dict(former.working_copy)
    answers["topics"] = [code for code in answers.get("topics", []) if code in round.page.topics]
    answers["places"] = min(answers.get("places", 1), round.page.most_places)
    application = Application.objects.create(
        round=round,
        side=former.side,
        person=former.person,
        carried_from=former,
        entered_by=by,
        language=former.language,
        working_copy=answers,
        created_at=at,
        saved_at=at,
    )
    record("renew", application, by=by, at=at, after=Standing.DRAFT)
    notices.invitations.renewed(application, at=at)
    return application
