"""What the operator does from the command line and what happens by the clock."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client

from network.members.administrators import NoAdministrator, first_administrator
from network.members.models import User
from network.members.roles import Role, has_role, role_codes
from network.members.schedules import purge
from tests.factories.members import NOW, make_member, make_superuser
from tests.members.walking import sign_in

pytestmark = pytest.mark.django_db
PHRASE = "долгая фраза для входа"


@pytest.fixture
def _named(monkeypatch):
    monkeypatch.setenv("ADMIN_EMAIL", "Boss@Example.org")
    monkeypatch.setenv("ADMIN_PASSWORD", PHRASE)
    monkeypatch.setenv("ADMIN_NAME", "Ирина")


@pytest.mark.usefixtures("_named")
def test_the_administrator_of_the_environment_can_sign_in():
    made = first_administrator()
    client = Client()

    sign_in(client, made, PHRASE)

    assert (made.email, made.name, made.is_superuser) == ("boss@example.org", "Ирина", True)
    assert has_role(made, Role.ADMINISTRATOR)
    assert client.get("/admin/").status_code == 200


@pytest.mark.usefixtures("_named")
def test_a_second_one_is_not_made():
    make_superuser()

    assert first_administrator() is None
    assert not User.objects.filter(email="boss@example.org").exists()


@pytest.mark.parametrize(
    ("email", "password", "sentence"),
    [
        ("boss@example.org", "short", "Your password has 5 characters"),
        ("not an address", PHRASE, "Enter a valid email address."),
        ("", PHRASE, "Set ADMIN_EMAIL and ADMIN_PASSWORD"),
        ("boss@example.org", "boss@example.org!", "too similar"),
    ],
)
def test_a_bad_one_is_refused_with_a_sentence(monkeypatch, email, password, sentence):
    monkeypatch.setenv("ADMIN_EMAIL", email)
    monkeypatch.setenv("ADMIN_PASSWORD", password)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    from django.utils.translation import override

    with override("en"), pytest.raises(NoAdministrator) as refused:
        first_administrator()

    assert sentence in str(refused.value)
    assert User.objects.count() == 0


def test_make_roles_names_every_role(capsys):
    call_command("make_roles")

    assert capsys.readouterr().out.split() == role_codes()


@pytest.mark.parametrize(
    ("days", "verified", "signed_in", "stays"),
    [(31, False, False, False), (29, False, False, True), (31, True, False, True), (31, False, True, True)],
)
def test_accounts_never_verified_go_after_thirty_days(days, verified, signed_in, stays):
    user = make_member(verified=verified)
    User.objects.filter(pk=user.pk).update(
        date_joined=NOW - timedelta(days=days), last_login=NOW if signed_in else None
    )

    purge(at=NOW)
    purge(at=NOW)

    assert User.objects.filter(pk=user.pk).exists() is stays
