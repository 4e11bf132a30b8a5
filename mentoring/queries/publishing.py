"""What of a draft run can still be offered: people withdraw, pause and are promised to others while it computes."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from mentoring.models import Application, Run
from mentoring.queries.pool import parted, pool_of, problem_of, rulings_of


@dataclass(frozen=True)
class Offerable:
    mentee: Application
    mentor: Application
    pair: dict


@dataclass(frozen=True)
class Dropped:
    """A pair of the run that gets no offer, and why, in a sentence for the coordinator."""

    mentee: Application | None
    mentor: Application | None
    why: str


@dataclass(frozen=True)
class Check:
    offers: list[Offerable]
    dropped: list[Dropped]

    @property
    def fingerprint(self) -> str:
        """What was checked, in a word: publishing refuses when it has changed since it was shown."""
        told = [f"{one.mentee.pk}-{one.mentor.pk}" for one in self.offers]
        return hashlib.sha256(",".join(sorted(told)).encode()).hexdigest()[:16]


def check_run(run: Run, *, at: datetime) -> Check:
    """Every pair of a draft held against who is in the pool at this moment. A fixed number of queries."""
    pool = pool_of(run.round, at=at)
    now = problem_of(pool, {})
    mentees = {str(one.person_id): one for one in pool.mentees}
    mentors = {str(one.person_id): one for one in pool.mentors}
    avoided = {(one["id"], other) for one in now["mentees"] for other in one["avoid"]}
    avoided |= {(other, one["id"]) for one in now["mentors"] for other in one["avoid"]}
    _locks, forbidden = rulings_of(run.round)
    apart = avoided | forbidden | parted(run.round)
    known_mentees, known_mentors = known_applications(run, "mentees"), known_applications(run, "mentors")
    free = dict(pool.free)
    offers, dropped = [], []
    for pair in run.result["pairs"]:
        mentee, mentor = mentees.get(pair["mentee"]), mentors.get(pair["mentor"])
        why = _why_not(pair, mentee, mentor, apart=apart, free=free)
        if why:
            dropped.append(Dropped(known_mentees.get(pair["mentee"]), known_mentors.get(pair["mentor"]), why))
            continue
        free[mentor.pk] -= 1
        offers.append(Offerable(mentee, mentor, pair))
    return Check(offers, dropped)


def _why_not(pair: dict, mentee, mentor, *, apart, free) -> str | None:
    if mentee is None:
        return _("The mentee has left the pool: withdrawn, or paired meanwhile.")
    if mentor is None:
        return _("The mentor has left the pool: withdrawn, or pauses.")
    if (pair["mentee"], pair["mentor"]) in apart:
        return _("The two are kept apart since this run was made.")
    if not free[mentor.pk]:
        return _("The mentor has no free place any more.")
    return None


def known_applications(run: Run, side: str) -> dict[str, Application]:
    """Applications of one side of a run's problem by the engine's id; one query whatever their number."""
    profile = "mentee_profile" if side == "mentees" else "mentor_profile"
    rows = Application.objects.filter(round_id=run.round_id, side=side[:-1]).select_related(profile, "person")
    found = {one.pk: one for one in rows}
    return {one["id"]: found[one["application"]] for one in run.input[side] if one["application"] in found}
