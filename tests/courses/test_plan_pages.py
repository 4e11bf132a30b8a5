"""Plans on their own pages: the list, one plan, one line, earlier texts, the end."""

import pytest

from courses.models import Plan, PlanValue
from courses.slots import SLOTS
from tests.factories.courses import AT, exercise_block, fill, full_values, lesson, line_event, plan_of
from tests.factories.members import make_member

pytestmark = pytest.mark.django_db
SLOT = "challenge.words"


@pytest.fixture
def learner(client):
    user = make_member()
    client.force_login(user)
    return user


@pytest.fixture
def plan(learner):
    return plan_of(learner)


def address(plan, rest=""):
    return f"/ru/my/plans/{plan.uuid}/{rest}"


def html_of(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_without_an_account_the_same_page_waits_for_what_the_browser_keeps(client):
    html = html_of(client, "/ru/my/plans/")

    assert html.count("data-fill=") == len(SLOTS)
    assert ("csrfmiddlewaretoken" in html, "network/js/learn.js" in html) == (False, True)


def test_a_plan_is_begun_renamed_put_away_and_taken_back(client, learner):
    begun = client.post("/ru/my/plans/", {"title": "  С Арегашатом  "})
    plan = Plan.objects.get()
    named = client.post(address(plan, "settings/"), {"title": "Первый проект"})
    client.post(address(plan, "archive/"))
    away = Plan.objects.get().archived_at
    client.post(address(plan, "choose/"))

    plan.refresh_from_db()
    assert [response.status_code for response in (begun, named)] == [302, 302]
    assert (plan.title, away is not None, plan.archived_at) == ("Первый проект", True, None)


def test_a_title_is_asked_for(client, learner):
    assert client.post("/ru/my/plans/", {"title": " "}).status_code == 200
    assert Plan.objects.count() == 0


def test_the_fifty_first_plan_is_refused(client, learner):
    Plan.objects.bulk_create([Plan(owner=learner, title="п", created_at=AT, chosen_at=AT) for _ in range(50)])

    html = client.post("/ru/my/plans/", {"title": "Ещё один"}).content.decode()

    assert ("У вас уже 50 планов" in html, Plan.objects.count()) == (True, 50)


def test_deleting_asks_first_and_a_get_deletes_nothing(client, plan):
    fill(plan, {SLOT: "Слова"})

    asked = html_of(client, address(plan, "delete/"))
    assert ("1 строка" in asked, Plan.objects.count()) == (True, 1)

    client.post(address(plan, "delete/"))
    assert Plan.objects.count() == PlanValue.objects.count() == 0


@pytest.mark.parametrize("url", ["", "settings/", "delete/", "together/", "letter/", "files/", "files/plan-ru.docx", "lines/challenge.words/", "lines/challenge.words/versions/"])  # fmt: skip
def test_somebody_elses_plan_answers_like_none(client, learner, url):
    foreign = plan_of(make_member())
    missing = Plan(uuid="00000000-0000-4000-8000-000000000000")

    assert [client.get(address(one, url)).status_code for one in (foreign, missing)] == [404, 404]
    assert [client.post(address(one, url)).status_code for one in (foreign, missing)] in (
        [404, 404],
        [405, 405],
    )


@pytest.mark.parametrize("url", ["choose/", "archive/"])
def test_a_get_changes_no_plan(client, plan, url):
    assert client.get(address(plan, url)).status_code == 405


def test_a_full_plan_shows_every_line_and_all_checks(client, plan):
    lesson(exercise_block("records.where"))
    values = full_values()
    fill(plan, values)

    html = html_of(client, address(plan))

    texts = [value for value in values.values() if isinstance(value, str) and value.startswith("Своими")]
    assert [text for text in texts if text not in html] == []
    assert html.count('class="plan-line plan-line--empty"') == 0
    assert "Заполнено разделов: 15 из 15" in html


def test_an_empty_line_leads_to_the_lesson_that_helps(client, plan):
    page = lesson(exercise_block("records.where"), title="Записать так, чтобы пригодилось")

    html = html_of(client, address(plan))

    assert html.count(f'<a href="{page.url}">Записать так, чтобы пригодилось</a>') == 2


def test_the_same_queries_for_one_line_and_for_all(client, plan, count_queries):
    fill(plan, {SLOT: "Слова"})
    html_of(client, address(plan))
    with count_queries() as one:
        html_of(client, address(plan))
    fill(plan, full_values())
    with count_queries() as all_lines:
        html_of(client, address(plan))
    assert len(one) == len(all_lines)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_queries_however_long(client, learner, count, count_queries):
    for number in range(count):
        fill(plan_of(learner, f"План {number}"), {SLOT: "Слова"})
    html_of(client, "/ru/my/plans/")
    with count_queries() as counted:
        html_of(client, "/ru/my/plans/")
    assert len([sql for sql in counted.sql if "courses_" in sql]) == 2


def test_a_line_is_written_on_its_own_page(client, plan):
    response = client.post(
        address(plan, f"lines/{SLOT}/"), {SLOT: "Слова", f"version:{SLOT}": "0", "slot": SLOT}
    )

    line = PlanValue.objects.get()
    assert (response.status_code, response.url) == (302, f"{address(plan)}#group-challenge")
    assert (line.value, line.lesson_key, line.prompt) == ("Слова", None, "")


def test_a_wrong_date_stays_on_the_screen_with_its_sentence(client, plan):
    response = client.post(address(plan, "lines/format.first_contact/"), {"format.first_contact": "весной"})

    html = response.content.decode()
    assert (response.status_code, "«весной» — не дата" in html) == (422, True)


def test_a_stale_page_shows_both_texts_and_one_can_be_made_of_them(client, plan):
    fill(plan, {SLOT: "с телефона"})

    response = client.post(address(plan, f"lines/{SLOT}/"), {SLOT: "с компьютера", f"version:{SLOT}": "0"})
    html = html_of(client, response.url)
    beside = plan.versions.get(is_beside=True)
    joined = html_of(client, address(plan, f"lines/{SLOT}/?with={beside.pk}"))
    marked = html_of(client, address(plan))

    assert ("с телефона" in html, "с компьютера" in html) == (True, True)
    assert "с телефона\nс компьютера</textarea>" in joined
    assert "Здесь писали с двух устройств" in marked


def test_the_second_text_takes_the_first_ones_place(client, plan):
    fill(plan, {SLOT: "с телефона"})
    client.post(address(plan, f"lines/{SLOT}/"), {SLOT: "с компьютера", f"version:{SLOT}": "0"})

    client.post(address(plan, f"lines/{SLOT}/versions/"), {"version": plan.versions.get(is_beside=True).pk})

    html = html_of(client, address(plan))
    assert PlanValue.objects.get().value == "с компьютера"
    assert "Здесь писали с двух устройств" not in html


def test_earlier_texts_are_listed_and_come_back(client, plan):
    fill(plan, {SLOT: "первый"})
    fill(plan, {SLOT: "второй"}, at=AT.replace(hour=10))

    html = html_of(client, address(plan, f"lines/{SLOT}/versions/"))
    client.post(address(plan, f"lines/{SLOT}/versions/"), {"version": plan.versions.get(version=1).pk})

    assert (html.index("второй") < html.index("первый"), html.count("Вернуть этот текст")) == (True, 1)
    assert PlanValue.objects.get().value == "первый"


@pytest.mark.parametrize("number", ["", "abc", "999999", "9" * 30])
def test_a_version_that_is_not_of_this_line_is_not_found(client, plan, number):
    other = plan_of(make_member())
    fill(other, {SLOT: "чужой"})

    assert client.post(address(plan, f"lines/{SLOT}/versions/"), {"version": number}).status_code == 404
    assert (
        client.post(
            address(plan, f"lines/{SLOT}/versions/"), {"version": other.versions.get().pk}
        ).status_code
        == 404
    )


def test_a_slot_that_does_not_exist_is_not_found(client, plan):
    assert client.get(address(plan, "lines/no.such/")).status_code == 404


def test_a_line_that_begins_with_an_equals_sign_and_markup_is_only_text(client, plan):
    fill(plan, {SLOT: '=1+1 <script>alert("x")</script> {{ 7 }}'})

    html = html_of(client, address(plan))

    assert "=1+1 &lt;script&gt;" in html
    assert "<script>alert" not in html


def test_events_of_two_plans_do_not_mix(client, learner, plan):
    from courses.actions import take_events

    other = plan_of(learner, "Другой")
    take_events(user=learner, events=[line_event(SLOT, "сюда")], at=AT, plan=plan.uuid)

    assert (plan.values.count(), other.values.count()) == (1, 0)
