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
from .profiles import save_profile
from .roles import give_role, take_role

__all__ = [
    "close_account",
    "give_consent",
    "give_role",
    "join",
    "make_verified_member",
    "open_account",
    "purge_unverified",
    "reset_second_factor",
    "save_profile",
    "take_role",
    "withdraw_consent",
]
