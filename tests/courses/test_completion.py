"""The certificate of the course, personal data, and what «My network» says."""

from uuid import UUID

import pytest

from courses.actions import take_events
from courses.events import Event
from courses.models import LearningEvent, LessonPage, Plan, PlanValueVersion, Reflection, ScratchNote
from courses.slots import GROUPS, slots_of
from network.members.registries import personal_data
from network.recognition.models import Certificate
from tests.factories.courses import (
    AT,
    exercise_block,
    fill,
    full_values,
    lesson,
    line_event,
    plan_of,
    rating_block,
    uid,
)
from tests.factories.members import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def learner(client):
    user = make_member(name="Айпери Садыкова")
    client.force_login(user)
    return user


@pytest.fixture
def last_lesson():
    return lesson(exercise_block("evaluation.passport"), rating_block(), slug="last")


def address(page):
    course = page.get_parent().get_parent()
    return f"/ru/my/courses/{course.translation_key}/certificate/"


def groups(number):
    """Values that fill this many groups and no more."""
    codes = [slot.code for group in GROUPS[:number] for slot in slots_of(group.code)]
    return {code: value for code, value in full_values().items() if code in codes}


def rate(user, page, block="rating", kind="rated", **fields):
    event = Event(
        uuid=UUID(uid(block, kind)),
        kind=kind,
        language="ru",
        at=AT,
        lesson_key=page.translation_key,
        block_id=UUID(uid(block)),
        payload={"ratings": {uid(block, 0): 3}},
        **fields,
    )
    take_events(user=user, events=[event], at=AT)


def ask(client, page, name="Айпери Садыкова"):
    return client.post(address(page), {"name": name, "is_name_shown": "0"})


def test_twelve_groups_and_the_self_evaluation_give_the_certificate(client, learner, last_lesson):
    fill(plan_of(learner), groups(12))
    rate(learner, last_lesson)

    response = ask(client, last_lesson)

    given = Certificate.objects.get()
    course = last_lesson.get_parent().get_parent()
    assert (response.status_code, given.holder, given.subject) == (302, learner, str(course.translation_key))
    assert (given.titles, given.programme) == ({"ru": "Библиотечный диалог"}, "courses")


def test_eleven_groups_are_not_enough(client, learner, last_lesson):
    fill(plan_of(learner), groups(11))
    rate(learner, last_lesson)

    html = ask(client, last_lesson).content.decode()

    assert ("Осталось заполнить 1 раздел плана." in html, Certificate.objects.count()) == (True, 0)


def test_the_groups_of_two_plans_are_not_added_up(client, learner, last_lesson):
    fill(plan_of(learner), groups(6))
    rest = {code: value for code, value in full_values().items() if code not in groups(6)}
    fill(plan_of(learner, "Второй"), rest)
    rate(learner, last_lesson)

    ask(client, last_lesson)

    assert Certificate.objects.count() == 0


def test_without_the_self_evaluation_there_is_none(client, learner, last_lesson):
    fill(plan_of(learner), groups(15))

    html = ask(client, last_lesson).content.decode()

    assert ("Осталась самооценка" in html, Certificate.objects.count()) == (True, 0)


def test_the_rating_before_the_course_and_that_of_another_course_do_not_count(client, learner, last_lesson):
    first = lesson(rating_block("before", key="before"), slug="first")
    fill(plan_of(learner), groups(15))
    rate(learner, first, block="before")

    ask(client, last_lesson)

    assert Certificate.objects.count() == 0


def test_it_is_taken_once(client, learner, last_lesson):
    fill(plan_of(learner), groups(12))
    rate(learner, last_lesson)
    ask(client, last_lesson)

    again = ask(client, last_lesson)

    assert (again.url, Certificate.objects.count()) == ("/ru/my/certificates/", 1)


def test_what_is_still_to_be_done_is_shown_with_the_way_there(client, learner, last_lesson):
    html = client.get(address(last_lesson)).content.decode()
    assert (last_lesson.url in html, 'name="is_name_shown"' in html) == (True, False)


def test_a_course_that_does_not_exist(client, learner):
    assert client.get(f"/ru/my/courses/{uid('none')}/certificate/").status_code == 404


def part():
    return next(part for part in personal_data() if part.code == "courses")


