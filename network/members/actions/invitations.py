import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from network.content.refusals import Refused
from network.members import notices
from network.members.actions.roles import give_role
from network.members.history import record
from network.members.models import Invitation, User
from network.members.registries import accepting
from network.members.rules import why_not_accept, why_not_invite, why_not_revoke

VALID = timedelta(days=14)


def fingerprint(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def invite(
    *, email: str, role: str, by: User, at: datetime, subject: str = "", language: str = "ru", about: str = ""
) -> Invitation:
    """Ask an address to take a role. The link in the letter is the only place that holds the token.

    ``subject`` says what the role is for (an award round, a library); ``about``
    is that in words for the letter. An open invitation to the same is replaced.
    """
    email = email.strip().lower()
    if sentence := why_not_invite(email, role, by=by, at=at):
        raise Refused(sentence)
    Invitation.objects.open(at=at).filter(email=email, role=role, subject=subject).update(revoked_at=at)
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        email=email,
        role=role,
        subject=subject,
        language=language,
        token_sha256=fingerprint(token),
        invited_by=by,
        created_at=at,
        expires_at=at + VALID,
    )
    record("invite", invitation, by=by, at=at, after=role)
    notices.invitation(invitation, token=token, about=about, at=at)
    return invitation


@transaction.atomic
def revoke_invitation(*, invitation: Invitation, by: User, at: datetime) -> Invitation:
    invitation = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if sentence := why_not_revoke(invitation, by=by, at=at):
        raise Refused(sentence)
    invitation.revoked_at = at
    invitation.save(update_fields=["revoked_at"])
    record("revoke_invitation", invitation, by=by, at=at, before=invitation.role)
    return invitation


@transaction.atomic
def accept_invitation(*, invitation: Invitation, by: User, at: datetime) -> Invitation:
    """The invited person takes the role; what the role is for is told to the app that asked."""
    invitation = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if sentence := why_not_accept(invitation, by=by, at=at):
        raise Refused(sentence)
    invitation.accepted_at = at
    invitation.accepted_by = by
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    if invitation.role:
        give_role(user=by, role=invitation.role, by=None, at=at, why=f"invitation {invitation.pk}")
    record("accept_invitation", invitation, by=by, at=at, after=invitation.role)
    for accept in accepting():
        accept(invitation, user=by, at=at)
    return invitation
