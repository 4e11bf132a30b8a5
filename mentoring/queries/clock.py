"""What the clock asks: boundaries that have passed, drafts that wait, answers whose time is over."""

from datetime import datetime, timedelta

from django.db.models import Q

from mentoring.models import Application, MentoringRoundPage
from mentoring.states import Phase, Standing

KEEP_DRAFTS = timedelta(days=90)
KEEP_DECIDED = timedelta(days=180)
NOTICE = timedelta(days=14)
BOUNDARIES = ("mentor_call_opens_at", "mentor_deadline", "mentee_call_opens_at", "mentee_deadline")


def has_boundary_between(start: datetime, end: datetime) -> bool:
    passed = Q()
    for name in BOUNDARIES:
        passed |= Q(**{f"{name}__gt": start, f"{name}__lte": end})
    return MentoringRoundPage.objects.live().filter(passed).exists()


def open_drafts(*, at: datetime):
    """Drafts of people, in calls that are open now."""
    return (
        Application.objects.filter(state=Standing.DRAFT, person__isnull=False)
        .filter(
            Q(side="mentee", round__phase=Phase.MENTEE_CALL, round__page__mentee_deadline__gt=at)
            | Q(
                side="mentor",
                round__phase__in=[Phase.MENTOR_CALL, Phase.MENTEE_CALL],
                round__page__mentor_deadline__gt=at,
            )
        )
        .select_related("round__page", "person")
        .order_by("pk")
    )


def due_for_erasure(*, by: datetime):
    """Applications whose promised day falls on or before ``by``: unsent drafts, declined and withdrawn ones."""
    drafts = Q(state=Standing.DRAFT, round__page__pairs_until__lte=(by - KEEP_DRAFTS).date())
    declined = Q(state=Standing.DECLINED, decided_at__lte=by - KEEP_DECIDED)
    withdrawn = Q(state=Standing.WITHDRAWN, withdrawn_at__lte=by - KEEP_DECIDED)
    return (
        Application.objects.filter(drafts | declined | withdrawn, erased_at__isnull=True)
        .select_related("round__page", "person", "invitation")
        .order_by("pk")
    )
