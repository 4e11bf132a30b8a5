"""Who belongs: people, what they tell of themselves, what they agreed to, what was done by whom."""

from .consents import Consent
from .history import HistoryEntry, ReadingEntry
from .institutions import Institution
from .invitations import Invitation
from .profiles import LanguageSkill, Profile
from .user import User

__all__ = [
    "Consent",
    "HistoryEntry",
    "Institution",
    "Invitation",
    "LanguageSkill",
    "Profile",
    "ReadingEntry",
    "User",
]
