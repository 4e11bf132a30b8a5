"""Changes to people and their records. Each is one transaction with its history."""

from .accounts import (
    close_account,
    join,
    make_verified_member,
    open_account,
    purge_unverified,
    reset_second_factor,
)
from .consents import give_consent, withdraw_consent
from .erasure import erase_account
from .invitations import accept_invitation, invite, revoke_invitation
from .profiles import save_profile
from .roles import give_role, take_role

__all__ = [
    "accept_invitation",
    "close_account",
    "erase_account",
    "give_consent",
    "give_role",
    "invite",
    "join",
    "make_verified_member",
    "open_account",
    "purge_unverified",
    "reset_second_factor",
    "revoke_invitation",
    "save_profile",
    "take_role",
    "withdraw_consent",
]
