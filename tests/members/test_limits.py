import pytest
from django.test import Client, RequestFactory

from network.content.client_ip import client_ip
from tests.factories.members import PASSWORD, make_member

pytestmark = pytest.mark.django_db
WRONG = "a wrong password, really"


def tries(user, *, password, address, forwarded=None):
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    return Client(REMOTE_ADDR=address, **headers).post(
        "/ru/account/login/", {"login": user.email, "password": password}
    )


def test_guessing_is_braked():
    user = make_member()

    for _number in range(5):
        tries(user, password=WRONG, address="10.0.0.1")

    assert tries(user, password=PASSWORD, address="10.0.0.1").status_code == 200


def test_who_guesses_locks_out_neither_the_owner_nor_a_neighbour():
    user, neighbour = make_member(), make_member()

    for _number in range(5):
        tries(user, password=WRONG, address="10.0.0.1")

    assert tries(user, password=PASSWORD, address="10.0.0.2").status_code == 302
    assert tries(neighbour, password=PASSWORD, address="10.0.0.1").status_code == 302


def test_a_forged_header_does_not_free_the_guesser():
    user = make_member()

    for number in range(5):
        tries(user, password=WRONG, address="10.0.0.1", forwarded=f"192.0.2.{number}")

    assert tries(user, password=PASSWORD, address="10.0.0.1", forwarded="192.0.2.99").status_code == 200


@pytest.mark.parametrize(
    ("trusted", "forwarded", "address"),
    [
        (0, "", "10.0.0.1"),
        (0, "1.1.1.1", "10.0.0.1"),
        (1, "1.1.1.1", "1.1.1.1"),
        (1, "6.6.6.6, 1.1.1.1", "1.1.1.1"),
        (2, "6.6.6.6, 1.1.1.1, 10.0.0.9", "1.1.1.1"),
        (2, "1.1.1.1", "10.0.0.1"),
        (1, "", "10.0.0.1"),
    ],
)
def test_the_address_our_proxies_saw(settings, trusted, forwarded, address):
    settings.TRUSTED_PROXY_COUNT = trusted
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=forwarded)

    assert client_ip(request) == address
