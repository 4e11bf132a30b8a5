from contextlib import suppress
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.utils.translation import override

from network.content.models import Letter
from network.content.refusals import Refused
from network.members import registries
from network.members.actions import accept_invitation, invite, revoke_invitation
from network.members.models import HistoryEntry, Invitation, User
from network.members.roles import has_role
from tests.factories.members import NOW, PASSWORD, make_member
from tests.members.walking import sign_in, sign_up

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def administrator():
    return make_member("administrator")


def link(email="juror@example.org") -> str:
    text = Letter.objects.filter(to=email, kind="members/invitation").latest("pk").text
    line = next(line for line in text.splitlines() if "/my/invitation/" in line)
    return "/" + line.partition("://")[2].partition("/")[2]


@pytest.fixture
def invited(administrator, monkeypatch):
    """An open invitation, and now is the moment it was sent."""
    invitation = invite(email="Juror@example.org", role="juror", by=administrator, at=NOW, language="ru")
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    return invitation


def test_the_letter_holds_the_token_and_the_database_only_its_hash(invited):
    token = link().rstrip("/").rpartition("/")[2]

    assert invited.email == "juror@example.org"
    assert invited.expires_at == NOW + 14 * DAY
    assert len(token) >= 40
    assert token not in str(Invitation.objects.values().get())
    assert Letter.objects.get(to="juror@example.org").subject.startswith("Приглашение")


def test_opening_the_link_changes_nothing(invited):
    page = Client().get(link())

    assert page.status_code == 200
    assert Invitation.objects.get().accepted_at is None
    assert User.objects.count() == 1


def test_somebody_with_that_address_accepts(invited):
    juror = make_member(email="juror@example.org")
    client = Client()
    client.force_login(juror)

    client.post(link())

    accepted = Invitation.objects.get()
    assert (accepted.accepted_by, has_role(juror, "juror")) == (juror, True)
    assert HistoryEntry.objects.get(verb="give_role").after == "juror"


def test_a_new_person_needs_no_code_and_then_accepts(invited):
    client = Client()

    onward = client.post(link())
    sign_up(client, "juror@example.org", next=link())
    client.post(link())

    user = User.objects.get(email="juror@example.org")
    assert onward.headers["Location"].startswith("/ru/account/signup/?next=")
    assert user.emailaddress_set.get().verified is True
    assert has_role(user, "juror")


def test_the_letter_verifies_its_own_address_only(invited):
    client = Client()

    client.post(link())
    sign_up(client, "another@example.org")

    assert EmailAddress.objects.filter(email="another@example.org", verified=True).count() == 0


def test_somebody_with_an_account_is_sent_to_sign_in(invited):
    make_member(email="juror@example.org")

    assert Client().post(link()).headers["Location"].startswith("/ru/account/login/?next=")


def test_a_second_time_it_says_so_and_changes_nothing(invited):
    juror = make_member(email="juror@example.org")
    accept_invitation(invitation=invited, by=juror, at=NOW)

    with pytest.raises(Refused):
        accept_invitation(invitation=invited, by=juror, at=NOW)

    assert HistoryEntry.objects.filter(verb="accept_invitation").count() == 1


@pytest.mark.parametrize(
    ("after", "accepted"), [(14 * DAY - timedelta(seconds=1), True), (14 * DAY, False), (15 * DAY, False)]
)
def test_it_holds_fourteen_days(invited, after, accepted):
    juror = make_member(email="juror@example.org")

    with suppress(Refused):
        accept_invitation(invitation=invited, by=juror, at=NOW + after)

    assert has_role(User.objects.get(pk=juror.pk), "juror") is accepted


@pytest.mark.parametrize("verified", [True, False])
def test_nobody_else_accepts_it(invited, verified):
    stranger = make_member(
        email="stranger@example.org" if verified else "juror@example.org", verified=verified
    )
    client = Client()
    client.force_login(stranger)

    page = client.post(link())

    assert page.status_code == 200
    assert Invitation.objects.get().accepted_at is None
    assert not has_role(stranger, "juror")


def test_a_revoked_one_is_worth_nothing(invited, administrator):
    juror = make_member(email="juror@example.org")
    revoke_invitation(invitation=invited, by=administrator, at=NOW)

    with pytest.raises(Refused):
        accept_invitation(invitation=invited, by=juror, at=NOW)


def test_a_new_one_replaces_the_old_one(invited, administrator):
    old = link()
    invite(email="juror@example.org", role="juror", by=administrator, at=NOW)

    with override("ru"):
        page = Client().get(old).content.decode()

    assert "отозвано" in page
    assert Invitation.objects.open(at=NOW).count() == 1


def test_an_unknown_token_is_no_page():
    assert Client().get("/ru/my/invitation/whatever/").status_code == 404


@pytest.mark.parametrize(
    ("inviter", "role", "may"),
    [
        ("administrator", "editor", True),
        ("administrator", "administrator", True),
        ("administrator", "king", False),
        ("award-secretary", "juror", True),
        ("award-chair", "juror", True),
        ("award-secretary", "editor", False),
        ("juror", "juror", False),
        ("editor", "juror", False),
        ("", "juror", False),
    ],
)
def test_who_may_invite_to_what(inviter, role, may):
    by = make_member(inviter)

    with suppress(Refused):
        invite(email="new@example.org", role=role, by=by, at=NOW)

    assert Letter.objects.filter(to="new@example.org").exists() is may


def test_three_letters_an_hour_are_enough(administrator):
    for number in range(3):
        invite(email="new@example.org", role="juror", subject=str(number), by=administrator, at=NOW)

    with pytest.raises(Refused):
        invite(email="new@example.org", role="editor", by=administrator, at=NOW + timedelta(minutes=59))
    invite(email="new@example.org", role="editor", by=administrator, at=NOW + timedelta(minutes=61))

    assert Letter.objects.filter(to="new@example.org").count() == 4


def test_the_app_that_asked_is_told(invited, monkeypatch):
    told = []
    monkeypatch.setattr(
        registries, "_accepting", {"test": lambda invitation, user, at: told.append((invitation.pk, user))}
    )
    juror = make_member(email="juror@example.org")

    accept_invitation(invitation=invited, by=juror, at=NOW)

    assert told == [(invited.pk, juror)]


def test_after_accepting_she_signs_in_with_her_own_password(invited):
    client = Client()
    client.post(link())
    sign_up(client, "juror@example.org")

    fresh = Client()
    sign_in(fresh, User.objects.get(email="juror@example.org"), PASSWORD)

    assert fresh.get("/ru/my/").status_code == 200
