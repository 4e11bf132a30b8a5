"""When the jury begins and ends, and what is fixed before it does."""

from collections import Counter
from datetime import datetime

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from network.awards.jury_states import FREE, UNDECIDED, JurorState
from network.awards.models import AwardRound, Conflict, Decision, Entry, Juror
from network.awards.models.reviews import Review
from network.awards.rules.people import is_award_staff, is_chair
from network.awards.rules.rounds import weights_lack
from network.awards.states import JUDGED, EntryState, Phase


def free_readers(round: AwardRound) -> Counter:
    """For each entry before the jury, how many jurors may read it."""
    counts = Counter(
        dict.fromkeys(Entry.objects.filter(round=round, state__in=JUDGED).values_list("pk", flat=True), 0)
    )
    free = Conflict.objects.filter(entry__round=round, state__in=FREE, juror__state=JurorState.ACTIVE)
    counts.update(pk for pk in free.values_list("entry", flat=True) if pk in counts)
    return counts


def why_not_open_judging(round: AwardRound, *, by, at: datetime) -> str | None:
    if not is_award_staff(by):
        return _("Only the chair or the secretary opens the reading.")
    if round.phase != Phase.SCREENING:
        return _("Reading begins after screening.")
    waiting = Entry.objects.filter(round=round, state__in=[EntryState.SUBMITTED, EntryState.RETURNED]).count()
    if waiting:
        return ngettext(
            "%(n)s entry is not screened yet.", "%(n)s entries are not screened yet.", waiting
        ) % {"n": waiting}
    if sentence := weights_lack(list(round.criteria.values_list("weight", flat=True))):
        return sentence
    readers = free_readers(round)
    if not readers:
        return _("No entry was admitted.")
    if not Juror.objects.active().filter(round=round).exists():
        return _("Nobody is on the jury yet.")
    if undecided(round).exists():
        return _("Some conflicts of interest wait for the chair's decision. Decide on them first.")
    short = [pk for pk, number in readers.items() if number < round.min_reviews]
    if short:
        names = ", ".join(Entry.objects.filter(pk__in=short[:5]).values_list("reference", flat=True))
        return _(
            "Too few jurors may read %(names)s: each entry needs %(least)s. Jurors who have not yet said whom they know do not count."
        ) % {"names": names + (" …" if len(short) > 5 else ""), "least": round.min_reviews}
    return None


def undecided(round: AwardRound):
    return Conflict.objects.filter(
        entry__round=round, entry__state__in=JUDGED, state__in=UNDECIDED, juror__state=JurorState.ACTIVE
    )


def why_not_stop_judging(round: AwardRound, *, by, at: datetime) -> str | None:
    if not is_chair(by):
        return _("Only the chair stops the reading.")
    if round.phase != Phase.JUDGING:
        return _("The jury is not reading now.")
    if has_scores(round):
        return _("Scores have been given; the reading can no longer be stopped.")
    return None


def why_not_close_judging(round: AwardRound, *, by, at: datetime) -> str | None:
    if not is_award_staff(by):
        return _("Only the chair or the secretary ends the reading.")
    if round.phase != Phase.JUDGING:
        return _("The jury is not reading now.")
    if not Review.objects.filter(assignment__entry__round=round, submitted_at__isnull=False).exists():
        return _("No review has been submitted yet.")
    return None


def why_not_reopen_judging(round: AwardRound, *, by, at: datetime) -> str | None:
    if not is_chair(by):
        return _("Only the chair opens the reading again.")
    if round.phase != Phase.DECIDING:
        return _("The jury is not deciding now.")
    if Decision.objects.filter(round=round).exclude(state=Decision.State.DROPPED).exists():
        return _("There are proposals already. Drop them first.")
    return None


def has_scores(round: AwardRound) -> bool:
    """Whether anybody has written a score: from then on the plan is fixed for good."""
    return Review.objects.filter(assignment__entry__round=round).exclude(scores={}).exists()


def why_not_change_plan(round: AwardRound) -> str | None:
    """Criteria, weights, scale and the minimum of reviews: why they may not change now."""
    if round.is_plan_frozen:
        return _("The criteria were frozen before the first review; they no longer change.")
    return None


def why_not_see_scores(round: AwardRound, *, by) -> str | None:
    """Who still reads sees nobody else's scores."""
    if not is_award_staff(by):
        return _("Only the secretary and the chair see the scores of all jurors.")
    if round.phase not in {Phase.JUDGING, Phase.DECIDING, Phase.RELEASED}:
        return _("The jury has not read yet.")
    if round.phase == Phase.JUDGING and Juror.objects.active().filter(round=round, user=by).exists():
        return _(
            "You read for this jury yourself. You will see the scores of others when the reading has ended."
        )
    return None
