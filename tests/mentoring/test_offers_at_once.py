"""Two people at once: exactly one wins. PostgreSQL, with threads."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connection

from mentoring.actions.offers import accept_offer, offer_pair
from mentoring.models import Pair
from mentoring.pair_states import PairState
from network.content.models import Letter
from network.content.refusals import Refused
from tests.factories import pairs as make
from tests.factories.members import NOW

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.postgres,
    pytest.mark.concurrency,
]


def at_once(*acts) -> list:
    """Run all in threads that start together; what each gave or was refused with."""
    barrier = Barrier(len(acts))

    def run(act):
        try:
            barrier.wait(timeout=10)
            return act()
        except (Refused, IntegrityError) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_the_last_place_goes_to_exactly_one():
    round, boss = make.matching_round("running"), make.coordinator()
    mentor = make.mentor(round, places=1)
    mentees = [make.mentee(round) for _ in range(4)]

    results = at_once(
        *(lambda one=one: offer_pair(mentee=one, mentor=mentor, by=boss, at=NOW) for one in mentees)
    )

    assert sum(isinstance(one, Pair) for one in results) == 1
    assert Pair.objects.live().filter(mentor=mentor).count() == 1


def test_one_mentee_is_offered_to_exactly_one_of_two_mentors():
    round, boss = make.matching_round("running"), make.coordinator()
    mentee = make.mentee(round)
    mentors = [make.mentor(round) for _ in range(3)]

    results = at_once(
        *(lambda one=one: offer_pair(mentee=mentee, mentor=one, by=boss, at=NOW) for one in mentors)
    )

    assert sum(isinstance(one, Pair) for one in results) == 1
    assert Pair.objects.live().filter(mentee=mentee).count() == 1


def test_both_saying_yes_at_once_settles_once():
    pair = make.pair()

    at_once(
        lambda: accept_offer(pair=pair, by=pair.mentee.person, at=NOW),
        lambda: accept_offer(pair=pair, by=pair.mentor.person, at=NOW),
    )

    assert Pair.objects.get(pk=pair.pk).state == PairState.ACCEPTED
    assert Letter.objects.filter(kind="mentoring/pair-settled").count() == 2
