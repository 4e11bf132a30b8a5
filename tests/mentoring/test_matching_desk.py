"""Every screen of the desk opens for a coordinator, with something on it."""

import pytest
from django.urls import reverse

from mentoring.actions.pairs import report_concern
from mentoring.actions.runs import make_run
from mentoring.models import Run
from mentoring.pair_states import PairState
from mentoring.tasks import compute_run
from tests.factories import pairs as make
from tests.factories.members import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    """A round with two computed runs, a shortage, a pair at work and a concern; signed in as its coordinator."""
    round, boss = make.matching_round(), make.coordinator()
    for number in range(3):
        make.mentee(round, name=f"Подопечная {number}", topics=["cataloguing", "moderation"])
    mentor = make.mentor(round, name="Наставница", topics=["cataloguing"], places=2)
    make.mentor(round, name="Паузник", topics=["cataloguing"], paused_until=NOW.date())
    make.mentee(round, name="Одинокая", languages=[{"code": "kk", "level": "fluent"}], topics=["funding"])
    pair = make.pair(round, state=PairState.ACTIVE, mentor_=make.mentor(round))
    concern = report_concern(pair=pair, text="Тревога", by=pair.mentee.person, at=NOW)
    first = run(round, boss)
    second = run(round, boss, based_on=first)
    client.force_login(boss)
    return client, round, boss, mentor, pair, concern, first, second


def run(round, boss, **kwargs) -> Run:
    made = make_run(
        round=round, policy={}, by=boss, at=NOW, enqueue=lambda one: compute_run.enqueue(one.pk), **kwargs
    )
    made.refresh_from_db()
    return made


def test_every_screen_opens(desk):
    client, round, _boss, _mentor, pair, concern, first, second = desk
    mentee = first.input["mentees"][0]["application"]
    reference = round.applications.get(pk=mentee).reference
    for name, *args in (
        ("matching", round.code),
        ("wanted", round.code, "ru.cataloguing"),
        ("new_run", round.code),
        ("run", first.pk),
        ("alternatives", first.pk, mentee),
        ("publish_run", first.pk),
        ("compare", first.pk, second.pk),
        ("export_shares", first.pk, "csv"),
        ("export_shares", first.pk, "xlsx"),
        ("run_file", first.pk, "problem"),
        ("pairs", round.code),
        ("export_pairs", round.code, "csv"),
        ("export_numbers", round.code, "xlsx"),
        ("pair", pair.uuid),
        ("candidates", reference),
        ("concerns", round.code),
        ("concern", concern.pk),
        ("round", round.code),
    ):
        answer = client.get(reverse(f"mentoring_admin:{name}", args=args))
        assert answer.status_code == 200, (name, answer.status_code)
