"""Inviting by address, entering an application for somebody, renewing a mentor."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import override
from time_machine import travel

from mentoring.actions import invitations as actions
from mentoring.models import Application, Round
from network.content.models import Letter
from network.content.refusals import Refused
from network.members.roles import Role
from tests.factories.members import NOW, make_member
from tests.factories.mentoring import MENTEE_ANSWERS, make_mentor, make_round, make_sent

pytestmark = pytest.mark.django_db
EMAIL = "gulnar@example.org"


@pytest.fixture
def coordinator(db):
    return make_member(Role.COORDINATOR)


@pytest.fixture
def round(db):
    return make_round()


def invite(round, by, email=EMAIL, side="mentor", **kwargs):
    return actions.invite(round=round, side=side, email=email, language="ru", by=by, at=NOW, **kwargs)


def link():
    text = Letter.objects.filter(kind="mentoring/invited").order_by("pk").last().text
    return re.search(r"https?://[^/]+(/\S+/invited/\S+)", text).group(1)


def test_an_invitation_is_a_draft_without_a_person_and_a_letter_with_a_link(round, coordinator):
    application = invite(round, coordinator, message="Вспомнили о вас.")

    letter = Letter.objects.get()
    assert (application.person, application.state, application.invitation.email) == (None, "draft", EMAIL)
    assert (letter.to, "Вспомнили о вас." in letter.text) == (EMAIL, True)


def test_a_new_letter_makes_the_old_link_die(round, coordinator, client):
    invite(round, coordinator)
    old = link()
    invite(round, coordinator)

    assert Application.objects.count() == 1
    assert client.get(old).status_code == 404


@travel(NOW, tick=False)
def test_opening_the_link_changes_nothing_and_accepting_makes_it_hers(round, coordinator, client):
    application = invite(round, coordinator)
    person = make_member(email=EMAIL)
    path = link()

    assert client.get(path).status_code == 200
    client.force_login(person)
    assert client.get(path).status_code == 200
    application.refresh_from_db()
    assert application.person is None
    client.post(path)

    application.refresh_from_db()
    assert application.person == person


@travel(NOW, tick=False)
def test_the_link_is_for_its_own_address(round, coordinator, client):
    application = invite(round, coordinator)
    client.force_login(make_member(email="other@example.org"))

    client.post(link())

    application.refresh_from_db()
    assert application.person is None


@travel(NOW, tick=False)
def test_who_came_by_herself_meanwhile_keeps_what_she_wrote(round, coordinator, client):
    invite(round, coordinator)
    person = make_member(email=EMAIL)
    own = make_sent("mentor", round=round, person=person)
    client.force_login(person)

    client.post(link())

    assert Application.objects.get() == own


@travel(NOW, tick=False)
def test_an_application_entered_for_somebody_waits_for_her_own_consents(round, coordinator, client):
    application = invite(round, coordinator, side="mentee", name="Гүлнар", send=False)
    for step, names in {"you": ("name", "country", "time_zone"), "question": ("question", "success")}.items():
        actions.enter_answers(
            application=application, step=step, answers={name: MENTEE_ANSWERS[name] for name in names},
            by=coordinator, at=NOW,
        )  # fmt: skip
    assert Letter.objects.count() == 0
    actions.send_invitation(application=application, message="", by=coordinator, at=NOW)
    person = make_member(email=EMAIL)
    client.force_login(person)

    accepted = client.post(link())

    with override("ru"):
        assert accepted.url == reverse("mentoring:begin", args=[round.code, "mentee"])
    application.refresh_from_db()
    assert (application.person, application.state) == (person, "draft")
    assert application.working_copy["question"] == "Как найти партнёра?"


def test_after_she_took_it_over_the_coordinator_writes_no_more(round, coordinator):
    application = invite(round, coordinator)
    Application.objects.update(person=make_member())

    with pytest.raises(Refused):
        actions.enter_answers(
            application=application, step="you", answers={"name": "x"}, by=coordinator, at=NOW
        )


def test_who_applied_already_is_not_invited(round, coordinator):
    make_sent("mentor", round=round, person=make_member(email=EMAIL))

    with pytest.raises(Refused, match="уже есть заявка"):
        invite(round, coordinator)


def test_three_letters_an_hour_are_enough(round, coordinator):
    for _ in range(3):
        invite(round, coordinator)

    with pytest.raises(Refused, match="три приглашения"):
        invite(round, coordinator)


@pytest.mark.parametrize("role", ["", Role.EDITOR, Role.ADMINISTRATOR])
def test_only_a_coordinator_invites(role, round):
    with pytest.raises(Refused, match="только координатор"):
        invite(round, make_member(role))


class TestRenewing:
    def test_her_answers_stand_ready_within_what_the_new_round_allows(self, coordinator):
        former = make_mentor(places=3, topics=["funding", "moderation"])
        Round.objects.update(phase="closed")
        new = make_round(most_places=2, topics=["funding"])

        application = actions.renew(former=former, round=new, by=coordinator, at=NOW)

        assert (application.person, application.state, application.carried_from) == (
            former.person,
            "draft",
            former,
        )
        assert (application.working_copy["places"], application.working_copy["topics"]) == (2, ["funding"])
        assert application.working_copy["bio"] == former.working_copy["bio"]
        assert Letter.objects.order_by("pk").last().kind == "mentoring/renewed"

    def test_twice_is_refused(self, coordinator):
        former = make_mentor()
        Round.objects.update(phase="closed")
        new = make_round()
        actions.renew(former=former, round=new, by=coordinator, at=NOW)

        with pytest.raises(Refused, match="уже есть заявка"):
            actions.renew(former=former, round=new, by=coordinator, at=NOW)
