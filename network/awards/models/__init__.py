"""Calls and laureates as public pages; entries as sealed pages; what belongs to them as records."""

from .attachments import EntryAttachment
from .authors import EntryAuthor
from .entries import Entry, EntryPart, SetAside
from .pages import AwardPage, AwardRoundPage, AwardsIndexPage, LaureatePage
from .rounds import AwardRound, Criterion, DeadlineChange, EligibilityAnswer, Nomination
from .screening import EntryExtension, FormalRepair, ScreeningDecision
from .snapshots import EntrySnapshot
from .submissions import SubmissionPage

__all__ = [
    "AwardPage",
    "AwardRound",
    "AwardRoundPage",
    "AwardsIndexPage",
    "Criterion",
    "DeadlineChange",
    "EligibilityAnswer",
    "Entry",
    "EntryAttachment",
    "EntryAuthor",
    "EntryExtension",
    "EntryPart",
    "EntrySnapshot",
    "FormalRepair",
    "LaureatePage",
    "Nomination",
    "ScreeningDecision",
    "SetAside",
    "SubmissionPage",
]
