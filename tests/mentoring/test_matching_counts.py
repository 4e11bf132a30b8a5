"""The desk, a run and the list of pairs ask the database the same number of times however many people there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mentoring.actions.runs import make_run
from mentoring.pair_states import PairState
from mentoring.queries.alternatives import candidates_for
from mentoring.queries.publishing import check_run
from mentoring.tasks import compute_run
from tests.factories import pairs as make
from tests.factories.members import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def grown(client):
    """Asks an address when the round is small and when it has grown; the two counts."""
    round, boss = make.matching_round(), make.coordinator()
    client.force_login(boss)

    def run():
        made = make_run(
            round=round, policy={}, by=boss, at=NOW, enqueue=lambda one: compute_run.enqueue(one.pk)
        )
        made.refresh_from_db()
        return made

    def people(number):
        for _ in range(number):
            make.mentee(round), make.mentor(round)
            make.mentee(round, languages=[{"code": "kk", "level": "fluent"}])
            make.pair(round, state=PairState.ACTIVE)
            make.pair(round)

    def count(ask):
        with CaptureQueriesContext(connection) as queries:
            ask()
        return len(queries)

    def ask(act):
        people(1)
        act(round, run())
        first = run()
        small = count(lambda: act(round, first))
        people(3)
        last = run()
        return small, count(lambda: act(round, last))

    return ask, client


@pytest.mark.parametrize("name", ["matching", "pairs", "run", "publish_run", "export_pairs"])
def test_the_same_count_of_queries_at_two_sizes(grown, name):
    ask, client = grown

    def act(round, run):
        args = {"run": [run.pk], "publish_run": [run.pk], "export_pairs": [round.code, "csv"]}.get(
            name, [round.code]
        )
        answer = client.get(reverse(f"mentoring_admin:{name}", args=args))
        assert answer.status_code == 200
        b"".join(answer.streaming_content) if answer.streaming else answer.content

    small, large = ask(act)
    assert small == large


def test_checking_a_run_and_finding_candidates_take_a_fixed_count(grown):
    ask, _client = grown
    small, large = ask(
        lambda round, run: (
            check_run(run, at=NOW),
            candidates_for(round.applications.filter(side="mentee").first(), at=NOW),
        )
    )
    assert small == large
