"""Opening an entry, saving a review, submitting it, unlocking it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from network.awards.jury_states import ASSIGNMENT_MOVES, JUROR, AssignmentState
from network.awards.models import Assignment
from network.awards.models.reviews import Review
from network.awards.notices import jurors as notices
from network.awards.queries.plans import plan_of
from network.awards.rules import reviews as rules
from network.awards.states import CHAIR
from network.content.refusals import Refused
from network.members.history import record


def _lock(assignment: Assignment) -> Assignment:
    return (
        Assignment.objects.select_for_update(of=("self",))
        .select_related("entry__round", "entry__current_snapshot", "juror__user")
        .get(pk=assignment.pk)
    )


@transaction.atomic
def open_entry(*, assignment: Assignment, by, at: datetime) -> Assignment:
    """She has begun to read. Opening twice changes nothing."""
    assignment = _lock(assignment)
    if not rules.may_read(assignment, by=by):
        raise Refused(rules.why_not_write_review(assignment, by=by, at=at))
    if assignment.state == AssignmentState.ASSIGNED:
        assignment.state = ASSIGNMENT_MOVES.target("open", assignment.state, by=JUROR)
        assignment.opened_at = at
        assignment.save(update_fields=["state", "opened_at"])
        record("awards.open_for_reading", assignment.entry, by=by, at=at, juror=assignment.juror_id)
    return assignment


@dataclass
class SavedReview:
    """``is_behind``: another window had saved meanwhile; what was sent from this one was not kept."""

    review: Review
    is_behind: bool = False


@transaction.atomic
def save_review(
    *,
    assignment: Assignment,
    scores: dict,
    comment: str,
    private_note: str,
    base: int | None,
    by,
    at: datetime,
) -> SavedReview:
    """Keep what she has written so far. ``base`` is the number of saves her screen was made from."""
    assignment = _lock(assignment)
    if sentence := rules.why_not_write_review(assignment, by=by, at=at):
        raise Refused(sentence)
    review = _open_review(assignment, at=at)
    same = (review.scores, review.comment, review.private_note) == (scores, comment, private_note)
    if same and review.pk:
        return SavedReview(review)
    if base is not None and review.saves != base:
        return SavedReview(review, is_behind=True)
    review.scores, review.comment, review.private_note = scores, comment, private_note
    review.saves += 1
    review.saved_at = at
    review.save()
    if assignment.state != AssignmentState.DRAFT:
        before = assignment.state
        assignment.state = ASSIGNMENT_MOVES.target("write", before, by=JUROR)
        assignment.opened_at = assignment.opened_at or at
        assignment.save(update_fields=["state", "opened_at"])
        record(
            "awards.begin_review", assignment.entry, by=by, at=at, before=before, after=assignment.state,
            juror=assignment.juror_id,
        )  # fmt: skip
    return SavedReview(review)


def _open_review(assignment: Assignment, *, at: datetime) -> Review:
    """The version she writes now; the first one, or a copy of the one that was unlocked."""
    review = assignment.reviews.filter(submitted_at__isnull=True, voided_at__isnull=True).first()
    return review or Review(
        assignment=assignment,
        version=assignment.reviews.count() + 1,
        snapshot=assignment.entry.current_snapshot,
        started_at=at,
        saved_at=at,
    )


@transaction.atomic
def submit_review(*, assignment: Assignment, by, at: datetime) -> Review:
    """What was saved becomes final. Submitting twice gives the same review."""
    assignment = _lock(assignment)
    counted = assignment.reviews.filter(
        submitted_at__isnull=False, unlocked_at__isnull=True, voided_at__isnull=True
    ).first()
    if assignment.state == AssignmentState.SUBMITTED and counted and rules.may_read(assignment, by=by):
        return counted
    review = _open_review(assignment, at=at)
    criteria = plan_of(assignment.entry.round)["criteria"]
    if sentence := rules.why_not_submit_review(assignment, review.scores, criteria, by=by, at=at):
        raise Refused(sentence)
    review.submitted_at = at
    review.save()
    before = assignment.state
    assignment.state = ASSIGNMENT_MOVES.target("submit", before, by=JUROR)
    assignment.submitted_at, assignment.opened_at = at, assignment.opened_at or at
    assignment.save(update_fields=["state", "submitted_at", "opened_at"])
    record(
        "awards.submit_review", assignment.entry, by=by, at=at, before=before, after=assignment.state,
        juror=assignment.juror_id, version=review.version,
    )  # fmt: skip
    return review


@transaction.atomic
def unlock(*, assignment: Assignment, why: str, by, at: datetime) -> Review:
    """The submitted review is kept as it is; she goes on with a copy of it."""
    assignment = _lock(assignment)
    if sentence := rules.why_not_unlock(assignment, by=by, at=at, why=why):
        raise Refused(sentence)
    old = assignment.reviews.get(submitted_at__isnull=False, unlocked_at__isnull=True, voided_at__isnull=True)
    old.unlocked_by, old.unlocked_at, old.unlock_why = by, at, why
    old.save(update_fields=["unlocked_by", "unlocked_at", "unlock_why"])
    review = Review.objects.create(
        assignment=assignment,
        version=old.version + 1,
        snapshot=old.snapshot,
        scores=old.scores,
        comment=old.comment,
        private_note=old.private_note,
        started_at=at,
        saved_at=at,
    )
    before = assignment.state
    assignment.state = ASSIGNMENT_MOVES.target("unlock", before, by=CHAIR)
    assignment.save(update_fields=["state"])
    record(
        "awards.unlock_review", assignment.entry, by=by, at=at, before=before, after=assignment.state, why=why,
        juror=assignment.juror_id,
    )  # fmt: skip
    notices.unlocked(assignment, why=why, at=at)
    return review


@transaction.atomic
def withhold_comment(*, review: Review, withheld: bool, why: str = "", by, at: datetime) -> Review:
    """The chair keeps a comment from going to the entrant, or lets it go after all."""
    review = (
        Review.objects.select_for_update(of=("self",))
        .select_related("assignment__entry__round")
        .get(pk=review.pk)
    )
    if sentence := rules.why_not_withhold(review, by=by, at=at):
        raise Refused(sentence)
    review.comment_withheld = withheld
    review.save(update_fields=["comment_withheld"])
    record(
        "awards.withhold_comment" if withheld else "awards.let_comment_go",
        review.assignment.entry, by=by, at=at, why=why, juror=review.assignment.juror_id,
    )  # fmt: skip
    return review
