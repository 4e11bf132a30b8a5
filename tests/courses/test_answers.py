"""Forms inside lessons, sent without a script."""

import re

import pytest
from django.test import Client

from courses.actions import archive_plan
from courses.models import (
    LearningEvent,
    LessonPage,
    Plan,
    PlanValue,
    PlanValueVersion,
    Reflection,
    ScratchNote,
)
from tests.factories.courses import (
    AT,
    course,
    exercise_block,
    fill,
    lesson,
    plan_of,
    quiz_block,
    rating_block,
    reflection_block,
    uid,
)
from tests.factories.members import make_member

pytestmark = pytest.mark.django_db
SAVE = "/ru/my/answers/"
SLOT = "challenge.words"


@pytest.fixture
def learner(client):
    user = make_member()
    client.force_login(user)
    return user


def place(page, block, **fields):
    return {"lesson": page.translation_key, "block": block, "revision": page.live_revision_id or "", **fields}


def exercise(page, text="Подростки уходят", version=0, **fields):
    return place(page, uid("exercise"), form="exercise", prompt="Что мешает?", slot=SLOT, note="черновик", **{SLOT: text, f"version:{SLOT}": version}, **fields)  # fmt: skip


def with_body(page, rows):
    page.body = page._meta.get_field("body").to_python(list(rows))
    page.save_revision().publish()


def html_of(client, page):
    return client.get(page.url).content.decode()


