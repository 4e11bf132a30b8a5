"""What the clock does for the jury: release, certificates, reminders, the secretary's morning."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from network.awards.actions.certificates import give_certificates
from network.awards.actions.jury import find_conflicts
from network.awards.actions.release import release
from network.awards.models import AwardRound, Juror
from network.awards.notices import jurors as notices
from network.awards.queries.progress import missing_by_juror
from network.awards.rules.deciding import may_be_released
from network.awards.states import Phase
from network.content.refusals import Refused

# Days before reviews are due on which jurors who are behind are written to.
REMIND_DAYS = (7, 3, 1)
MORNING = 8
CERTIFICATES_FOR = timedelta(days=7)


def release_due(*, at: datetime) -> None:
    """Rounds whose announced instant has come and whose decisions are approved."""
    for round in AwardRound.objects.filter(phase=Phase.DECIDING, release_at__lte=at):
        if may_be_released(round, at=at):
            try:
                release(round=round, by=None, at=at)
            except Refused:  # somebody dropped a decision in this very second
                continue
    give_due(at=at)


def give_due(*, at: datetime) -> None:
    for round in AwardRound.objects.filter(phase=Phase.RELEASED, released_at__gt=at - CERTIFICATES_FOR):
        give_certificates(round=round, at=at)


def remind_jurors(*, at: datetime) -> None:
    """Once for each of the days; who stood still for a week gets one letter, not three."""
    rounds = AwardRound.objects.filter(phase=Phase.JUDGING, judging_closes_at__gt=at)
    for juror in Juror.objects.active().filter(round__in=rounds).select_related("round", "user"):
        days_left = (juror.round.judging_closes_at - at) / timedelta(days=1)
        due = [days for days in REMIND_DAYS if days_left <= days]
        left = notices.still_to_write(juror)
        if due and left:
            stamp = int(juror.round.judging_closes_at.timestamp())
            notices.behind(
                juror,
                left=left,
                days=min(due),
                at=at,
                once_key=f"awards.behind:{juror.pk}:{stamp}:{min(due)}",
            )


def write_mornings(*, at: datetime) -> None:
    """Each working morning, in the round's zone, the secretary reads which reviews are missing."""
    for round in AwardRound.objects.filter(phase=Phase.JUDGING):
        here = at.astimezone(ZoneInfo(round.time_zone))
        if here.hour < MORNING:
            continue
        rows = missing_by_juror(round)
        if rows:
            notices.missing_reviews(round, rows, at=at, once_key=f"awards.missing:{round.pk}:{here:%Y-%m-%d}")


def look_for_conflicts(*, at: datetime) -> None:
    """Ties that became known since: a juror's new workplace, a pair of mentoring, a late entry."""
    rounds = AwardRound.objects.filter(phase__in=[Phase.SCREENING, Phase.JUDGING])
    for juror in Juror.objects.active().filter(round__in=rounds).select_related("round", "user"):
        find_conflicts(juror=juror, at=at)
