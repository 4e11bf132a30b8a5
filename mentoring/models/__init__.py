"""The programme's pages, what people send, and what is decided about it."""

from .applications import Application
from .calls import CallNotice
from .files import AttachedFile
from .listings import MentorListing
from .mentors import MentorPage, MentorsIndexPage
from .pages import MentoringPage, MentoringRoundPage
from .private import Avoidance, EquityAnswers, PrivateAnswers
from .profiles import MenteeProfilePage, MentorProfilePage
from .reviews import ApplicationReview
from .rounds import Round
from .snapshots import ApplicationSnapshot

__all__ = [
    "Application",
    "ApplicationReview",
    "ApplicationSnapshot",
    "AttachedFile",
    "Avoidance",
    "CallNotice",
    "EquityAnswers",
    "MenteeProfilePage",
    "MentorListing",
    "MentorPage",
    "MentorProfilePage",
    "MentoringPage",
    "MentoringRoundPage",
    "MentorsIndexPage",
    "PrivateAnswers",
    "Round",
]
