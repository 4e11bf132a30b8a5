import pytest

from network.content.models import ContactMessage, Letter


def test_message_is_kept_and_the_association_told(home, client):
    answer = client.post("/ru/contact/", {"text": "Здравствуйте", "email": "a@example.org"}, follow=True)

    message = ContactMessage.objects.get()
    assert (message.kind, message.text, message.language) == ("contact", "Здравствуйте", "ru")
    assert Letter.objects.get().reply_to == "a@example.org"
    assert "дошло до редакторов" in answer.content.decode()


def test_error_report_names_the_page(home, client):
    first = client.get("/ru/report-error/", {"page": "/ru/about/"})
    client.post("/ru/report-error/", {"page_url": "/ru/about/", "text": "Опечатка"})

    assert 'value="/ru/about/"' in first.content.decode()
    message = ContactMessage.objects.get()
    assert (message.kind, message.page_url) == ("error", "/ru/about/")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": ""}, "Требуется заполнить это поле."),
        ({"text": "x", "email": "не адрес"}, "Введите правильный адрес электронной почты."),
        ({"text": "x", "name": "я" * 1_000_000}, "помещается 150 знаков"),
        ({"text": "x" * 5001}, "помещается 5000 знаков"),
    ],
)
def test_bad_input_is_told_beside_the_field_and_nothing_is_lost(home, client, fields, sentence):
    answer = client.post("/ru/contact/", fields)
    text = answer.content.decode()

    assert answer.status_code == 200
    assert sentence in text
    assert ContactMessage.objects.count() == 0
    assert fields["text"][:50] in text


@pytest.mark.parametrize("name", ["a\x00b", "a\u202eb", "a\x1b[31m"])
def test_name_with_signs_nobody_can_see_is_refused_with_a_sentence(home, client, name):
    answer = client.post("/ru/contact/", {"text": "Здравствуйте", "name": name})

    assert answer.status_code == 200
    assert ContactMessage.objects.count() == 0
    assert "Здравствуйте" in answer.content.decode()


def test_machine_that_fills_the_hidden_field_is_thanked_and_forgotten(home, client):
    answer = client.post("/ru/contact/", {"text": "buy", "website": "http://spam.example"}, follow=True)

    assert answer.status_code == 200
    assert ContactMessage.objects.count() == 0


def test_form_is_braked_and_says_when_to_come_back(home, client):
    codes = [client.post("/ru/contact/", {"text": "x"}).status_code for _ in range(6)]

    assert codes == [302] * 5 + [429]


def test_stale_form_says_what_to_do(home):
    from django.test import Client

    answer = Client(enforce_csrf_checks=True).post("/ru/contact/", {"text": "x"})

    assert answer.status_code == 403
    assert "<h1" in answer.content.decode()
