"""What every page is made of, and the records that every app shares."""

from .letters import Letter
from .media import SiteDocument, SiteImage, SiteRendition
from .messages import ContactMessage
from .pages import BasePage
from .queue import QueuedTask, Schedule
from .sealed import IntakePage, SealedPage, SealedPageError, add_sealed, intake
from .starter import StarterItem
from .texts import FooterLink, MenuLink, SiteTexts
from .vocabulary import Tag, TagLabel

__all__ = [
    "BasePage",
    "ContactMessage",
    "FooterLink",
    "IntakePage",
    "Letter",
    "MenuLink",
    "QueuedTask",
    "Schedule",
    "SealedPage",
    "SealedPageError",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
    "SiteTexts",
    "StarterItem",
    "Tag",
    "TagLabel",
    "add_sealed",
    "intake",
]
