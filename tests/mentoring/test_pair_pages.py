"""Pages of a pair: the hour-finder and its form, free time said later, the partner's address."""

from datetime import timedelta
from html import unescape

import pytest
from django.utils.translation import override
from time_machine import travel

from mentoring.models import Application, Meeting
from mentoring.pair_states import PairState
from tests.factories import pairs as make
from tests.factories.members import NOW

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
MONDAY = ["mon-morning", "mon-evening"]


@pytest.fixture(autouse=True)
def _language():
    """A page read in English must not leave its language to the next test."""
    with override("ru"):
        yield


def at_work(own=(), other=(), **fields):
    round = make.matching_round("running")
    return make.pair(
        round,
        state=PairState.ACTIVE,
        mentee_=make.mentee(round, name="Айпери", free_cells=list(own)),
        mentor_=make.mentor(round, name="Нарине", free_cells=list(other), **fields),
    )


def url(pair, rest=""):
    return f"/en/my/mentoring/pairs/{pair.uuid}/{rest}"


def seen(answer):
    return unescape(answer.content.decode())


class TestAMomentThatDoesNotFit:
    PAST = {"day": "2027-02-01", "time": "10:00", "minutes": "60", "place": "Звонок у окна"}

    @travel(NOW, tick=False)
    def test_is_told_beside_the_day_and_keeps_what_was_typed(self, client):
        pair = at_work()
        client.force_login(pair.mentee.person)

        answer = client.post(url(pair, "meetings/plan/"), self.PAST)

        assert answer.status_code == 422
        assert answer.context["form"].errors == {"day": ["This moment has passed. Choose a later one."]}
        assert 'value="Звонок у окна"' in seen(answer)
        assert list(answer.context["messages"]) == []
        assert Meeting.objects.count() == 0

    @travel(NOW, tick=False)
    def test_also_when_a_meeting_is_moved(self, client):
        pair = at_work()
        meeting = Meeting.objects.create(
            pair=pair, starts_at=NOW + DAY, minutes=60, time_zone="Europe/Moscow", planned_at=NOW
        )
        client.force_login(pair.mentee.person)

        answer = client.post(f"/en/my/mentoring/meetings/{meeting.uuid}/", self.PAST)

        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == ["day"]

    @travel(NOW, tick=False)
    def test_a_past_meeting_is_not_to_come(self, client):
        pair = at_work()
        client.force_login(pair.mentee.person)

        answer = client.post(
            url(pair, "meetings/past/"), {"day": "2027-12-01", "time": "10:00", "minutes": "60", "note": ""}
        )

        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == ["day"]


@travel(NOW, tick=False)
@pytest.mark.parametrize(
    ("own", "other", "sentence", "is_hers"),
    [
        ([], MONDAY, "You have not said yet when you are free", True),
        (MONDAY, [], "Нарине has not said yet which hours are free", False),
        ([], [], "Нарине and you have not said yet when you are free", True),
    ],
)
def test_the_planning_page_says_who_has_not_said_when(client, own, other, sentence, is_hers):
    pair = at_work(own, other)
    client.force_login(pair.mentee.person)

    text = seen(client.get(url(pair, "meetings/plan/")))

    assert sentence in text
    assert (url(pair, "free-time/") in text) is is_hers
    assert '<svg class="week"' not in text


@travel(NOW, tick=False)
def test_with_hours_of_both_the_week_is_drawn(client):
    pair = at_work(MONDAY, MONDAY)
    client.force_login(pair.mentee.person)

    text = seen(client.get(url(pair, "meetings/plan/")))

    assert '<svg class="week"' in text
    assert "not said yet" not in text


@travel(NOW, tick=False)
def test_free_time_said_later_is_what_the_hour_finder_reads(client):
    pair = at_work([], MONDAY)
    client.force_login(pair.mentee.person)

    answer = client.post(url(pair, "free-time/"), {"free_cells": ["mon-evening"]})

    application = Application.objects.get(pk=pair.mentee.pk)
    assert answer.url == url(pair, "meetings/plan/")
    assert application.mentee_profile.free_cells == ["mon-evening"]
    # Monday 17 to 21 in Moscow (UTC+3), in minutes of the week.
    assert application.mentee_profile.free == [[840, 1080]]
    assert application.working_copy["free_cells"] == ["mon-evening"]
    assert client.get(answer.url).context["finder"].both_known is True


def test_after_the_end_nobody_says_it_any_more(client):
    pair = make.pair(state=PairState.ENDED_EARLY)
    client.force_login(pair.mentee.person)

    client.post(url(pair, "free-time/"), {"free_cells": ["mon-evening"]})

    assert Application.objects.get(pk=pair.mentee.pk).mentee_profile.free_cells == []


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("narine@example.org", '<a href="mailto:narine@example.org">narine@example.org</a>'),
        ("@narine в Telegram", '<strong dir="auto">@narine в Telegram</strong>'),
    ],
)
def test_an_address_to_write_to_is_a_link(client, contact, shown):
    pair = at_work(contact=contact)
    client.force_login(pair.mentee.person)

    assert shown in seen(client.get(url(pair)))
