"""The public list of mentors: by consent alone, from a whitelist, found by topic, language and country."""

import pytest
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from time_machine import travel

from mentoring.actions import mentors as actions
from mentoring.actions.applications import save_step
from mentoring.models import Application, MentorListing, MentorPage
from network.content.refusals import Refused
from network.members.actions.consents import withdraw_consent
from network.members.models import Consent
from tests.factories.members import NOW, make_member
from tests.factories.mentoring import make_draft, make_mentor, make_programme, make_round, make_sent

pytestmark = pytest.mark.django_db
SECRET = "секретный адрес в мессенджере"


def listed(**answers):
    application = make_mentor(round=answers.pop("round", None) or make_round(), **answers)
    actions.list_mentor(application=application, language="ru", by=application.person, at=NOW)
    return application


def test_a_page_is_made_of_the_whitelist_and_nothing_else():
    application = make_sent("mentor", wishes="Только не начальница", experience="две пары", city="Ереван")
    save_step(
        application=application,
        step="extras",
        answers={},
        private={"contact": SECRET},
        by=application.person,
        at=NOW,
    )

    actions.list_mentor(application=application, language="ru", by=application.person, at=NOW)

    page = MentorPage.objects.get()
    assert page.live
    assert (page.title, page.country, page.topics, page.languages) == (
        "Нарине Саркисян", "AM", ["funding", "moderation"], ["ru"],
    )  # fmt: skip
    text = repr({field.name: getattr(page, field.name) for field in page._meta.concrete_fields})
    assert [
        word
        for word in (SECRET, "начальница", "две пары", "Ереван", application.person.email)
        if word in text
    ] == []
    assert Consent.objects.filter(purpose="mentoring-listing", withdrawn_at=None).count() == 1


def test_without_an_application_that_stands_nobody_is_listed():
    application = make_draft("mentor")

    with pytest.raises(Refused):
        actions.list_mentor(application=application, language="ru", by=application.person, at=NOW)

    assert (MentorPage.objects.count(), Consent.objects.count()) == (0, 0)


def test_nobody_lists_somebody_else():
    application = make_mentor()

    with pytest.raises(Refused):
        actions.list_mentor(application=application, language="ru", by=make_member(), at=NOW)


def test_listed_anew_is_the_same_page_brought_up_to_date():
    application = listed()
    Application.objects.update(state="submitted")
    profile = application.mentor_profile
    profile.bio = "Иначе"
    profile.save()

    actions.list_mentor(application=application, language="ru", by=application.person, at=NOW)

    assert MentorPage.objects.get().bio == "Иначе"


def test_taken_off_the_page_is_gone_at_once():
    application = listed()

    actions.unlist_mentor(listing=MentorListing.objects.get(), by=application.person, at=NOW)

    assert MentorPage.objects.count() == 0
    assert Consent.objects.filter(purpose="mentoring-listing", withdrawn_at=None).count() == 0


def test_a_consent_taken_back_takes_the_page_off():
    application = listed()

    withdraw_consent(consent=Consent.objects.get(purpose="mentoring-listing"), by=application.person, at=NOW)

    assert MentorPage.objects.count() == 0


def test_two_of_one_name_have_addresses_of_their_own():
    round = make_round()
    listed(round=round)
    listed(round=round)

    assert sorted(MentorPage.objects.values_list("slug", flat=True)) == [
        "narine-sarkisyan",
        "narine-sarkisyan-2",
    ]


