"""Events as browsers send them: kept once, answered each, whatever is in them."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from courses.models import LearningEvent, PlanValue, Reflection, ScratchNote
from tests.factories.courses import exercise_block, lesson, quiz_block, reflection_block, uid
from tests.factories.members import make_member

pytestmark = pytest.mark.django_db
URL = "/ru/my/events/"


@pytest.fixture
def learner(client):
    user = make_member()
    client.force_login(user)
    return user


@pytest.fixture
def lesson_page():
    return lesson(exercise_block("challenge.words"), quiz_block(), reflection_block())


def event(page=None, **fields):
    key = str(page.translation_key) if page else uid("no lesson")
    base = {
        "uuid": uid("event"),
        "kind": "plan_line",
        "lesson": key,
        "block": uid("exercise"),
        "language": "ru",
    }
    if fields.get("kind", "plan_line") == "plan_line":
        base |= {"slot": "challenge.words", "value": "Подростки уходят"}
    return base | {"at": "2026-11-14T10:00:00Z"} | fields


def send(client, *events, url=URL):
    return client.post(url, json.dumps({"v": 1, "events": list(events)}), content_type="application/json")


def results(response):
    return [answer["result"] for answer in response.json()["answers"]]


def test_events_of_every_kind_are_kept(client, learner, lesson_page):
    response = send(
        client,
        event(lesson_page, prompt="Что мешает?"),
        event(lesson_page, uuid=uid(2), kind="scratched", text="черновик"),
        event(lesson_page, uuid=uid(3), kind="reflected", block=uid("reflection"), text="мысль"),
        event(lesson_page, uuid=uid(4), kind="quiz_answered", block=uid("quiz"), options=[uid("quiz", 0)]),
        event(lesson_page, uuid=uid(5), kind="rated", block=uid("rating"), ratings={uid("rating", 0): 2}),
        event(lesson_page, uuid=uid(6), kind="lesson_done", block=None),
    )

    line = PlanValue.objects.get()
    assert results(response) == ["kept"] * 6
    assert (line.plan.owner, line.value, line.prompt, line.updated_at.day) == (
        learner,
        "Подростки уходят",
        "Что мешает?",
        14,
    )
    assert (ScratchNote.objects.get().text, Reflection.objects.get().text) == ("черновик", "мысль")
    assert LearningEvent.objects.filter(user=learner).count() == 6


def test_sent_twice_changes_nothing(client, learner, lesson_page):
    sent = [
        event(lesson_page),
        event(lesson_page, uuid=uid(2), kind="reflected", block=uid("reflection"), text="мысль"),
    ]

    send(client, *sent)
    response = send(client, *sent)

    assert results(response) == ["known", "known"]
    assert (
        PlanValue.objects.get().version,
        Reflection.objects.get().version,
        LearningEvent.objects.count(),
    ) == (1, 1, 2)


def test_twice_in_one_sending_is_once(client, learner, lesson_page):
    assert results(send(client, event(lesson_page), event(lesson_page))) == ["kept", "known"]


def test_the_same_name_with_other_words_is_another_event_and_nothing_is_lost(client, learner, lesson_page):
    send(client, event(lesson_page))

    first = send(client, event(lesson_page, value="Другие слова", at="2026-11-15T10:00:00Z"))
    again = send(client, event(lesson_page, value="Другие слова", at="2026-11-15T10:00:00Z"))

    line = PlanValue.objects.get()
    assert (results(first), results(again), line.value) == (["kept"], ["known"], "Другие слова")
    assert first.json()["answers"][0]["uuid"] == uid("event")
    assert sorted(line.plan.versions.values_list("value", flat=True)) == ["Другие слова", "Подростки уходят"]


def test_somebody_elses_uuid_neither_blocks_nor_tells(client, learner, lesson_page):
    send(client, event(lesson_page))
    stranger = make_member()
    client.force_login(stranger)

    response = send(client, event(lesson_page, value="Моё"))

    assert results(response) == ["kept"]
    assert PlanValue.objects.get(plan__owner=stranger).value == "Моё"
    assert PlanValue.objects.get(plan__owner=learner).value == "Подростки уходят"


def test_a_future_date_is_taken_as_now_and_said(client, learner, lesson_page):
    response = send(client, event(lesson_page, at="2199-01-01T00:00:00Z"))

    assert abs(PlanValue.objects.get().updated_at - timezone.now()) < timedelta(minutes=1)
    assert "спешат" in response.json()["answers"][0]["sentence"]


@pytest.mark.parametrize("at", ["", None, "вчера", 5, "0001-01-01T00:00:00+14:00", "2026-13-45T99:99:99Z"])
def test_an_impossible_date_is_no_error(client, learner, lesson_page, at):
    assert results(send(client, event(lesson_page, at=at))) == ["kept"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"slot": "no.such"}, "Такой строки в плане нет"),
        ({"slot": ["challenge.words"]}, "Такой строки в плане нет"),
        ({"kind": "hacked"}, "не знает"),
        ({"kind": ["plan_line"]}, "не знает"),
        ({"uuid": "1"}, "чего сайт не знает"),
        ({"uuid": None}, "чего сайт не знает"),
        ({"lesson": "../../etc"}, "чего сайт не знает"),
        ({"value": "a" * 100_000}, "100000"),
        ({"slot": "features.kind", "value": "gone"}, "больше нет в списке"),
        ({"kind": "reflected", "text": "a" * 100_000}, "100000"),
        ({"kind": "quiz_answered", "options": "all"}, "не удалось прочитать"),
        ({"kind": "quiz_answered", "options": ["x"]}, "чего сайт не знает"),
        ({"kind": "rated", "ratings": {}}, "хотя бы одно"),
        ({"kind": "rated", "ratings": {uid(1): 9}}, "не удалось прочитать"),
        ({"kind": "rated", "ratings": {uid(1): True}}, "хотя бы одно"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence_and_the_rest_is_kept(
    client, learner, lesson_page, fields, said
):
    good = event(lesson_page, uuid=uid("good"), kind="reflected", block=uid("reflection"), text="цело")

    response = send(client, event(lesson_page, **fields), good)

    answers = {answer["uuid"]: answer for answer in response.json()["answers"]}
    refused = [answer for answer in answers.values() if answer["result"] == "refused"]
    assert answers[uid("good")]["result"] == "kept"
    assert [said in answer["sentence"] for answer in refused] == [True]
    assert LearningEvent.objects.count() == 1


def test_words_from_a_lesson_that_is_gone_are_kept_and_marks_are_refused(client, learner):
    response = send(
        client,
        event(),
        event(uuid=uid(2), kind="reflected", block=uid("gone"), text="мысль"),
        event(uuid=uid(3), kind="lesson_done", block=None),
        event(uuid=uid(4), kind="quiz_answered", block=uid("gone"), options=[uid(1)]),
    )

    assert results(response) == ["kept", "kept", "refused", "refused"]
    assert "ваш текст сохранён" in response.json()["answers"][0]["sentence"]
    assert (PlanValue.objects.count(), Reflection.objects.get().text) == (1, "мысль")


def test_ten_scripts_and_control_characters(client, learner, lesson_page):
    text = "Слово Բառ სიტყვა كلمة मילה 词 단어 คำ λέξη Oʻzbek\x00\x1b\ud800"

    send(client, event(lesson_page, value=text))

    assert PlanValue.objects.get().value == "Слово Բառ სიტყვა كلمة मילה 词 단어 คำ λέξη Oʻzbek"


def test_two_private_texts_that_differ_stand_below_each_other(client, learner, lesson_page):
    block = {"kind": "reflected", "block": uid("reflection")}
    send(client, event(lesson_page, **block, text="дома", at="2026-11-10T10:00:00Z"))

    response = send(
        client, event(lesson_page, uuid=uid(2), **block, text="в библиотеке", at="2026-11-12T10:00:00Z")
    )

    assert results(response) == ["beside"]
    assert Reflection.objects.get().text == "в библиотеке\n\n* * *\n\nдома"


def test_a_text_that_holds_the_other_one_replaces_it(client, learner, lesson_page):
    block = {"kind": "reflected", "block": uid("reflection")}
    send(client, event(lesson_page, **block, text="мысль"))
    send(client, event(lesson_page, uuid=uid(2), **block, text="мысль и ещё одна"))
    send(client, event(lesson_page, uuid=uid(3), **block, text="мысль"))

    assert Reflection.objects.get().text == "мысль и ещё одна"


@pytest.mark.parametrize("body", [b"", b"{", b"null", b"5", b'{"events": 5}', b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_file_of_ours_is_refused_as_a_whole(client, learner, body):
    response = client.post(URL, body, content_type="application/json")

    assert (response.status_code, LearningEvent.objects.count()) == (400, 0)
    assert "не файл с нашего сайта" in response.json()["sentence"]


def test_odd_rows_are_refused_one_by_one(client, learner):
    response = send(client, None, 5, "text", [], {})
    assert results(response) == ["refused"] * 5


def test_too_many_events_are_refused(client, learner):
    assert send(client, *[{}] * 2001).status_code == 400


def test_nobody_writes_without_an_account(client, lesson_page):
    response = send(client, event(lesson_page))

    assert (response.status_code, LearningEvent.objects.count()) == (403, 0)


def test_too_often_is_said(client, learner, lesson_page, monkeypatch):
    monkeypatch.setattr("courses.views.work.is_too_often", lambda *args, **kwargs: True)
    assert send(client, event(lesson_page)).status_code == 429


def test_a_batch_takes_as_many_queries_as_one_event(client, learner, lesson_page, count_queries):
    # The session is marked as seen once in a while, not at each request.
    client.get("/ru/my/work/")
    with count_queries() as one:
        send(client, event(lesson_page))
    many = [
        event(lesson_page, uuid=uid("many", number), slot=slot, value="текст")
        for number, slot in enumerate(
            ["challenge.shared_with", "theme.title", "records.rules", "records.where"]
        )
    ]
    with count_queries() as batch:
        send(client, *many)
    assert (len(one), len(batch)) == (12, 11), (one.sql, batch.sql)
