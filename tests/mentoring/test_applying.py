"""Applying on the site, as a young librarian would: step by step, without JavaScript."""

import pytest
from django.urls import resolve, reverse
from django.utils.translation import override
from time_machine import travel

from mentoring.answers import STEPS
from mentoring.models import Application, ApplicationSnapshot, PrivateAnswers
from network.content.models import Letter
from tests.factories.members import NOW, make_member
from tests.factories.mentoring import MENTEE_ANSWERS, make_round

pytestmark = pytest.mark.django_db
FORMS = {
    "you": {"name": "Айпери Садыкова", "country": "KG", "time_zone": "Asia/Bishkek"},
    "work": {"institution_name": "Областная библиотека", "library_type": "regional", "years": "2-3"},
    "languages": {"language1": "ky", "level1": "fluent", "language2": "ru", "level2": "working"},
    "topics": {"topic1": "funding", "topic2": "campaigns"},
    "question": {"question": "Как найти партнёра?", "success": "Первое письмо отправлено."},
    "time": {"free_cells": ["mon-evening"]},
    "wishes": {"library_wish": "any", "country_wish": "any", "avoid": "Иван Петров"},
    "extras": {},
    "equity": {},
}
CONSENTS = {f"mentoring-{code}": "on" for code in ("processing", "transfer", "sharing", "conduct")}


@pytest.fixture
def round(db):
    return make_round()


def url(name, round, *args, language="ru"):
    with override(language):
        return reverse(f"mentoring:{name}", args=[round.code, "mentee", *args])


def seen(response):
    return response.context["seen"]


def fill(client, round, language="ru", steps=FORMS):
    for step, data in steps.items():
        page = client.get(url("step", round, step, language=language))
        assert page.status_code == 200, step
        response = client.post(url("step", round, step, language=language), {**data, "seen": seen(page)})
        assert response.status_code == 302, (step, response.context["form"].errors)


@pytest.mark.parametrize(
    ("side", "code"), [(side, step.code) for side, steps in STEPS.items() for step in steps]
)
def test_no_other_address_stands_before_a_step(side, code):
    found = resolve(reverse("mentoring:step", args=["M27", side, code]))

    assert found.view_name == "mentoring:step"


@travel(NOW, tick=False)
def test_the_whole_way_from_the_questions_to_the_receipt(client, round):
    person = make_member()
    client.force_login(person)

    assert client.post(url("begin", round), {"adult": "yes"}).url == url("step", round, "you")
    fill(client, round)
    sent = client.post(url("check", round), CONSENTS)

    application = Application.objects.get()
    assert sent.url == url("receipt", round)
    assert (application.state, application.reference, application.person) == ("submitted", "M27-0001", person)
    assert application.mentee_profile.topics == ["funding", "campaigns"]
    assert application.mentee_profile.free == MINUTES
    assert PrivateAnswers.objects.get().avoid == "Иван Петров"
    receipt = client.get(url("receipt", round)).content.decode()
    assert "M27-0001" in receipt
    assert ApplicationSnapshot.objects.get().sha256 in receipt
    letter = Letter.objects.get()
    assert (letter.kind, letter.to) == ("mentoring/receipt", person.email)
    assert ApplicationSnapshot.objects.get().sha256 in letter.text


# Monday evening, 17 to 21 in Bishkek (UTC+6), since Monday 00:00 UTC.
MINUTES = [[660, 900]]


@travel(NOW, tick=False)
def test_without_an_account_the_draft_waits_in_the_session_and_becomes_hers_at_sign_in(client, round):
    client.post(url("begin", round), {"adult": "yes"})
    fill(
        client,
        round,
        steps={name: FORMS[name] for name in ("you", "work", "languages", "topics", "question")},
    )
    assert Application.objects.count() == 0
    assert "Как найти партнёра?" in client.get(url("check", round)).content.decode()
    assert "/account/login/" in client.post(url("check", round), CONSENTS).url

    person = make_member()
    with override("ru"):
        client.post(reverse("account_login"), {"login": person.email, "password": "семь тихих вечеров"})

    application = Application.objects.get()
    assert application.person == person
    assert {name: application.working_copy.get(name) for name in ("topics", "question")} == {
        "topics": ["funding", "campaigns"],
        "question": "Как найти партнёра?",
    }


@travel(NOW, tick=False)
def test_begun_in_russian_and_finished_in_english_nothing_is_lost(client, round):
    client.force_login(make_member())
    client.post(url("begin", round), {"adult": "yes"})
    half = dict(list(FORMS.items())[:4])
    rest = dict(list(FORMS.items())[4:])

    fill(client, round, language="ru", steps=half)
    fill(client, round, language="en", steps=rest)
    client.post(url("check", round, language="en"), CONSENTS)

    application = Application.objects.get()
    answers = ApplicationSnapshot.objects.get().answers
    assert {name: answers[name] for name in MENTEE_ANSWERS} == MENTEE_ANSWERS
    assert application.language == "en"


@travel(NOW, tick=False)
def test_not_eligible_is_told_kindly_and_nothing_is_kept(client, round):
    client.force_login(make_member())

    response = client.post(url("begin", round), {"adult": "no"})

    assert "Приходите, когда исполнится." in response.content.decode()
    assert Application.objects.count() == 0


@travel(NOW, tick=False)
def test_two_devices_changing_one_step_lose_neither_text(client, round):
    client.force_login(make_member())
    client.post(url("begin", round), {"adult": "yes"})
    phone = client.get(url("step", round, "question"))
    laptop = client.get(url("step", round, "question"))
    client.post(
        url("step", round, "question"), {"question": "С телефона", "success": "да", "seen": seen(phone)}
    )

    late = client.post(
        url("step", round, "question"), {"question": "С ноутбука", "success": "да", "seen": seen(laptop)}
    )

    body = late.content.decode()
    assert late.status_code == 200
    assert "С телефона" in body
    assert "С ноутбука" in body
    assert Application.objects.get().working_copy["question"] == "С телефона"

    again = client.post(
        url("step", round, "question"), {"question": "С ноутбука", "success": "да", "seen": seen(late)}
    )

    assert again.status_code == 302
    assert Application.objects.get().working_copy["question"] == "С ноутбука"
