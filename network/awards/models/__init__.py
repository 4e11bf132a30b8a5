"""Calls and laureates as public pages; entries as sealed pages; what belongs to them as records."""

from .attachments import EntryAttachment
from .authors import EntryAuthor
from .decisions import Approval, Decision, DecisionLine, Protocol, Ranking, ScoringPlan
from .entries import Entry, EntryPart, SetAside
from .jury import Assignment, Conflict, Juror
from .pages import AwardPage, AwardRoundPage, AwardsIndexPage, LaureatePage
from .reviews import Review
from .rounds import AwardRound, Criterion, DeadlineChange, EligibilityAnswer, Nomination
from .screening import EntryExtension, FormalRepair, ScreeningDecision
from .snapshots import EntrySnapshot
from .submissions import SubmissionPage

__all__ = [
    "Approval",
    "Assignment",
    "AwardPage",
    "AwardRound",
    "AwardRoundPage",
    "AwardsIndexPage",
    "Conflict",
    "Criterion",
    "DeadlineChange",
    "Decision",
    "DecisionLine",
    "EligibilityAnswer",
    "Entry",
    "EntryAttachment",
    "EntryAuthor",
    "EntryExtension",
    "EntryPart",
    "EntrySnapshot",
    "FormalRepair",
    "Juror",
    "LaureatePage",
    "Nomination",
    "Protocol",
    "Ranking",
    "Review",
    "ScoringPlan",
    "ScreeningDecision",
    "SetAside",
    "SubmissionPage",
]
