"""Forms inside lessons, sent without a script."""

import pytest

from courses.models import LearningEvent, PlanValue, PlanValueVersion, Reflection, ScratchNote
from tests.factories.courses import exercise_block, lesson, quiz_block, rating_block, reflection_block, uid
from tests.factories.members import make_member

pytestmark = pytest.mark.django_db
SAVE = "/ru/my/answers/"


@pytest.fixture
def learner(client):
    user = make_member("")
    client.force_login(user)
    return user


def place(page, block, **fields):
    return {"lesson": page.translation_key, "block": block, "revision": page.live_revision_id or "", **fields}


def test_an_exercise_fills_the_plan_and_keeps_rough_notes(client, learner):
    page = lesson(exercise_block("challenge.words"))

    response = client.post(SAVE, place(
        page, uid("exercise"), form="exercise", prompt="Что мешает?", slot="challenge.words", note="черновик",
        **{"challenge.words": "Подростки уходят", "version:challenge.words": "0"},
    ))  # fmt: skip

    line = PlanValue.objects.get()
    assert response.status_code == 302
    assert response.url == f"{page.url}#{uid('exercise')}"
    assert (line.plan.owner, line.slot, line.value, line.language) == (
        learner,
        "challenge.words",
        "Подростки уходят",
        "ru",
    )
    assert (str(line.lesson_key), str(line.block_id)) == (str(page.translation_key), uid("exercise"))
    assert (line.prompt, line.prompt_language, line.revision_id) == (
        "Что мешает?",
        "ru",
        page.live_revision_id,
    )
    assert ScratchNote.objects.get().text == "черновик"
    assert [(v.version, v.value) for v in PlanValueVersion.objects.all()] == [(1, "Подростки уходят")]


def test_a_reflection_is_kept(client, learner):
    page = lesson(reflection_block())

    client.post(
        SAVE,
        place(
            page, uid("reflection"), form="reflection", event=uid("e"), prompt="Чего вы ждёте?", text="Ответа"
        ),
    )

    kept = Reflection.objects.get()
    assert (kept.user, kept.text, kept.prompt, kept.language) == (learner, "Ответа", "Чего вы ждёте?", "ru")


def test_a_quiz_is_kept_by_option_ids_and_shown_with_what_we_say(client, learner):
    page = lesson(quiz_block())
    chosen = uid("quiz", 1)

    client.post(SAVE, place(page, uid("quiz"), form="quiz", event=uid("e"), option=[chosen]))

    assert LearningEvent.objects.get().payload == {"options": [chosen]}
    html = client.get(page.url).content.decode()
    assert html.count('<details class="quiz__say" open>') == 1
    assert f'value="{chosen}" checked' in html


def test_a_self_evaluation_is_kept_by_statement(client, learner):
    page = lesson(rating_block())
    first = uid("rating", 0)

    client.post(SAVE, place(page, uid("rating"), form="rating", event=uid("e"), **{f"rating:{first}": "3"}))

    assert LearningEvent.objects.get().payload == {"ratings": {first: 3}}
    assert f'name="rating:{first}" value="3" checked' in client.get(page.url).content.decode()


def test_a_lesson_is_marked_as_finished_and_not_yet(client, learner):
    page = lesson(reflection_block())

    client.post(SAVE, place(page, "", form="done", event=uid("1"), done="1"))
    finished = "Not yet, after all" in client.get(page.url).content.decode()
    client.post(SAVE, place(page, "", form="done", event=uid("2"), done="0"))

    assert [event.kind for event in LearningEvent.objects.order_by("pk")] == ["lesson_done", "lesson_undone"]
    assert finished != ("Not yet, after all" in client.get(page.url).content.decode())
