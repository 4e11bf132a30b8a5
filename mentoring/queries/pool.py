"""Who could be paired now, and the problem the engine is given."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from mentoring.models import Application, Avoidance, MentorListing, Pair, Round, Ruling
from mentoring.pair_states import AFTERWARDS, LIVE, PairState
from mentoring.queries.taken import places_taken_in
from mentoring.states import Phase, Standing

# Before matching the desk also looks at who is still being read: a shortage is mended while the call is open.
EXPECTED = (Standing.SUBMITTED, Standing.NEEDS_CHANGES, Standing.WAITLISTED, Standing.ACCEPTED)
BEFORE_MATCHING = (Phase.PREPARING, Phase.MENTOR_CALL, Phase.MENTEE_CALL, Phase.REVIEW)


@dataclass(frozen=True)
class Pool:
    """Mentees without a pair and mentors with their free places, by number of application."""

    mentees: list[Application]
    mentors: list[Application]
    free: dict[int, int]
    is_expected: bool = False

    @property
    def places(self) -> int:
        return sum(self.free.values())


def pool_of(round: Round, *, at: datetime) -> Pool:
    """Everybody matching may use now. Four queries, whatever the number of people."""
    expected = round.phase in BEFORE_MATCHING
    everybody = Application.objects.filter(round=round, person__isnull=False)
    if expected:
        everybody = everybody.filter(state__in=EXPECTED)
    else:
        everybody = everybody.in_pool(on=at.date())
    busy = Pair.objects.filter(round=round).filter(
        Q(state__in=LIVE) | Q(state__in=AFTERWARDS, mentee_wants_another=False)
    )
    mentees = list(
        everybody.mentees()
        .filter(mentee_profile__isnull=False)
        .exclude(pk__in=busy.values("mentee"))
        .select_related("mentee_profile", "person")
        .order_by("pk")
    )
    mentors = list(
        everybody.mentors()
        .filter(mentor_profile__isnull=False)
        .select_related("mentor_profile", "person")
        .order_by("pk")
    )
    taken = places_taken_in(round)
    free = {one.pk: max(one.mentor_profile.places - taken.get(one.pk, 0), 0) for one in mentors}
    return Pool(mentees, mentors, free, expected)


def person_id(application: Application) -> str:
    """The engine's id: the same person on both sides is one id, and never meets herself."""
    return str(application.person_id)


def problem_of(pool: Pool, policy: dict) -> dict:
    """The problem as the contract writes it. Each person also carries the number of her application."""
    avoid = _avoided(pool)
    keys = {key for one in pool.mentees for key in one.mentee_profile.prefers}
    listed = {
        str(key): str(person)
        for key, person in MentorListing.objects.filter(key__in=keys).values_list("key", "person")
    }
    mentor_ids = {person_id(one) for one in pool.mentors}
    mentee_ids = {person_id(one) for one in pool.mentees}
    return {
        "policy": _within(policy, mentee_ids, mentor_ids),
        "mentors": [
            {
                **_person(one, one.mentor_profile),
                "capacity": pool.free[one.pk],
                "library_types": one.mentor_profile.library_types_welcomed,
                "avoid": sorted(avoid[one.pk] & mentee_ids),
            }
            for one in pool.mentors
        ],
        "mentees": [
            {
                **_person(one, one.mentee_profile),
                "tier": one.tier,
                "library_type": one.mentee_profile.library_type,
                "prefers": _known(one.mentee_profile.prefers, listed, mentor_ids),
                "avoid": sorted(avoid[one.pk] & mentor_ids),
            }
            for one in pool.mentees
        ],
    }


def _person(application: Application, profile) -> dict:
    return {
        "id": person_id(application),
        "application": application.pk,
        "country": profile.country,
        "institution": profile.institution_key,
        "languages": profile.working_languages,
        "topics": profile.topics,
        "free": profile.free,
    }


def _avoided(pool: Pool) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    ours = Avoidance.objects.filter(
        application__round__in={one.round_id for one in (*pool.mentees, *pool.mentors)}
    )
    for application, other in ours.values_list("application", "other"):
        found[application].add(str(other))
    return found


def _known(keys, listed: dict[str, str], mentor_ids: set[str]) -> list[str]:
    people = [listed[key] for key in keys if key in listed]
    return list(dict.fromkeys(one for one in people if one in mentor_ids))


def _within(policy: dict, mentee_ids: set[str], mentor_ids: set[str]) -> dict:
    """Locks and the like only of people who are in the pool: the others have left it, and the desk says so."""
    return {
        **policy,
        **{
            name: [[a, b] for a, b in policy.get(name, []) if a in mentee_ids and b in mentor_ids]
            for name in ("locks", "forbid", "keep")
        },
    }


def parted(round: Round) -> set[tuple[str, str]]:
    """Pairs that were offered or worked before and came apart: they are not proposed to each other again."""
    rows = Pair.objects.filter(round=round, state__in=[PairState.DECLINED, *AFTERWARDS]).values_list(
        "mentee__person", "mentor__person"
    )
    return {(str(a), str(b)) for a, b in rows if a and b}


def rulings_of(round: Round) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Locked and forbidden pairs of the round, as ids of the engine."""
    locks, forbids = set(), set()
    rows = Ruling.objects.filter(round=round).values_list("kind", "mentee__person", "mentor__person")
    for kind, mentee, mentor in rows:
        if mentee and mentor:
            (locks if kind == Ruling.Kind.LOCK else forbids).add((str(mentee), str(mentor)))
    return locks, forbids
