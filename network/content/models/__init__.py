"""What every page is made of, and the records that every app shares."""

from .letters import Letter
from .media import SiteDocument, SiteImage, SiteRendition
from .messages import ContactMessage
from .pages import BasePage
from .queue import QueuedTask, Schedule
from .texts import FooterLink, MenuLink, SiteTexts
from .vocabulary import Tag, TagLabel

__all__ = [
    "BasePage",
    "ContactMessage",
    "FooterLink",
    "Letter",
    "MenuLink",
    "QueuedTask",
    "Schedule",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
    "SiteTexts",
    "Tag",
    "TagLabel",
]