class TestFinding:
    @pytest.fixture
    def mentors(self):
        round = make_round()
        listed(
            round=round,
            name="Анна",
            country="RU",
            languages=[{"code": "ru", "level": "fluent"}],
            topics=["funding"],
        )
        listed(
            round=round,
            name="Борис",
            country="KZ",
            languages=[{"code": "kk", "level": "working"}],
            topics=["funding"],
        )
        listed(round=round, name="Вера", country="KZ", languages=[{"code": "kk", "level": "basic"}, {"code": "ru", "level": "fluent"}], topics=["rare-books"])  # fmt: skip

    @pytest.mark.parametrize(
        ("query", "names"),
        [
            ("", ["Анна", "Борис", "Вера"]),
            ("topic=funding", ["Анна", "Борис"]),
            ("language=ru", ["Анна", "Вера"]),
            # A language she can only greet in is not one she mentors in.
            ("language=kk", ["Борис"]),
            ("country=KZ", ["Борис", "Вера"]),
            ("topic=funding&country=KZ", ["Борис"]),
            ("topic=funding&country=AM", []),
            ("topic=eating", ["Анна", "Борис", "Вера"]),
            ("country=%27%7C", ["Анна", "Борис", "Вера"]),
        ],
    )
    def test_filters(self, query, names, mentors, client):
        response = client.get(f"/ru/mentoring/mentors/?{query}")

        assert [mentor["title"] for mentor in response.context["mentors"]] == names

    @pytest.mark.parametrize("page", ["0", "2", "x", "99999999"])
    def test_a_page_that_is_not_there(self, page, mentors, client):
        assert client.get(f"/ru/mentoring/mentors/?page={page}").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_number_of_queries(number, client):
    from django.db import connection

    round = make_round()
    for n in range(number):
        listed(round=round, name=f"Наставник {n}")
    client.get("/ru/mentoring/mentors/")

    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get("/ru/mentoring/mentors/?topic=funding")

    assert len(queries) == LIST_QUERIES


LIST_QUERIES = 9


class TestNaming:
    def name(self, application, mentor):
        key = str(MentorListing.objects.get(person=mentor.person).key)
        actions.name_mentor(application=application, key=key, by=application.person, at=NOW)
        return key

    def test_up_to_three_in_order(self):
        round = make_round()
        mentors = [listed(round=round, name=f"Наставник {n}") for n in range(4)]
        application = make_draft(round=round)

        keys = [self.name(application, mentor) for mentor in mentors[:3]]
        with pytest.raises(Refused, match="трёх"):
            self.name(application, mentors[3])

        application.refresh_from_db()
        assert application.working_copy["prefers"] == keys

    def test_twice_is_once_and_taken_off_is_gone(self):
        round = make_round()
        mentor, application = listed(round=round), make_draft(round=round)

        key = self.name(application, mentor)
        self.name(application, mentor)
        application.refresh_from_db()
        assert application.working_copy["prefers"] == [key]
        actions.unname_mentor(application=application, key=key, by=application.person, at=NOW)

        application.refresh_from_db()
        assert application.working_copy["prefers"] == []

    def test_not_herself(self):
        round = make_round()
        mentor = listed(round=round)
        own = make_draft(round=round, person=mentor.person)

        with pytest.raises(Refused, match="собственная"):
            self.name(own, mentor)

    def test_not_one_who_left_the_list(self):
        round = make_round()
        mentor, application = listed(round=round), make_draft(round=round)
        key = str(MentorListing.objects.get().key)
        actions.unlist_mentor(listing=MentorListing.objects.get(), by=mentor.person, at=NOW)

        with pytest.raises(Refused, match="больше нет"):
            actions.name_mentor(application=application, key=key, by=application.person, at=NOW)

    @travel(NOW, tick=False)
    def test_named_before_she_applied_stands_in_her_application(self, client):
        round = make_round()
        listed(round=round)
        key = MentorListing.objects.get().key
        with override("ru"):
            name, begin = (
                reverse("mentoring:name", args=[key]),
                reverse("mentoring:begin", args=[round.code, "mentee"]),
            )
        client.force_login(make_member())

        assert client.get(name).status_code == 200
        assert Application.objects.mentees().count() == 0
        client.post(name)
        client.post(begin, {"adult": "yes"})

        assert Application.objects.mentees().get().working_copy["prefers"] == [str(key)]


def test_an_empty_list_says_what_will_be_here(client):
    make_programme()

    assert "Список пока пуст" in client.get("/ru/mentoring/mentors/").content.decode()
