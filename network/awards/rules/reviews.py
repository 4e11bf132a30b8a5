"""Reading, scoring, submitting, unlocking."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from network.awards.jury_states import ASSIGNMENT_MOVES, FREE, JUROR, READABLE, JurorState
from network.awards.models import Assignment, Conflict
from network.awards.rules.people import author_of, is_chair
from network.awards.states import CHAIR, JUDGED, Phase

# A review counts when what was scored makes up so much of the weight.
LEAST_WEIGHT = 80
READING = (Phase.JUDGING, Phase.DECIDING)


def may_read(assignment: Assignment, *, by) -> bool:
    """Whether she may see the entry at all; where not, it is as if it did not exist."""
    return (
        assignment.juror.user_id == by.pk
        and assignment.juror.state == JurorState.ACTIVE
        and assignment.state in READABLE
        and assignment.entry.state in JUDGED
        and assignment.entry.round.phase in READING
        and Conflict.objects.filter(entry=assignment.entry, juror=assignment.juror, state__in=FREE).exists()
        and author_of(assignment.entry, by) is None
    )


def why_not_write_review(assignment: Assignment, *, by, at: datetime) -> str | None:
    if not may_read(assignment, by=by):
        return _("This entry is not yours to read.")
    if assignment.entry.round.phase != Phase.JUDGING:
        return _("The reading has ended; what you wrote stands.")
    if not ASSIGNMENT_MOVES.allows("write", assignment.state, by=JUROR):
        return _("You have submitted this review. To change it, ask the chair to unlock it.")
    return None


def lacks_of(scores: dict, criteria: list[dict]) -> dict[str, object]:
    """What a review still needs before it can be submitted: a sentence for each criterion, "" for the whole."""
    found = {}
    for criterion in criteria:
        answer = scores.get(criterion["code"]) or {}
        if answer.get("score") is not None:
            continue
        if criterion["required"]:
            found[criterion["code"]] = _("This criterion must be scored.")
        elif not (answer.get("na") and (answer.get("why") or "").strip()):
            found[criterion["code"]] = _("Give a score, or choose “not applicable” and say why.")
    weight = sum(
        one["weight"] for one in criteria if (scores.get(one["code"]) or {}).get("score") is not None
    )
    if not found and weight < LEAST_WEIGHT:
        found[""] = _(
            "What you scored makes up %(weight)s of 100; a review counts from %(least)s on. Score one more criterion."
        ) % {"weight": weight, "least": LEAST_WEIGHT}
    return found


def why_not_submit_review(
    assignment: Assignment, scores: dict, criteria: list[dict], *, by, at: datetime
) -> str | None:
    if sentence := why_not_write_review(assignment, by=by, at=at):
        return sentence
    if lacks_of(scores, criteria):
        return lacks_of(scores, criteria).get("") or _("Some criteria have no score yet.")
    return None


def why_not_unlock(assignment: Assignment, *, by, at: datetime, why: str = "") -> str | None:
    if not is_chair(by):
        return _("Only the chair unlocks a review.")
    if assignment.juror.user_id == by.pk:
        return _("This is your own review. Another chair unlocks it.")
    if author_of(assignment.entry, by):
        return _("You are among the authors of this entry.")
    if assignment.entry.round.phase != Phase.JUDGING:
        return _("The reading has ended. Open it again first.")
    if not ASSIGNMENT_MOVES.allows("unlock", assignment.state, by=CHAIR):
        return _("This review has not been submitted.")
    if len(why.strip()) < 10:
        return _("Say in a sentence why it is unlocked.")
    return None


def why_not_withhold(review, *, by, at: datetime) -> str | None:
    if not is_chair(by):
        return _("Only the chair decides which comments go to the entrants.")
    if review.assignment.entry.round.phase == Phase.RELEASED:
        return _("The letters have gone out.")
    return None