def test_an_exercise_fills_the_plan_and_keeps_rough_notes(client, learner):
    page = lesson(exercise_block(SLOT))

    response = client.post(SAVE, exercise(page))

    line = PlanValue.objects.get()
    assert (response.status_code, response.url) == (302, f"{page.url}#{uid('exercise')}")
    assert (line.plan.owner, line.slot, line.value, line.language) == (
        learner,
        SLOT,
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


def test_what_was_saved_stands_in_the_lesson_again(client, learner):
    page = lesson(exercise_block(SLOT))
    client.post(SAVE, exercise(page))

    html = html_of(client, page)

    assert "Подростки уходят</textarea>" in html
    assert "черновик</textarea>" in html
    assert f'name="version:{SLOT}" value="1"' in html


def test_the_form_of_the_page_can_be_sent_back_as_it_is(client, learner):
    """Whatever a browser without scripts would send is taken, field by field."""
    page = lesson(
        exercise_block(SLOT, "theme.questions", "participants.languages", "format.meetings", "features.kind")
    )
    html = html_of(client, page)
    form = re.search(r'<form class="form" method="post" action="/ru/my/answers/".*?</form>', html, re.S)[0]
    sent = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    names = set(re.findall(r'name="([^"]+)"', form))

    data = {}
    for name, value in sent:
        data.setdefault(name, []).append(value)
    data |= {SLOT: "Слова", "theme.questions.0.question": "Кто?", "participants.languages": ["ru", "hy"]}
    data |= {
        "format.meetings.1.title": "Первая",
        "format.meetings.1.date": "2027-04-06",
        "features.kind": "expert",
    }
    response = client.post(SAVE, data)

    values = dict(PlanValue.objects.values_list("slot", "value"))
    assert set(data) <= names
    assert response.status_code == 302
    assert values[SLOT] == "Слова"
    assert values["theme.questions"] == [{"question": "Кто?"}]
    assert values["participants.languages"] == ["ru", "hy"]
    assert [row["title"] for row in values["format.meetings"]] == ["Первая"]
    assert values["features.kind"] == "expert"


def test_saving_takes_at_most_twelve_queries(client, learner, count_queries):
    page = lesson(exercise_block(SLOT, "challenge.shared_with", "theme.title", "records.rules"))
    slots = [SLOT, "challenge.shared_with", "theme.title", "records.rules"]

    def send(text, version):
        data = exercise(page, text, version) | {"slot": slots}
        for slot in slots[1:]:
            data |= {slot: text, f"version:{slot}": version}
        with count_queries() as counted:
            assert client.post(SAVE, data).status_code == 302
        return counted

    html_of(client, page)
    first, again = send("первый", 0), send("второй", 1)
    assert (len(first), len(again)) == (12, 10), (first.sql, again.sql)


def test_sending_a_form_twice_saves_once(client, learner):
    page = lesson(exercise_block(SLOT))

    client.post(SAVE, exercise(page))
    client.post(SAVE, exercise(page))

    assert (
        PlanValue.objects.get().version,
        PlanValueVersion.objects.count(),
        ScratchNote.objects.get().version,
    ) == (1, 1, 1)


def test_two_devices_never_lose_either_text(client, learner):
    page = lesson(exercise_block(SLOT))
    client.post(SAVE, exercise(page, "с телефона"))

    response = client.post(SAVE, exercise(page, "с компьютера"), follow=True)

    html = response.content.decode()
    assert response.redirect_chain[0][0].endswith(f"/together/?slot={SLOT}")
    assert ("с телефона" in html, "с компьютера" in html) == (True, True)
    assert PlanValue.objects.get().value == "с телефона"
    assert {row.value for row in PlanValueVersion.objects.all()} == {"с телефона", "с компьютера"}


def test_a_hundred_thousand_characters_come_back_whole(client, learner):
    page = lesson(exercise_block(SLOT))
    text = "ж" * 100_000

    response = client.post(SAVE, exercise(page, text))

    html = response.content.decode()
    assert response.status_code == 422
    assert (text in html, "100000" in html, "черновик</textarea>" in html) == (True, True, True)
    assert PlanValue.objects.count() == ScratchNote.objects.count() == 0


def test_one_wrong_field_saves_nothing_and_keeps_every_word_on_the_screen(client, learner):
    page = lesson(exercise_block(SLOT, "format.first_contact"))
    data = exercise(page) | {"slot": [SLOT, "format.first_contact"], "format.first_contact": "весной"}

    response = client.post(SAVE, data)

    html = response.content.decode()
    assert (response.status_code, PlanValue.objects.count()) == (422, 0)
    assert ("весной" in html, "Подростки уходят</textarea>" in html) == (True, True)


def test_an_exercise_that_editors_took_out_meanwhile_still_saves(client, learner):
    page = lesson(exercise_block(SLOT), reflection_block())
    with_body(page, [block for block in page.body.raw_data if block["type"] != "plan_exercise"])

    response = client.post(SAVE, exercise(page), follow=True)

    assert PlanValue.objects.get().value == "Подростки уходят"
    assert "убрали это задание" in response.content.decode()


def test_a_lesson_that_was_deleted_meanwhile_still_saves(client, learner):
    page = lesson(exercise_block(SLOT))
    LessonPage.objects.get(pk=page.pk).delete()

    response = client.post(SAVE, exercise(page), follow=True)

    assert PlanValue.objects.get().value == "Подростки уходят"
    assert response.redirect_chain == [("/ru/my/plans/", 302)]
    assert "ваш текст сохранён" in response.content.decode()


def test_a_slot_the_plan_does_not_have_is_passed_over(client, learner):
    page = lesson(exercise_block(SLOT))

    client.post(SAVE, exercise(page) | {"slot": ["no.such", SLOT], "no.such": "x"})

    assert [line.slot for line in PlanValue.objects.all()] == [SLOT]


def test_switching_the_language_keeps_the_text_and_its_language(client, learner):
    russian = lesson(exercise_block(SLOT))
    english = lesson(
        exercise_block(SLOT, prompt="What is in the way?"), language="en", key=russian.translation_key
    )
    client.post(SAVE, exercise(russian))

    html = html_of(client, english)
    client.post("/en/my/answers/", exercise(english, "Подростки уходят", 1))
    unchanged = PlanValue.objects.get().language
    client.post("/en/my/answers/", exercise(english, "Teenagers leave", 1))

    line = PlanValue.objects.get()
    assert 'lang="ru"' in re.search(rf'<textarea[^>]*name="{SLOT}"[^>]*>', html)[0]
    assert (unchanged, line.language, line.value, line.version) == ("ru", "en", "Teenagers leave", 2)


def test_the_session_ended_while_she_wrote(client):
    page = lesson(exercise_block(SLOT))

    response = client.post(SAVE, exercise(page))

    html = response.content.decode()
    assert (response.status_code, PlanValue.objects.count()) == (403, 0)
    assert ("Подростки уходят" in html, "черновик" in html) == (True, True)


def test_a_form_without_its_token_is_refused():
    page = lesson(exercise_block(SLOT))
    guarded = Client(enforce_csrf_checks=True)
    guarded.force_login(make_member())

    assert guarded.post(SAVE, exercise(page)).status_code == 403


def test_nothing_is_written_into_somebody_elses_plan(client, learner):
    page = lesson(exercise_block(SLOT))
    foreign = plan_of(make_member())

    response = client.post(SAVE, exercise(page, plan=foreign.uuid))

    assert (response.status_code, PlanValue.objects.count()) == (409, 0)
    assert "Подростки уходят</textarea>" in response.content.decode()


def test_a_plan_put_away_meanwhile_gives_the_text_back(client, learner):
    page, plan = lesson(exercise_block(SLOT)), plan_of(learner)
    archive_plan(plan=plan, by=learner, at=AT)

    response = client.post(SAVE, exercise(page, plan=plan.uuid))

    assert response.status_code == 409
    assert "Подростки уходят</textarea>" in response.content.decode()


def test_rows_are_removed_and_more_are_given_without_a_script(client, learner):
    page, plan = lesson(exercise_block("theme.questions")), plan_of(learner)
    fill(plan, {"theme.questions": [{"question": "Кто?"}, {"question": "Когда?"}]})
    data = place(page, uid("exercise"), form="exercise", slot="theme.questions", more="theme.questions") | {
        "version:theme.questions": "1",
        "theme.questions.0.question": "Кто?",
        "theme.questions.0.remove": "1",
        "theme.questions.1.question": "Когда?",
        "theme.questions.2.question": "Зачем?",
    }

    response = client.post(SAVE, data)

    assert PlanValue.objects.get().value == [{"question": "Когда?"}, {"question": "Зачем?"}]
    assert response.url == f"{page.url}?rows=theme.questions#{uid('exercise')}"
    assert client.get(response.url).content.decode().count('name="theme.questions.6.question"') == 1


def test_a_reflection_is_kept_and_a_stale_form_joins_instead_of_replacing(client, learner):
    page = lesson(reflection_block())
    sent = place(page, uid("reflection"), form="reflection", prompt="Чего вы ждёте?")

    client.post(SAVE, sent | {"event": uid(1), "text": "Ответа", "version": "0"})
    client.post(SAVE, sent | {"event": uid(2), "text": "Письма", "version": "0"})

    kept = Reflection.objects.get()
    assert (kept.user, kept.prompt, kept.language) == (learner, "Чего вы ждёте?", "ru")
    assert kept.text == "Письма\n\n* * *\n\nОтвета"


def test_an_emptied_reflection_is_gone(client, learner):
    page = lesson(reflection_block())
    sent = place(page, uid("reflection"), form="reflection")

    client.post(SAVE, sent | {"event": uid(1), "text": "Тайна", "version": "0"})
    client.post(SAVE, sent | {"event": uid(2), "text": "", "version": "1"})

    assert Reflection.objects.get().text == ""
    assert [event.payload for event in LearningEvent.objects.all()] == []


def test_a_quiz_is_kept_by_option_ids_and_shown_with_what_we_say(client, learner):
    page = lesson(quiz_block())
    chosen = uid("quiz", 1)

    client.post(SAVE, place(page, uid("quiz"), form="quiz", event=uid("e"), option=[chosen]))

    html = html_of(client, page)
    assert LearningEvent.objects.get().payload == {"options": [chosen]}
    assert (html.count('<details class="quiz__say" open>'), f'value="{chosen}" checked' in html) == (1, True)


def test_the_last_answer_counts_and_the_same_one_sent_twice_is_one(client, learner):
    page = lesson(quiz_block())
    first = place(page, uid("quiz"), form="quiz", event=uid("1"), option=[uid("quiz", 1)])

    client.post(SAVE, first)
    client.post(SAVE, first)
    client.post(SAVE, first | {"event": uid("2"), "option": [uid("quiz", 0)]})

    assert LearningEvent.objects.count() == 2
    assert f'value="{uid("quiz", 0)}" checked' in html_of(client, page)


def test_an_option_that_no_longer_exists_is_said(client, learner):
    page = lesson(quiz_block())
    client.post(SAVE, place(page, uid("quiz"), form="quiz", event=uid("1"), option=[uid("gone")]))

    html = html_of(client, page)

    assert "Выбранного вами ответа в вопросе больше нет" in html
    assert LearningEvent.objects.get().payload == {"options": [uid("gone")]}


def test_a_self_evaluation_is_kept_by_statement(client, learner):
    page = lesson(rating_block())
    first = uid("rating", 0)

    client.post(SAVE, place(page, uid("rating"), form="rating", event=uid("e"), **{f"rating:{first}": "3"}))

    assert LearningEvent.objects.get().payload == {"ratings": {first: 3}}
    assert f'name="rating:{first}" value="3" checked' in html_of(client, page)


def test_a_lesson_is_marked_as_finished_and_not_yet(client, learner):
    page = lesson(reflection_block())

    client.post(SAVE, place(page, "", form="done", event=uid("1"), done="1"))
    finished = 'name="done" value="0"' in html_of(client, page)
    client.post(SAVE, place(page, "", form="done", event=uid("2"), done="0"))

    assert [event.kind for event in LearningEvent.objects.order_by("pk")] == ["lesson_done", "lesson_undone"]
    assert (finished, 'name="done" value="0"' in html_of(client, page)) == (True, False)


def test_a_form_of_no_known_kind_is_answered(client, learner):
    assert client.post(SAVE, {"form": "other"}).status_code == 422


def test_reordering_and_copying_lessons_moves_no_answer(client, learner):
    page = lesson(exercise_block(SLOT), quiz_block(), reflection_block())
    client.post(SAVE, exercise(page))
    client.post(SAVE, place(page, uid("reflection"), form="reflection", event=uid("1"), text="Тайна"))
    with_body(page, list(reversed(page.body.raw_data)))

    other = course(slug="second", title="Второй курс")
    copied = page.copy(to=other.get_children().first(), update_attrs={"slug": "copy"})

    assert ("Тайна" in html_of(client, page), "Подростки уходят</textarea>" in html_of(client, page)) == (
        True,
        True,
    )
    assert "Тайна" not in html_of(client, copied)
    assert Plan.objects.count() == 1
