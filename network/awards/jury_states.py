"""States of what the jury keeps: jurors, conflicts, assignments, decisions. Every move not in these tables is refused."""

from django.db import models
from django.utils.translation import pgettext_lazy

from network.awards.states import CHAIR, CLOCK, SECRETARY
from network.content.moves import Moves, move

JUROR, SYSTEM = "juror", "system"


class JurorState(models.TextChoices):
    INVITED = "invited", pgettext_lazy("juror", "invited")
    ACTIVE = "active", pgettext_lazy("juror", "on the jury")
    DECLINED = "declined", pgettext_lazy("juror", "declined")
    LEFT = "left", pgettext_lazy("juror", "left the jury")


class ConflictState(models.TextChoices):
    """What is known between one juror and one entry. She reads it only when this is CLEAR or WAIVED."""

    FOUND = "found", pgettext_lazy("conflict", "suggested")
    CLEAR = "clear", pgettext_lazy("conflict", "no ties")
    DECLARED = "declared", pgettext_lazy("conflict", "declared")
    RECUSED = "recused", pgettext_lazy("conflict", "steps aside")
    WAIVED = "waived", pgettext_lazy("conflict", "may read")


class AssignmentState(models.TextChoices):
    ASSIGNED = "assigned", pgettext_lazy("assignment", "not opened")
    OPENED = "opened", pgettext_lazy("assignment", "opened")
    DRAFT = "draft", pgettext_lazy("assignment", "begun")
    SUBMITTED = "submitted", pgettext_lazy("assignment", "submitted")
    UNLOCKED = "unlocked", pgettext_lazy("assignment", "unlocked")
    RECUSED = "recused", pgettext_lazy("assignment", "stepped aside")
    TAKEN_BACK = "taken_back", pgettext_lazy("assignment", "taken back")


class DecisionState(models.TextChoices):
    PROPOSED = "proposed", pgettext_lazy("decision", "proposed")
    APPROVED = "approved", pgettext_lazy("decision", "approved")
    DROPPED = "dropped", pgettext_lazy("decision", "dropped")
    RELEASED = "released", pgettext_lazy("decision", "released")


JUROR_MOVES = Moves(
    move("accept", [JurorState.INVITED], JurorState.ACTIVE, JUROR),
    move("decline", [JurorState.INVITED], JurorState.DECLINED, JUROR, SECRETARY),
    move("invite_again", [JurorState.DECLINED, JurorState.INVITED], JurorState.INVITED, SECRETARY, CHAIR),
    move("leave", [JurorState.ACTIVE], JurorState.LEFT, JUROR, SECRETARY, CHAIR),
)

CONFLICT_MOVES = Moves(
    move("find", [ConflictState.CLEAR], ConflictState.FOUND, SYSTEM),
    move("clear", [ConflictState.CLEAR], ConflictState.CLEAR, JUROR),
    move(
        "declare",
        [ConflictState.FOUND, ConflictState.CLEAR, ConflictState.WAIVED],
        ConflictState.DECLARED,
        JUROR,
    ),
    move(
        "recuse",
        [ConflictState.FOUND, ConflictState.CLEAR, ConflictState.DECLARED, ConflictState.WAIVED],
        ConflictState.RECUSED,
        CHAIR,
    ),
    # From RECUSED there is no way back: she may have told others what she knows.
    move("waive", [ConflictState.FOUND, ConflictState.DECLARED], ConflictState.WAIVED, CHAIR),
)

_READING = [
    AssignmentState.ASSIGNED,
    AssignmentState.OPENED,
    AssignmentState.DRAFT,
    AssignmentState.UNLOCKED,
]

ASSIGNMENT_MOVES = Moves(
    move("open", [AssignmentState.ASSIGNED], AssignmentState.OPENED, JUROR),
    move("write", _READING, AssignmentState.DRAFT, JUROR),
    move("submit", _READING, AssignmentState.SUBMITTED, JUROR),
    move("unlock", [AssignmentState.SUBMITTED], AssignmentState.UNLOCKED, CHAIR),
    move("recuse", [*_READING, AssignmentState.SUBMITTED], AssignmentState.RECUSED, CHAIR, JUROR),
    move("take_back", _READING, AssignmentState.TAKEN_BACK, SECRETARY, CHAIR),
    move("assign_again", [AssignmentState.TAKEN_BACK], AssignmentState.ASSIGNED, SECRETARY, CHAIR, SYSTEM),
)

DECISION_MOVES = Moves(
    move("approve", [DecisionState.PROPOSED], DecisionState.APPROVED, CHAIR, SECRETARY),
    move("drop", [DecisionState.PROPOSED, DecisionState.APPROVED], DecisionState.DROPPED, CHAIR, SECRETARY),
    move("release", [DecisionState.APPROVED], DecisionState.RELEASED, CLOCK, SECRETARY),
)

# She may open the entry and her review.
READABLE = frozenset(AssignmentState) - {AssignmentState.RECUSED, AssignmentState.TAKEN_BACK}
# Her review may still change.
WRITABLE_REVIEW = frozenset(_READING)
# What lets a juror read an entry.
FREE = frozenset({ConflictState.CLEAR, ConflictState.WAIVED})
# What waits for the chair's word.
UNDECIDED = frozenset({ConflictState.FOUND, ConflictState.DECLARED})