def everything(user, page):
    fill(plan_of(user), {"challenge.words": "Моя трудность"})
    events = [
        Event(uuid=UUID(uid("r")), kind="reflected", language="ru", at=AT, lesson_key=page.translation_key, block_id=UUID(uid("b")), text="Моя мысль"),
        Event(uuid=UUID(uid("s")), kind="scratched", language="ru", at=AT, lesson_key=page.translation_key, block_id=UUID(uid("b")), text="Мой черновик"),
    ]  # fmt: skip
    take_events(user=user, events=events, at=AT)
    rate(user, page)


def test_she_takes_everything_with_her(learner, last_lesson):
    everything(learner, last_lesson)
    everything(make_member(), last_lesson)

    told = str(part().export(learner))

    assert [told.count(words) for words in ("Моя трудность", "Моя мысль", "Мой черновик", "rated")] == [
        2,
        1,
        1,
        1,
    ]


def test_she_is_forgotten_whole_and_nobody_else_is(learner, last_lesson):
    other = make_member()
    everything(learner, last_lesson)
    everything(other, last_lesson)

    part().erase(learner, at=AT)

    kept = [model.objects.values_list("user", flat=True) for model in (Reflection, ScratchNote)]
    assert [list(users) for users in kept] == [[other.pk], [other.pk]]
    assert set(LearningEvent.objects.values_list("user", flat=True)) == {other.pk}
    assert [plan.owner for plan in Plan.objects.all()] == [other]
    assert PlanValueVersion.objects.filter(plan__owner=learner).count() == 0


def test_my_network_says_where_to_go_on_and_shows_the_plan(client, learner, last_lesson):
    fill(plan_of(learner, "Арегашат"), {})
    take_events(
        user=learner,
        events=[line_event("evaluation.passport", "текст", lesson_key=last_lesson.translation_key)],
        at=AT,
    )

    html = client.get("/ru/my/").content.decode()

    assert ("Продолжить" in html, last_lesson.url in html, "Арегашат" in html) == (True, True, True)


def test_my_network_says_nothing_of_courses_to_somebody_who_has_not_begun(client, learner):
    assert "Курс и план" not in client.get("/ru/my/").content.decode()


def test_editors_may_delete_a_lesson_and_no_line_is_lost(learner, last_lesson):
    plan = fill(plan_of(learner), {"evaluation.passport": "Паспорт"})
    LessonPage.objects.get(pk=last_lesson.pk).delete()
    assert plan.values.get().value == "Паспорт"


def plan_page(client, plan, language):
    return client.get(f"/{language}/my/plans/{plan.uuid}/").content.decode()


def way_in(html):
    """The section about the certificate, and nothing else of the page."""
    return html[html.index('aria-labelledby="certificate"') :].partition("</section>")[0]


def test_plan_page_leads_to_the_certificate_when_nothing_is_missing(client, learner, last_lesson):
    plan = fill(plan_of(learner), groups(11))
    begun = way_in(plan_page(client, plan, "ru"))
    fill(plan, groups(12))
    rate(learner, last_lesson)
    ready = way_in(plan_page(client, plan, "ru"))
    ask(client, last_lesson)
    taken = way_in(plan_page(client, plan, "ru"))

    button = f'class="button" href="{address(last_lesson)}"'
    assert [button in html for html in (begun, ready, taken)] == [False, True, False]
    assert [html.count("data-met") for html in (begun, ready)] == [0, 2]
    assert [f'href="{last_lesson.url}"' in html for html in (begun, ready)] == [True, False]
    assert 'href="/ru/my/certificates/"' in taken


def test_my_network_says_that_a_certificate_waits(client, learner, last_lesson):
    fill(plan_of(learner), groups(12))
    before = [item.url for item in client.get("/ru/my/").context["waiting"]]
    rate(learner, last_lesson)

    waiting = [item.url for item in client.get("/ru/my/").context["waiting"]]
    assert (address(last_lesson) in before, address(last_lesson) in waiting) == (False, True)


def test_my_network_asks_of_work_this_browser_holds(client, learner):
    html = client.get("/ru/my/").content.decode()

    assert (html.count('data-held="/ru/my/events/"'), html.count("network/js/held.js")) == (1, 1)
