"""The programme's pages, what people send, and what is decided about it."""

from .applications import Application
from .calls import CallNotice
from .files import AttachedFile
from .listings import MentorListing
from .mentors import MentorPage, MentorsIndexPage
from .pages import MentoringPage, MentoringRoundPage
from .pairs import Answer, Pair, other_side
from .private import Avoidance, EquityAnswers, PrivateAnswers
from .profiles import MenteeProfilePage, MentorProfilePage
from .reviews import ApplicationReview
from .rounds import Round
from .runs import Ruling, Run
from .snapshots import ApplicationSnapshot
from .work import Concern, Goal, Meeting, PairNote, Signature

__all__ = [
    "Answer",
    "Application",
    "ApplicationReview",
    "ApplicationSnapshot",
    "AttachedFile",
    "Avoidance",
    "CallNotice",
    "Concern",
    "EquityAnswers",
    "Goal",
    "Meeting",
    "MenteeProfilePage",
    "MentorListing",
    "MentorPage",
    "MentorProfilePage",
    "MentoringPage",
    "MentoringRoundPage",
    "MentorsIndexPage",
    "Pair",
    "PairNote",
    "PrivateAnswers",
    "Round",
    "Ruling",
    "Run",
    "Signature",
    "other_side",
]
