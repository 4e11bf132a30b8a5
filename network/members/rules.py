"""May this person do this now? The sentence to show, or None."""

from django.utils.translation import gettext_lazy as _

from network.members.consents import purpose_of
from network.members.models import Consent, Invitation, User
from network.members.roles import Role, has_role, role_codes

MOST_LETTERS_AN_HOUR = 3


def is_administrator(user) -> bool:
    return bool(user and user.is_active and user.is_superuser) or has_role(user, Role.ADMINISTRATOR)


def why_not_withdraw(consent: Consent, *, by, at) -> str | None:
    purpose = purpose_of(consent.purpose)
    if consent.user_id != by.pk:
        return _("Only the person who agreed can take it back.")
    if consent.withdrawn_at:
        return _("You have taken this back already.")
    if purpose and purpose.mandatory and not consent.subject:
        return _("The account cannot be kept without this. If you no longer agree, erase your account.")
    return None


def why_not_change_role(user: User, role: str, *, by, at) -> str | None:
    if not is_administrator(by):
        return _("Only an administrator gives and takes roles.")
    if role not in role_codes():
        return _("There is no such role.")
    if not user.is_active:
        return _("This account is closed. Open it again first.")
    return None


def why_not_take_role(user: User, role: str, *, by, at) -> str | None:
    if sentence := why_not_change_role(user, role, by=by, at=at):
        return sentence
    if role == Role.ADMINISTRATOR and user == by:
        return _("You cannot take the role of administrator from yourself. Ask another administrator.")
    return None


def why_not_close(user: User, *, by, at) -> str | None:
    if not is_administrator(by):
        return _("Only an administrator closes accounts.")
    if user == by:
        return _(
            "You cannot close your own account here. Ask another administrator, or erase it in your settings."
        )
    if user.is_superuser and not by.is_superuser:
        return _("Only another administrator of the whole site can close this account.")
    return None


def why_not_reset_second_factor(user: User, *, by, at) -> str | None:
    if not is_administrator(by):
        return _("Only an administrator resets a second factor.")
    if user == by:
        return _("You cannot reset your own second factor. Ask another administrator.")
    if user.is_superuser and not by.is_superuser:
        return _("Only another administrator of the whole site can reset this second factor.")
    return None


def why_not_erase(user: User, *, by, at) -> str | None:
    if by != user and not is_administrator(by):
        return _("Only the person herself or an administrator erases an account.")
    if (
        user.is_superuser
        and not User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk).exists()
    ):
        return _(
            "This is the only administrator of the site. Make another one first, then erase this account."
        )
    return None


# Who may invite to what; an administrator invites to anything.
INVITERS = {Role.JUROR: (Role.AWARD_SECRETARY, Role.AWARD_CHAIR)}


def why_not_invite(email: str, role: str, *, by, at) -> str | None:
    if role and role not in role_codes():
        return _("There is no such role.")
    # Without a role the invitation gives no right by itself; the app that asks for it has rules of its own.
    if role and not is_administrator(by) and not has_role(by, *INVITERS.get(role, ())):
        return _("You cannot invite to this role.")
    if Invitation.objects.sent_lately(email, at=at).count() >= MOST_LETTERS_AN_HOUR:
        return _("This address has had three invitations within an hour. Wait a while: letters may be slow.")
    return None


def why_not_revoke(invitation: Invitation, *, by, at) -> str | None:
    if not is_administrator(by) and invitation.invited_by_id != by.pk:
        return _("Only the person who invited or an administrator can revoke this.")
    return why_not_open(invitation, at=at)


def why_not_open(invitation: Invitation, *, at) -> str | None:
    """Why the link in the letter no longer leads anywhere."""
    if invitation.accepted_at:
        return _("This invitation has been accepted already. Sign in to go on.")
    if invitation.revoked_at:
        return _("This invitation was taken back. Ask the person who invited you.")
    if invitation.expires_at <= at:
        return _("This invitation is too old. Ask the person who invited you for a new one.")
    return None


def why_not_accept(invitation: Invitation, *, by, at) -> str | None:
    if sentence := why_not_open(invitation, at=at):
        return sentence
    if not by.is_authenticated:
        return _("Sign in or make an account with the address this invitation was sent to.")
    if not by.emailaddress_set.filter(email__iexact=invitation.email, verified=True).exists():
        return _(
            "This invitation was sent to another address than yours. Sign in with that one to accept it."
        )
    return None


def holds_a_role(user) -> bool:
    """Whether somebody is more than a plain member: she then needs a second factor."""
    return bool(user and user.is_authenticated and user.is_active) and (
        user.is_superuser or has_role(user, *role_codes())
    )
