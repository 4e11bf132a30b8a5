"""The coordinator's screens: what they show, what they keep, how many queries they ask."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from time_machine import travel

from mentoring.actions.applications import save_equity, save_step
from mentoring.models import Application, EquityAnswers
from network.content.models import Letter
from network.members.models import ReadingEntry
from network.members.roles import Role
from tests.factories.members import NOW, make_member
from tests.factories.mentoring import make_draft, make_round, make_sent

pytestmark = pytest.mark.django_db
# The round, the number of rows, the rows; the rest is asked by the session and the admin's frame.
OUR_QUERIES = 3


@pytest.fixture(autouse=True)
def _clock():
    with travel(NOW, tick=False):
        yield


@pytest.fixture
def coordinator(client):
    user = make_member(Role.COORDINATOR)
    client.force_login(user)
    return user


def url(name, *args):
    return reverse(f"mentoring_admin:{name}", args=args)


def shown(response):
    return [row["name"] for row in response.context["rows"]]


@pytest.fixture
def crowd(coordinator):
    round = make_round()
    make_sent(
        round=round,
        name="Асель",
        country="KZ",
        languages=[{"code": "kk", "level": "fluent"}],
        topics=["funding"],
    )
    make_sent(
        round=round,
        name="Нарине",
        country="AM",
        languages=[{"code": "hy", "level": "fluent"}],
        topics=["rare-books"],
    )
    make_sent("mentor", round=round, name="Семён", country="RU", library_type="rural", topics=["funding"])
    make_draft(round=round, name="Черновик")
    return round


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["Асель", "Нарине", "Семён"]),
        ({"q": "асель"}, ["Асель"]),
        ({"q": "СЕМЕН"}, ["Семён"]),
        ({"q": "m27-0002"}, ["Нарине"]),
        ({"side": "mentor"}, ["Семён"]),
        ({"country": "AM"}, ["Нарине"]),
        ({"language": "kk"}, ["Асель"]),
        ({"topic": "funding"}, ["Асель", "Семён"]),
        ({"library": "rural"}, ["Семён"]),
        ({"topic": "funding", "side": "mentee", "q": "асель"}, ["Асель"]),
        ({"state": "accepted"}, []),
        ({"topic": "eating"}, ["Асель", "Нарине", "Семён"]),
    ],
    ids=str,
)
def test_the_list_is_narrowed_and_knows_no_drafts(query, names, crowd, client):
    response = client.get(url("applications", crowd.code), query)

    assert sorted(shown(response)) == names


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_number_of_queries(number, coordinator, client):
    round = make_round()
    for _ in range(number):
        make_sent(round=round)
    everything = {"q": "библиотека", "side": "mentee", "country": "KG", "language": "ky", "topic": "funding"}
    client.get(url("applications", round.code), everything)

    with CaptureQueriesContext(connection) as queries:
        response = client.get(url("applications", round.code), everything)

    ours = [query["sql"] for query in queries if '"mentoring_' in query["sql"]]
    assert (len(shown(response)), len(ours)) == (number, OUR_QUERIES)


def test_one_application_on_one_screen_without_equity_answers_and_the_reading_is_noted(coordinator, client):
    application = make_sent()
    save_step(
        application=application, step="wishes", answers={}, private={"avoid": "Иван Петров"},
        by=application.person, at=NOW,
    )  # fmt: skip
    save_equity(application=application, answers={"place": "village"}, by=application.person, at=NOW)

    body = client.get(url("application", application.reference)).content.decode()

    assert [word for word in ("Как найти партнёра?", "Иван Петров") if word not in body] == []
    assert EquityAnswers.objects.count() == 1
    assert [word for word in ("в селе", "village") if word in body] == []
    reading = ReadingEntry.objects.get()
    assert (reading.reader, reading.subject_id, reading.purpose) == (
        coordinator,
        str(application.pk),
        "review",
    )


def test_an_unsent_change_is_not_read(coordinator, client):
    application = make_sent()
    save_step(
        application=application, step="question", answers={"question": "Ещё не отправлено", "success": "да"},
        by=application.person, at=NOW,
    )  # fmt: skip

    assert "Ещё не отправлено" not in client.get(url("application", application.reference)).content.decode()


def test_a_draft_has_no_screen(coordinator, client):
    make_draft()

    assert client.get(url("application", "M27-0001")).status_code == 404


def test_the_letter_is_shown_before_it_goes(coordinator, client):
    application = make_sent()
    path = url("decide", application.reference, "decline")
    data = {"reason": "no-places", "message": "Приходите в следующий раунд."}

    preview = client.post(path, {**data, "preview": "1"})

    assert "Приходите в следующий раунд." in preview.context["letter"][2]
    assert (Application.objects.get().state, Letter.objects.count()) == ("submitted", 1)

    client.post(path, {**data, "confirm": "1"})

    assert (Application.objects.get().state, Letter.objects.count()) == ("declined", 2)


def test_many_letters_are_shown_each_for_its_reader(coordinator, client):
    round = make_round()
    people = [make_sent(round=round, name=name) for name in ("Асель", "Нарине")]
    data = {
        "verb": "letter",
        "chosen": [one.pk for one in people],
        "subject": "Встреча",
        "message": "В среду.",
    }

    preview = client.post(url("together", round.code), {**data, "write": "1"})

    greetings = [text.split("\n")[0] for _one, _reader, _subject, text in preview.context["letters"]]
    assert greetings == ["Здравствуйте, Асель!", "Здравствуйте, Нарине!"]
    once = preview.context["once"]
    for _ in range(2):
        client.post(url("together", round.code), {**data, "once": once, "confirm": "1"})

    assert Letter.objects.filter(kind="mentoring/letter").count() == 2


def test_the_export_holds_what_was_sent_and_disarms_formulas(coordinator, client):
    application = make_sent(name="=HYPERLINK(1)")
    save_step(
        application=application, step="wishes", answers={}, private={"avoid": "Иван Петров"},
        by=application.person, at=NOW,
    )  # fmt: skip

    response = client.get(url("export", application.round.code, "csv"))
    text = b"".join(response.streaming_content).decode()

    assert "'=HYPERLINK(1)" in text
    assert "Как найти партнёра?" in text
    assert [word for word in ("Иван Петров", application.person.email) if word in text] == []
    assert ReadingEntry.objects.get().purpose == "export csv"
    assert client.get(url("export", application.round.code, "xlsx")).content[:2] == b"PK"


def test_the_rounds_page_can_be_edited_by_her(coordinator, client):
    from network.members.groups import make_groups

    round = make_round()
    make_groups()

    response = client.get(reverse("wagtailadmin_pages:edit", args=[round.page.pk]))

    assert response.status_code == 200
    assert 'name="topics"' in response.content.decode()
