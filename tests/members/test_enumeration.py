"""Nothing tells a stranger whether an address has an account: neither text nor status nor headers."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from network.content.models import Letter
from tests.factories.members import make_member
from tests.members.walking import PASSWORD, sign_up

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN = "known1@example.org", "strange@example.org"


@pytest.fixture(autouse=True)
def _account():
    make_member(email=KNOWN)
    make_member(email="closed@example.org", is_active=False)


def seen(response, email) -> tuple:
    """All a stranger can compare, without tokens and the address she typed herself."""
    body = response.content.decode().replace(email, "<address>")
    body = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", body)
    headers = {name: value for name, value in response.items() if name not in {"Content-Length", "Expires"}}
    return response.status_code, headers, sorted(response.cookies), body


def after_sign_up(email):
    client = Client()
    first = sign_up(client, email)
    page = client.get("/ru/account/confirm-email/")
    wrong = client.post("/ru/account/confirm-email/", {"code": "0"})
    cache.clear()  # a second letter may go only ten seconds after the first
    sent = [client.post("/ru/account/confirm-email/", {"action": "resend"}) for _number in range(3)]
    after = client.get("/ru/account/confirm-email/")
    change = client.post("/ru/account/confirm-email/", {"action": "change", "email": "third@example.org"})
    return [seen(response, email) for response in (first, page, wrong, *sent, after, change)]


@pytest.mark.parametrize("other", [KNOWN, "closed@example.org"])
def test_sign_up(other):
    assert after_sign_up(other) == after_sign_up(UNKNOWN)


@pytest.mark.parametrize("other", [KNOWN, "closed@example.org"])
def test_reset(other):
    def asked(email):
        client = Client()
        first = client.post("/ru/account/password/reset/", {"email": email})
        return [seen(first, email), seen(client.get(first.headers["Location"]), email)]

    assert asked(other) == asked(UNKNOWN)


@pytest.mark.parametrize("other", [KNOWN, "closed@example.org"])
def test_sign_in_with_a_wrong_password(other):
    def tried(email):
        return seen(Client().post("/ru/account/login/", {"login": email, "password": "not this one"}), email)

    assert tried(other) == tried(UNKNOWN)


@pytest.mark.parametrize("address", [KNOWN, UNKNOWN])
def test_resets_are_limited_alike(address):
    statuses = [
        Client().post("/ru/account/password/reset/", {"email": address}).status_code for _number in range(5)
    ]

    assert statuses == [302, 302, 302, 429, 429]
    assert Letter.objects.filter(to=address).count() == 3


def test_the_owner_is_told_that_she_has_an_account():
    sign_up(Client(), KNOWN)

    letter = Letter.objects.get(to=KNOWN)
    assert letter.kind == "account/already"
    assert PASSWORD not in letter.text
