"""The whole way with one mentee, one mentor, one coordinator: run, publish, offer, pair, meeting."""

from datetime import timedelta

import pytest
from django.urls import reverse

from mentoring.actions.meetings import log_meeting, plan_meeting
from mentoring.actions.offers import accept_offer
from mentoring.actions.pairs import sign_agreement
from mentoring.actions.publishing import publish_run
from mentoring.actions.runs import make_run
from mentoring.models import Pair
from mentoring.pair_states import PairState, RunState
from mentoring.queries.publishing import check_run
from mentoring.tasks import compute_run
from network.content.models import Letter
from tests.factories import pairs as make
from tests.factories.members import NOW

pytestmark = pytest.mark.django_db


def test_from_run_to_first_meeting(client):
    round, boss = make.matching_round(), make.coordinator()
    mentee = make.mentee(round, name="Айпери", time_zone="Asia/Bishkek", contact="@aiperi")
    mentor = make.mentor(
        round, name="Нарине", language="en", time_zone="Asia/Yerevan", contact="narine@example.org"
    )

    run = make_run(round=round, policy={}, by=boss, at=NOW, enqueue=lambda run: compute_run.enqueue(run.pk))
    run.refresh_from_db()
    assert (run.state, run.matched) == (RunState.DRAFT, 1)

    [pair] = publish_run(run=run, seen=check_run(run, at=NOW).fingerprint, by=boss, at=NOW)
    assert (pair.mentee, pair.mentor, pair.state) == (mentee, mentor, PairState.OFFERED)
    assert sorted(Letter.objects.values_list("kind", "to")) == sorted(
        [("mentoring/offer", mentee.person.email), ("mentoring/offer", mentor.person.email)]
    )

    client.force_login(mentee.person)
    page = client.get(reverse("mentoring:offer", args=[pair.uuid]))
    assert page.status_code == 200
    assert "Нарине" not in page.content.decode()
    accept_offer(pair=pair, by=mentee.person, at=NOW)
    accept_offer(pair=pair, by=mentor.person, at=NOW)
    pair.refresh_from_db()
    assert pair.state == PairState.ACCEPTED

    page = client.get(reverse("mentoring:pair", args=[pair.uuid])).content.decode()
    assert "Нарине" in page
    assert "narine@example.org" in page

    for one in (mentee, mentor):
        sign_agreement(pair=pair, text="<p>Текст</p>", version="1", language="ru", by=one.person, at=NOW)
    pair.refresh_from_db()
    assert pair.state == PairState.ACTIVE

    meeting = plan_meeting(
        pair=pair,
        starts_at=NOW + timedelta(days=1),
        minutes=60,
        time_zone="Asia/Bishkek",
        by=mentee.person,
        at=NOW,
    )
    file = client.get(reverse("mentoring:meeting_file", args=[meeting.uuid]))
    assert b"DTSTART;TZID=Asia/Bishkek:20270302T180000" in file.content
    log_meeting(
        meeting=meeting, was_held=True, note="Пишем письмо", by=mentee.person, at=NOW + timedelta(days=2)
    )
    assert Pair.objects.get().meetings.get().state == "held"
