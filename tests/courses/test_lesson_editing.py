"""What editors do to lessons, and what they are told; no answer is lost or moved by it."""

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from wagtail.models import Page

from courses.checks import blocks_have_ids
from courses.models import LessonPage, ModulePage, PlanValue, Reflection
from courses.rules import lesson_gaps, lesson_mistakes
from tests.factories.courses import (
    AT,
    exercise_block,
    fill,
    lesson,
    plan_of,
    quiz_block,
    reflection_block,
    uid,
)
from tests.factories.members import make_member

pytestmark = pytest.mark.django_db


def with_body(page, *blocks):
    page.body = LessonPage._meta.get_field("body").to_python(list(blocks))
    return page


def store(page, *blocks):
    """As rows written by hand would stand in the database."""
    LessonPage.objects.filter(pk=page.pk).update(body=list(blocks))


def test_an_exercise_without_a_line_of_the_plan_is_refused():
    block = exercise_block("challenge.words")
    block["value"]["slots"] = []
    page = with_body(lesson(), block)

    assert len(lesson_mistakes(page)["body"]) == 1


def test_an_exercise_with_an_unknown_line_is_refused():
    page = with_body(lesson(), exercise_block("challenge.nothing"))

    assert "challenge.nothing" in lesson_mistakes(page)["body"][0]


def test_two_blocks_with_one_id_are_refused():
    page = with_body(lesson(), reflection_block(), reflection_block())

    assert len(lesson_mistakes(page)["body"]) == 1


def test_a_translation_may_not_have_an_exercise_of_its_own():
    source = lesson(reflection_block("known"))
    page = lesson(reflection_block("known"), language="en", key=source.translation_key)

    assert lesson_mistakes(page) == {}
    assert len(lesson_mistakes(with_body(page, reflection_block("known"), quiz_block()))["body"]) == 1


def test_a_sound_lesson_is_not_refused():
    assert lesson_mistakes(lesson(exercise_block("challenge.words"), quiz_block())) == {}


def test_an_empty_lesson_has_every_gap():
    assert len(lesson_gaps(lesson())) == 10


def test_gaps_close_as_the_lesson_is_written():
    empty, written = (
        lesson(slug="empty"),
        lesson(exercise_block("challenge.words"), quiz_block(), slug="written"),
    )

    assert len(lesson_gaps(empty)) - len(lesson_gaps(written)) == 2


def test_a_line_without_an_example_is_a_gap():
    page = lesson(exercise_block("challenge.words", "challenge.shared_with"))

    assert any("Двадцать слов" in sentence for sentence in lesson_gaps(page))


def found():
    return [message.id for message in blocks_have_ids(None, databases=["default"])]


def test_the_check_is_content_with_sound_lessons():
    source = lesson(exercise_block("challenge.words"), quiz_block())
    lesson(exercise_block("challenge.words"), quiz_block(), language="en", key=source.translation_key)

    assert found() == []


def test_the_check_finds_a_block_without_id():
    page = lesson()
    block = reflection_block()
    del block["id"]
    store(page, block)

    assert found() == ["courses.E001"]


def test_the_check_finds_an_item_without_id_deep_inside():
    page = lesson()
    block = quiz_block()
    block["value"]["options"] = [item["value"] for item in block["value"]["options"]]
    store(page, block)

    assert found() == ["courses.E001"]


def test_the_check_finds_an_id_that_stands_twice():
    page = lesson()
    store(page, reflection_block(), reflection_block())

    assert found() == ["courses.E002"]


def test_the_check_warns_when_a_translation_asks_other_things_than_its_source():
    source = lesson(exercise_block("challenge.words"), quiz_block())
    lesson(exercise_block("challenge.words"), language="en", key=source.translation_key)

    assert found() == ["courses.W001"]


def test_the_check_leaves_drafts_alone():
    page = lesson()
    store(page, reflection_block(), reflection_block())
    LessonPage.objects.get(pk=page.pk).unpublish()

    assert found() == []


def test_the_check_runs_with_the_others_of_the_database():
    page = lesson()
    store(page, reflection_block(), reflection_block())

    with pytest.raises(SystemCheckError, match=r"courses\.E002"):
        call_command("check", databases=["default"])


@pytest.fixture
def learner():
    return make_member()


def answers(user):
    """Everything she wrote, as it is found again: by slot, by lesson and block."""
    values = PlanValue.objects.filter(plan__owner=user).order_by("slot").values_list("slot", "value")
    notes = Reflection.objects.filter(user=user).values_list("lesson_key", "block_id", "text")
    return list(values), list(notes)


@pytest.fixture
def written(learner):
    """A lesson she answered: a line of her plan and a private note."""
    page = lesson(exercise_block("challenge.words"), quiz_block(), reflection_block())
    fill(plan_of(learner), {"challenge.words": "Подростки у компьютеров"})
    Reflection.objects.create(
        user=learner,
        lesson_key=page.translation_key,
        block_id=uid("reflection"),
        text="Жду разговора",
        language="ru",
        updated_at=AT,
    )
    return page


def test_reordering_blocks_moves_no_answer(learner, written):
    before = answers(learner)

    with_body(written, reflection_block(), quiz_block(), exercise_block("challenge.words"))
    written.save_revision().publish()

    after = LessonPage.objects.get(pk=written.pk)
    assert answers(learner) == before
    assert {block.id for block in after.body} == {uid("reflection"), uid("quiz"), uid("exercise")}


def test_reordering_options_keeps_what_was_chosen(written):
    block = quiz_block()
    chosen = block["value"]["options"][1]["id"]
    block["value"]["options"].reverse()

    with_body(written, block).save_revision().publish()

    options = LessonPage.objects.get(pk=written.pk).body[0].value["options"].bound_blocks
    assert {one.id: one.value["text"] for one in options}[chosen] == "Нет"


def test_deleting_an_exercise_loses_no_answer(learner, written):
    before = answers(learner)

    with_body(written, quiz_block()).save_revision().publish()

    assert answers(learner) == before


def test_deleting_the_lesson_loses_no_answer(learner, written):
    before = answers(learner)

    Page.objects.get(pk=written.pk).delete()

    assert answers(learner) == before


def test_moving_the_lesson_to_another_module_loses_no_answer(learner, written):
    before = answers(learner)
    module = ModulePage.objects.get(pk=written.get_parent().pk)
    other = ModulePage(title="Другой", slug="other", locale=module.locale, translation_key=uid("other"))
    module.get_parent().add_child(instance=other)

    Page.objects.get(pk=written.pk).move(Page.objects.get(pk=other.pk), pos="last-child")

    moved = LessonPage.objects.get(pk=written.pk)
    assert answers(learner) == before
    assert moved.translation_key == before[1][0][0]


def test_a_copied_lesson_shares_no_private_note(learner, written):
    copy = written.copy(update_attrs={"slug": "copy", "title": "Копия"})

    assert copy.translation_key != written.translation_key
    assert not Reflection.objects.filter(user=learner, lesson_key=copy.translation_key).exists()


def test_a_new_exercise_does_not_touch_what_stands_in_the_plan(learner, written):
    before = answers(learner)

    other = exercise_block("theme.title", key="second")
    with_body(written, exercise_block("challenge.words"), other).save_revision().publish()

    assert answers(learner) == before
