"""What is always refused is not offered: the sentence of the refusal stands in its place."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from time_machine import travel

from mentoring.actions import invitations
from mentoring.actions.reviews import decide
from mentoring.models import Application, Round
from mentoring.pair_states import PairState
from network.content.models import Letter
from network.content.refusals import Refused
from tests.factories import pairs as make
from tests.factories.members import NOW, make_member
from tests.factories.mentoring import make_mentor, make_round, make_sent

pytestmark = pytest.mark.django_db
OVER = "Наборы этого раунда закончились."
CLOSED = "Набор наставников этого раунда не открыт."
DECIDED = "Пары этого раунда объявлены, решения по заявкам приняты."


@pytest.fixture(autouse=True)
def _clock():
    with travel(NOW, tick=False):
        yield


@pytest.fixture
def boss(client):
    user = make.coordinator()
    client.force_login(user)
    return user


def address(name, *args):
    return reverse(f"mentoring_admin:{name}", args=args)


def offered(client, name, *args) -> set[str]:
    """Addresses of the desk that a screen leads or posts to."""
    page = client.get(address(name, *args)).content.decode()
    return set(re.findall(r'(?:href|action)="(/[^"]*admin/mentoring/[^"]*)"', page))


@pytest.mark.parametrize(
    ("phase", "invites", "renews"),
    [
        ("preparing", True, False),
        ("mentor_call", True, True),
        ("matching", False, False),
        ("closed", False, False),
    ],
)
def test_inviting_and_asking_again_are_offered_while_the_call_is_open(phase, invites, renews, boss, client):
    former = make.mentor(make_round("closed", at=NOW - timedelta(days=200)))
    round = make_round(phase)

    links = offered(client, "round", round.code)
    page = client.get(address("round", round.code)).content.decode()

    assert {address(name, round.code) in links for name in ("invite", "enter")} == {invites}
    assert (address("renew", round.code, former.pk) in links) is renews
    assert (OVER in page, CLOSED in page) == (not invites, not renews)


@pytest.mark.parametrize("name", ["invite", "enter"])
def test_there_is_no_form_for_inviting_when_the_calls_are_over(name, boss, client):
    round = make_round("closed")

    page = client.get(address(name, round.code)).content.decode()

    assert (OVER in page, 'name="language"' in page) == (True, False)


def test_only_the_side_whose_call_is_open_is_offered(boss, client):
    round = make_round(mentor_call_opens_at=NOW - timedelta(days=30), mentor_deadline=NOW - timedelta(days=1))

    form = client.get(address("invite", round.code)).context["form"]

    assert [code for code, _label in form.fields["side"].choices] == ["mentee"]


def test_who_cannot_be_invited_stays_in_the_form_with_the_reason(boss, client):
    round = make_round()
    make_sent("mentor", round=round, person=make_member(email="taken@example.org"))
    before = Letter.objects.filter(kind="mentoring/invited").count()
    data = {
        "side": "mentor",
        "emails": "taken@example.org\nnew@example.org",
        "language": "ru",
        "message": "Вспомнили о вас.",
    }

    answer = client.post(address("invite", round.code), data)

    form = answer.context["form"]
    assert (form["emails"].value(), form["message"].value()) == ("taken@example.org", "Вспомнили о вас.")
    assert form.errors == {"emails": ["У taken@example.org уже есть заявка в этом раунде."]}
    assert Letter.objects.filter(kind="mentoring/invited").count() - before == 1


def test_a_refused_entering_stands_beside_the_address(boss, client):
    round = make_round()
    make_sent("mentee", round=round, person=make_member(email="taken@example.org"))
    data = {"side": "mentee", "email": "taken@example.org", "name": "Асель", "language": "ru"}

    form = client.post(address("enter", round.code), data).context["form"]

    assert (list(form.errors), form["name"].value()) == (["email"], "Асель")


@pytest.mark.parametrize(("phase", "verbs"), [("review", 1), ("running", 0), ("closed", 0)])
def test_no_decision_is_offered_once_the_pairs_are_out(phase, verbs, boss, client):
    application = make_mentor()
    Round.objects.update(phase=phase)
    path = address("decide", application.reference, "reconsider")

    links = offered(client, "application", application.reference)
    page = client.get(address("application", application.reference)).content.decode()
    form = client.get(path).content.decode()

    assert len([link for link in links if "/decide/" in link]) == verbs
    assert (DECIDED in page, DECIDED in form) == (not verbs, not verbs)
    assert ('name="note"' in form) is bool(verbs)


def test_many_are_not_decided_on_once_the_pairs_are_out(boss, client):
    application = make_sent()
    path = address("applications", application.round.code)
    before = client.get(path).content.decode()
    Round.objects.update(phase="running")

    after = client.get(path).content.decode()

    verbs = ("accept", "waitlist", "decline", "letter")
    assert [f'value="{verb}"' in before for verb in verbs] == [True] * 4
    assert [f'name="verb" value="{verb}"' in after for verb in verbs] == [False, False, False, True]
    assert DECIDED in after


def test_a_decision_is_not_taken_back_under_a_pair(boss):
    pair = make.pair(make.matching_round(), state=PairState.ACTIVE)

    for one in (pair.mentee, pair.mentor):
        with pytest.raises(Refused):
            decide(application=one, verb="reconsider", by=boss, at=NOW)

    assert set(Application.objects.values_list("state", flat=True)) == {"accepted"}


def test_the_rule_of_inviting_still_holds_behind_the_form(boss):
    with pytest.raises(Refused, match=OVER):
        invitations.invite(
            round=make_round("closed"), side="mentor", email="a@example.org", language="ru", by=boss, at=NOW
        )
