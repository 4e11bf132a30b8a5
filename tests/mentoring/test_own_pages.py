"""What somebody in a round reads on her own pages: her applications, their pairs, what waits for her."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from time_machine import travel

from mentoring.actions.applications import save_equity, save_step
from mentoring.models import Application
from mentoring.pair_states import PairState
from mentoring.registries.own_section import build
from tests.factories import pairs as make
from tests.factories.members import NOW, make_member
from tests.factories.mentoring import ELIGIBLE, make_draft, make_round, make_sent

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _language():
    """A page read in English must not leave its language to the next test."""
    with override("ru"):
        yield


def page(client, name, application, person=None):
    client.force_login(person or application.person)
    answer = client.get(address(name, application), headers={"accept-language": "en"})
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def address(name, application, *args):
    where = [application.round.code, application.side, *args]
    return reverse(f"mentoring:{name}", args=where).replace("/ru/", "/en/", 1)


class TestWithdrawing:
    def test_it_says_that_the_pair_ends_and_offers_to_end_only_that(self, client):
        pair = make.pair(state=PairState.ACTIVE)

        with travel(NOW, tick=False):
            text = page(client, "withdraw", pair.mentee)

        assert "Your pair ends, too" in text
        assert reverse("mentoring:end_pair", args=[pair.uuid]).replace("/ru/", "/en/", 1) in text
        assert pair.mentor.mentor_profile.name in text
        assert "Nobody reads it from that moment" not in text

    def test_a_mentor_reads_it_of_each_pair(self, client):
        one = make.pair(state=PairState.ACTIVE)
        make.pair(mentor_=one.mentor, state=PairState.PAUSED)

        text = page(client, "withdraw", one.mentor)

        assert "Your pairs end, too" in text
        assert text.count("/end/") == 2

    def test_an_offer_goes_back_and_names_nobody(self, client):
        pair = make.pair()

        text = page(client, "withdraw", pair.mentee)

        assert "The offer goes back" in text
        assert "ends, too" not in text
        assert pair.mentor.mentor_profile.name not in text

    @pytest.mark.parametrize(("away", "may_come_back"), [(0 * DAY, True), (14 * DAY, False)])
    def test_taking_it_up_again_is_promised_while_the_call_is_open(self, client, away, may_come_back):
        application = make_sent()

        with travel(NOW + away, tick=False):
            text = page(client, "withdraw", application)

        assert ("You can take the application up again until" in text) is may_come_back
        assert ("cannot be taken up again" in text) is not may_come_back
        assert "Nobody reads it from that moment." in text

    def test_on_her_application_the_end_of_the_pair_stands_before_it(self, client):
        pair = make.pair(state=PairState.ACTIVE)

        text = page(client, "application", pair.mentee)

        assert 0 < text.find("End the pair early") < text.find("Withdraw the application")


class TestEqualChances:
    @travel(NOW, tick=False)
    def test_without_an_account_it_is_no_step(self, client):
        round = make_round()
        client.post(reverse("mentoring:begin", args=[round.code, "mentee"]), ELIGIBLE)

        first = client.get(f"/en/my/mentoring/{round.code}/mentee/you/")
        last = client.post(f"/en/my/mentoring/{round.code}/mentee/extras/", {"seen": ""})

        assert [step["title"] for step in first.context["steps"]][-1] == "If you like"
        assert "Step 1 of 8" in first.content.decode()
        assert last.url == f"/en/my/mentoring/{round.code}/mentee/check/"

    @travel(NOW, tick=False)
    def test_with_an_account_it_is_the_last(self, client):
        application = make_draft()
        client.force_login(application.person)

        text = client.get(address("step", application, "you")).content.decode()

        assert "Step 1 of 9" in text

    @travel(NOW, tick=False)
    @pytest.mark.parametrize("name", ["check", "receipt"])
    def test_it_is_offered_until_it_is_answered(self, client, name):
        application = make_sent()
        link = f'href="{address("step", application, "equity")}"'

        assert link in page(client, name, application)
        save_equity(application=application, answers={"place": "village"}, by=application.person, at=NOW)
        assert link not in page(client, name, application)

    def test_it_is_not_offered_when_nothing_can_be_saved(self, client):
        application = make_sent()

        with travel(NOW + 14 * DAY, tick=False):
            assert "Equal chances" not in page(client, "receipt", application)


@travel(NOW, tick=False)
def test_what_is_missing_is_named_by_its_question(client):
    application = make_draft(country=None, years=None, topics=None)

    client.force_login(application.person)
    missing = client.get(address("check", application)).context["missing"]
    text = page(client, "check", application)

    assert [str(label) for _step, label, _url in missing] == ["Country", "Years in the profession", "Topics"]
    assert ">You: Country</a>" in text
    assert ">Work: Years in the profession</a>" in text
    assert ">Topics</a>" in text


class TestMyNetwork:
    def waiting(self, application):
        request = RequestFactory().get("/")
        with travel(NOW, tick=False), override("en"):
            return [(str(item.title), item.url) for item in build(application.person, request).waiting]

    def change(self, application, **answers):
        topics = {"topics": ["moderation"], "help_kinds": [], **answers}
        save_step(application=application, step="topics", answers=topics, by=application.person, at=NOW)

    def test_changes_that_are_not_sent_wait_for_her(self):
        application = make_sent()
        assert self.waiting(application) == []

        self.change(application)

        assert self.waiting(application) == [("Send your changes", address("check", application))]

    def test_an_empty_answer_is_no_change(self):
        application = make_sent()

        self.change(application, topics=application.working_copy["topics"])

        assert self.waiting(application) == []

    def test_places_that_count_at_once_are_no_change(self):
        application = make_sent("mentor")
        Application.objects.filter(pk=application.pk).update(
            working_copy={**application.working_copy, "places": 1}
        )
        assert len(self.waiting(application)) == 1

        application.mentor_profile.places = 1
        application.mentor_profile.save()

        assert self.waiting(application) == []

    def test_the_queries_do_not_grow_with_applications(self, django_assert_max_num_queries):
        person = make_member()
        round = make.matching_round("running")
        for side in (make.mentee, make.mentor):
            own = side(round, person=person)
            make.pair(round, state=PairState.ACTIVE, **{f"{own.side}_": own})

        with django_assert_max_num_queries(6):
            build(person, RequestFactory().get("/"))


class TestMyMentoring:
    def rows(self, client, person):
        client.force_login(person)
        answer = client.get("/en/my/mentoring/")
        return unescape(answer.content.decode())

    def test_a_pair_at_work_stands_with_its_application(self, client):
        pair = make.pair(state=PairState.ACTIVE)

        text = self.rows(client, pair.mentee.person)

        assert f'href="/en/my/mentoring/pairs/{pair.uuid}/"' in text
        assert f'<span dir="auto">{pair.mentor.mentor_profile.name}</span>' in text
        assert ">at work</span>" in text
        assert "accepted for matching" not in text

    def test_an_offer_names_nobody(self, client):
        pair = make.pair()

        text = self.rows(client, pair.mentee.person)

        assert f'href="/en/my/mentoring/offers/{pair.uuid}/"' in text
        assert pair.mentor.mentor_profile.name not in text
        assert "accepted for matching" in text

    def test_each_side_is_shown_its_own_pairs(self, client):
        round = make.matching_round("running")
        person = make_member()
        mentor, mentee = make.mentor(round, person=person), make.mentee(round, person=person)
        taught = make.pair(mentor_=mentor, state=PairState.ACTIVE)
        client.force_login(person)

        items = client.get("/en/my/mentoring/").context["items"]

        assert {item["application"].pk: [row[0] for row in item["pairs"]] for item in items} == {
            mentor.pk: [taught],
            mentee.pk: [],
        }

    def test_the_queries_do_not_grow_with_pairs(self, client, django_assert_num_queries):
        mentor = make.mentor(make.matching_round("running"))
        make.pair(mentor_=mentor, state=PairState.ACTIVE)
        client.force_login(mentor.person)
        client.get("/en/my/mentoring/")  # what is kept between requests is kept now
        with CaptureQueriesContext(connection) as before:
            client.get("/en/my/mentoring/")
        for _number in range(3):
            make.pair(mentor_=mentor, state=PairState.ACTIVE)

        with django_assert_num_queries(len(before)):
            client.get("/en/my/mentoring/")
