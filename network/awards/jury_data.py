"""A juror's data: how she takes them along, and what stays when she goes."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from network.awards.jury_states import JurorState
from network.awards.models import Conflict, Juror
from network.awards.models.reviews import Review
from network.members.registries import PersonalData, register_personal_data

STAYS = _(
    "Scores that you submitted as a juror stay with the award, without your name. So do protocols of meetings."
)


def export(user) -> list[dict]:
    rows = []
    for juror in Juror.objects.filter(user=user).select_related("round").order_by("pk"):
        reviews = (
            Review.objects.filter(assignment__juror=juror).select_related("assignment__entry").order_by("pk")
        )
        conflicts = Conflict.objects.filter(juror=juror).select_related("entry").order_by("pk")
        rows.append(
            {
                "jury": juror.round.code,
                "name": juror.name,
                "organisation": juror.organisation,
                "languages": juror.languages,
                "state": juror.state,
                "invited": juror.invited_at,
                "accepted": juror.accepted_at,
                "left": juror.left_at,
                "ties": [
                    {
                        "entry": one.entry.reference,
                        "state": one.state,
                        "said": one.statement,
                        "answered": one.answered_at,
                    }
                    for one in conflicts
                ],
                "reviews": [
                    {
                        "entry": one.assignment.entry.reference,
                        "version": one.version,
                        "scores": one.scores,
                        "comment": one.comment,
                        "private_note": one.private_note,
                        "submitted": one.submitted_at,
                    }
                    for one in reviews
                ],
            }
        )
    return rows


@transaction.atomic
def erase(user, *, at) -> str | None:
    """Her name, address and notes go; scores that others were told of stay nobody's."""
    kept = False
    for juror in Juror.objects.filter(user=user):
        reviews = Review.objects.filter(assignment__juror=juror)
        kept = kept or reviews.filter(submitted_at__isnull=False).exists()
        reviews.filter(submitted_at__isnull=True).update(scores={}, comment="")
        reviews.update(private_note="")
        Conflict.objects.filter(juror=juror).update(statement="", reasons=[])
        juror.user, juror.email, juror.name, juror.organisation, juror.languages = None, "", "", "", []
        if juror.state == JurorState.ACTIVE:
            juror.state, juror.left_at = JurorState.LEFT, at
        juror.save()
    return str(STAYS) if kept else None


def register() -> None:
    register_personal_data(
        PersonalData(
            code="awards.jury",
            title=_("Work on juries"),
            covers=(
                "awards.Juror",
                "awards.Conflict",
                "awards.Assignment",
                "awards.Review",
                "awards.ScoringPlan",
                "awards.Ranking",
                "awards.Decision",
                "awards.Approval",
                "awards.Protocol",
            ),
            export=export,
            erase=erase,
            stays=STAYS,
        )
    )
