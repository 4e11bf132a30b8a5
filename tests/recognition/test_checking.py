"""Checking a certificate signed out."""

import pytest

from network.members.roles import Role
from network.recognition.actions import reissue, revoke, show_name
from tests.factories.members import make_member
from tests.factories.recognition import AT, certificate

pytestmark = pytest.mark.django_db
NAME = "Айпери Садыкова"


def address(given, language="ru"):
    return f"/{language}/v/{given.code}/"


def html_of(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def test_anybody_sees_that_it_is_valid_and_no_name(client):
    html = html_of(client.get(address(certificate())))

    shown = [
        text
        for text in ("действительно", "Как вести библиотечный диалог", "12 часов", "2027")
        if text in html
    ]
    assert (len(shown), NAME in html) == (4, False)


def test_the_title_stands_in_the_readers_language_and_in_the_one_it_was_taken_in(client):
    html = html_of(client.get(address(certificate(), "en")))
    assert (
        "How to run a library dialogue" in html,
        '<span lang="ru">Как вести библиотечный диалог</span>' in html,
    ) == (True, True)


def test_the_name_stands_there_when_its_holder_wishes_so(client):
    given = certificate()
    show_name(certificate=given, is_shown=True, by=given.holder, at=AT)

    html = html_of(client.get(address(given)))

    assert (NAME in html, 'name="name"' in html) == (True, False)


@pytest.mark.parametrize(("typed", "said"), [("айпери  САДЫКОВА", "Да: сертификат выдан на это имя."), ("Нарине", "Нет: сертификат выдан на другое имя")])  # fmt: skip
def test_who_types_the_name_learns_whether_it_is_right(client, typed, said):
    html = html_of(client.post(address(certificate()), {"name": typed}))
    assert (said in html, NAME in html) == (True, False)


def test_it_is_never_kept_and_never_indexed(client):
    response = client.get(address(certificate()))
    assert (response["X-Robots-Tag"], response["Cache-Control"]) == ("noindex, nofollow", "private, no-store")
    assert '<meta name="robots" content="noindex, nofollow">' in response.content.decode()


def test_a_revoked_one_says_why(client):
    given = certificate()
    revoke(certificate=given, reason="Выдано по ошибке", by=make_member(Role.ADMINISTRATOR), at=AT)

    html = html_of(client.get(address(given)))

    assert ("отозвано" in html, "Выдано по ошибке" in html) == (True, True)


def test_a_replaced_one_does_not_tell_the_new_code(client):
    given = certificate()
    new = reissue(certificate=given, name="Другое Имя", by=given.holder, at=AT)

    html = html_of(client.get(address(given)))

    assert ("заменено" in html, new.code in html) == (True, False)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("7K4M-9QX0", "Таких знаков в коде не бывает: 0"),
        ("7K4M", "В коде восемь букв и цифр"),
        ("7K4M-9QXE", "в одном знаке опечатка"),
        ("7K4M-9QXD", "мы его не выдавали"),
        ("%D0%B6" * 8, "Таких знаков в коде не бывает"),
    ],
)
def test_a_mistyped_code_gets_an_answer_that_helps(client, code, said):
    html = html_of(client.get(f"/ru/v/{code}/"), 404)
    assert (said in html, 'name="code"' in html) == (True, True)


def test_a_code_typed_carelessly_leads_to_its_certificate(client):
    given = certificate()
    for typed in (given.code.lower(), given.code.replace("-", ""), f" {given.code} "):
        response = client.get("/ru/v/", {"code": typed})
        assert (response.status_code, response.url) == (302, address(given))
    assert client.get(f"/ru/v/{given.code.lower()}/").url == address(given)


@pytest.mark.parametrize("typed", ["../../admin", "http://evil.example/", "\x01", "а" * 1000, "?x=1#y"])
def test_whatever_is_typed_as_a_code_stays_on_the_site(client, typed):
    response = client.get("/ru/v/", {"code": typed})
    assert (response.status_code, response.url.startswith("/ru/v/")) == (302, True)
    assert client.get(response.url).status_code == 404


def test_codes_and_names_cannot_be_guessed_by_the_thousand(client):
    given = certificate()
    names = [client.post(address(given), {"name": f"Имя {n}"}).status_code for n in range(11)]
    codes = [client.get("/ru/v/7K4M-9QXD/").status_code for _ in range(61)]
    assert (names[-2:], codes[-1]) == ([200, 429], 429)
