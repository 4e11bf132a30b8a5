"""A learner without an account writes in three lessons, signs up, keeps what she wrote, goes on in English,
takes her plan away in every form and, when it is full enough, her certificate."""

import pytest
from django.utils import timezone

from courses.models import LearningEvent, Plan, Reflection
from courses.slots import GROUPS, slots_of
from tests.browser.learning import (
    NARROW,
    WIDE,
    faults,
    heading,
    load_course,
    written,
)
from tests.browser.taken_files import first_meeting_in, lines_in, printed_in, solid, taken, words_of
from tests.factories.courses import fill, full_values
from tests.members.walking import code_for

EMAIL, PASSWORD = "aiperi@example.org", "a-long-enough-password"
SENTENCE = "Мы с библиотекой Арегашата хотим понять, как подростку найти у нас дело."
FEATURES = "Берём общий список, чтобы не спорить о догадках."
WHY = "Потому что наши читатели приходят за интернетом."
MEMORY = "После встречи в Оше мы открыли окно в зал."
CHALLENGE = "Teenagers come for the network and leave without a word."
SHARED = "School libraries in Armenia and city libraries in Siberia."
KEPT = {
    "purpose.definition": SENTENCE,
    "features.kind": "expert",
    "features.borrowed": FEATURES,
    "alignment.initiative": "3.2",
    "alignment.targets": ["4.4", "16.10"],
    "alignment.track": "enable",
    "alignment.why": WHY,
}
LETTER = {"ru": "Первое письмо", "en": "The first letter"}
SITE = {"ru": "Библиотечные диалоги", "en": "Library Dialogues"}


@pytest.mark.browser_context_args(viewport=WIDE)
def test_learner_from_the_first_answer_to_the_certificate(page, live_server, monkeypatch, settings, axe):
    load_course(monkeypatch, live_server, settings, lessons="1-.|2-1|7-4")

    page.goto(f"{live_server.url}/ru/courses/library-dialogue/")
    page.get_by_role("link", name="Начать с первого урока").click()
    three_lessons_without_an_account(page, axe)
    what_this_browser_keeps(page, axe)

    sign_up(page, live_server)
    she_is_asked_once_and_keeps_it(page, axe)
    plan = Plan.objects.get(owner__email=EMAIL)
    assert {row.slot: row.value for row in plan.values.all()} == KEPT

    page.get_by_role("link", name="Все мои планы").click()
    page.locator(".catalogue__title a").click()
    page.wait_for_load_state()
    assert page.locator(".plan").inner_text().count(SENTENCE) == 1
    assert faults(page, "05-plan-ru", axe) == []

    another_lesson_in_english(page, axe)
    rest = [slot.code for group in GROUPS[:12] for slot in slots_of(group.code)]
    written_now = {row.slot for row in plan.values.all()}
    values = {code: value for code, value in full_values().items() if code in rest}
    fill(plan, {code: value for code, value in values.items() if code not in written_now}, at=timezone.now())

    for language in ("ru", "en"):
        takes_it_away(page, live_server, plan, language, axe)
    self_evaluation(page, live_server, plan, axe)
    code = takes_the_certificate(page, axe)
    signs_out(page, live_server)
    anybody_checks(page, live_server, code, axe)


def three_lessons_without_an_account(page, axe):
    """Exercise, quiz and reflection, each kept as she goes."""
    assert heading(page) == written("1-1")["title"]
    assert faults(page, "01-lesson", axe) == []
    page.locator("[data-slot='purpose.definition'] textarea").fill(SENTENCE)
    page.locator(".talk textarea").fill(MEMORY)
    quizzes(page, "1-1")
    page.locator("[data-status]", has_text="Сохранено в этом браузере в").wait_for()
    page.locator("a[rel=next]").click()

    page.locator("[data-slot='features.kind'] select").select_option("expert")
    page.locator("[data-slot='features.borrowed'] textarea").fill(FEATURES)
    quizzes(page, "1-2")
    page.locator("a[rel=next]").click()

    page.locator("[data-slot='alignment.initiative'] select").select_option("3.2")
    for target in ("4.4", "16.10"):
        page.locator(f"[data-slot='alignment.targets'] input[value='{target}']").check()
    page.locator("[data-slot='alignment.track'] select").select_option("enable")
    page.locator("[data-slot='alignment.why'] textarea").fill(WHY)
    quizzes(page, "1-3")


def quizzes(page, name):
    """Every right answer, then what we say to it."""
    blocks = [block for block in written(name)["body"] if block["type"].startswith("quiz")]
    for number, block in enumerate(blocks):
        quiz = page.locator(".quiz").nth(number)
        right = [option for option in block["options"] if option["correct"]]
        for option in right:
            quiz.get_by_label(option["text"], exact=True).check()
        quiz.get_by_role("button", name="Проверить ответ").click()
        said = quiz.locator("details[open] p").all_inner_texts()
        assert said == [f"Верно. {option['feedback']}" for option in right]


def what_this_browser_keeps(page, axe):
    page.locator(".contents a", has_text=written("1-1")["title"]).click()
    assert page.locator("[data-slot='purpose.definition'] textarea").input_value() == SENTENCE
    assert page.locator(".quiz input:checked").count() == 3
    page.get_by_role("link", name="Мой план", exact=True).click()
    page.wait_for_url("**/my/plans/")
    assert page.locator("[data-fill='alignment.why']").inner_text() == WHY
    assert page.locator("[data-filled]").count() == len(KEPT)
    assert faults(page, "02-plan-here", axe) == []


def sign_up(page, live_server):
    page.goto(f"{live_server.url}/ru/")
    page.locator(".site-header__tools").get_by_role("link", name="Войти").click()
    page.get_by_role("link", name="Создать").click()
    page.locator("input[name=email]").fill(EMAIL)
    page.locator("input[name=password1]").fill(PASSWORD)
    page.locator("input[name=agree]").check()
    page.get_by_role("button", name="Завести учётную запись").click()
    page.locator("input[name=code]").fill(code_for(EMAIL))
    page.get_by_role("button", name="Дальше").click()
    page.wait_for_url("**/ru/my/")


def she_is_asked_once_and_keeps_it(page, axe):
    """On the first page she meets, with three ways to answer; once answered, never again."""
    question = page.locator("[data-held]")
    question.wait_for()
    answers = len(KEPT) + 6 + 1
    assert f"Ответов в этом браузере: {answers} (" in question.inner_text()
    assert SENTENCE in question.inner_text()
    assert question.get_by_role("button").all_inner_texts() == [
        "Моё, добавить к учётной записи",
        "Не моё, не трогать",
        "Удалить из браузера",
    ]
    assert faults(page, "03-asked", axe) == []
    assert LearningEvent.objects.count() == Plan.objects.count() == 0
    question.get_by_role("button", name="Моё, добавить").click()
    page.locator("[data-held-next]").wait_for()
    assert page.locator("[data-held-answer]").inner_text().startswith(f"Добавлено: {answers}.")
    assert faults(page, "04-kept") == []
    assert page.evaluate("localStorage.getItem('plan:1')") is None
    assert Reflection.objects.get().text == MEMORY
    page.reload()
    assert page.locator("[data-held]").is_hidden()
    page.set_viewport_size(NARROW)
    assert faults(page, "04-my-network-360") == []
    page.set_viewport_size(WIDE)


def another_lesson_in_english(page, axe):
    """From the plan, in the other language, into the lesson that helps."""
    page.locator(".site-header__tools").get_by_role("link", name="English").click()
    page.wait_for_url("**/en/my/plans/**")
    assert SENTENCE in page.locator("[lang=ru].own-words").all_inner_texts()
    page.locator("#group-challenge").get_by_role("link", name=written("2-1", "en")["title"]).first.click()
    assert heading(page) == written("2-1", "en")["title"]
    page.locator("[data-slot='challenge.words'] textarea").fill(CHALLENGE)
    page.locator("[data-slot='challenge.shared_with'] textarea").fill(SHARED)
    page.get_by_role("button", name="Save in my plan").click()
    assert page.locator(".messages").inner_text() == "Saved in your plan."
    assert faults(page, "06-lesson-en", axe) == []
    page.locator(".sheet .save-note a").first.click()
    page.wait_for_load_state()
    assert page.locator("#group-challenge .own-words").all_inner_texts() == [CHALLENGE, SHARED]


def takes_it_away(page, live_server, plan, language, axe):
    page.goto(f"{live_server.url}/{language}/my/plans/{plan.uuid}/")
    page.get_by_role("link", name=LETTER[language], exact=True).click()
    text = page.locator("#letter-text").input_value()
    assert (SENTENCE in text, CHALLENGE in text) == (True, True)
    assert faults(page, f"07-letter-{language}", axe) == []
    word = words_of(taken(page, f"letter-{language}.docx"))
    assert [part for part in (SENTENCE, CHALLENGE) if part not in word] == []

    page.go_back()
    page.locator("a[href$='/files/']").click()
    assert faults(page, f"08-take-away-{language}", axe) == []
    word = words_of(taken(page, f"plan-{language}.docx"))
    printed = printed_in(taken(page, f"plan-{language}.pdf"), f"09-plan-{language}")
    own = (SENTENCE, FEATURES, WHY, CHALLENGE, SHARED)
    assert [part for part in own if part not in word or solid(part) not in printed] == []
    assert solid(SITE[language]) in printed
    meeting = first_meeting_in(taken(page, f"calendar-{language}.ics"))
    assert meeting == full_values()["format.meetings"][0]["title"]
    lines = lines_in(taken(page, "plan.json"))
    assert {slot: lines[slot]["value"] for slot in KEPT} == KEPT
    assert (lines["purpose.definition"]["language"], lines["challenge.words"]["language"]) == ("ru", "en")


def self_evaluation(page, live_server, plan, axe):
    """The plan says what the certificate still takes and leads there."""
    page.goto(f"{live_server.url}/en/my/plans/{plan.uuid}/")
    way = page.locator("section[aria-labelledby=certificate]")
    assert [" ".join(line.split()) for line in way.locator("li").all_text_contents()] == [
        "Done: Sections filled in your fullest plan: 12; it takes 12.",
        "Not yet: The self-evaluation at the end of the course Do it now",
    ]
    assert way.get_by_role("link", name="Take my certificate").count() == 0
    assert faults(page, "10-plan-en", axe) == []
    page.set_viewport_size(NARROW)
    assert faults(page, "10-plan-en-360", axe) == []
    page.set_viewport_size(WIDE)
    way.get_by_role("link", name="Do it now").click()
    assert heading(page) == written("7-4", "en")["title"]
    rating = page.locator(".rating")
    for row in rating.locator("fieldset").all():
        row.get_by_label("by myself").check()
    rating.get_by_role("button", name="Keep it for me").click()
    page.wait_for_load_state()
    assert page.locator(".rating input:checked").count() == 10


def takes_the_certificate(page, axe) -> str:
    page.locator(".sheet .save-note a").first.click()
    page.get_by_role("link", name="Take my certificate").click()
    assert faults(page, "11-certificate", axe) == []
    page.get_by_label("Your name as it should stand on the certificate").fill("Айпери Садыкова")
    page.get_by_label("sees my name").check()
    page.get_by_role("button", name="Take my certificate").click()
    assert heading(page) == "My certificates"
    assert faults(page, "12-certificates", axe) == []
    code = page.locator(".catalogue__kind").inner_text()
    printed = printed_in(taken(page, "ru.pdf"), "13-certificate")
    assert [part for part in (code, SITE["ru"], "Айпери Садыкова") if solid(part) not in printed] == []
    return code


def signs_out(page, live_server):
    page.goto(f"{live_server.url}/en/my/")
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{live_server.url}/en/my/certificates/")
    assert "/account/login/" in page.url


def anybody_checks(page, live_server, code, axe):
    """The name, because she wished it so; a slip of the pen gets a kind word."""
    page.goto(f"{live_server.url}/ru/v/")
    page.locator("input[name=code]").fill(code.lower().replace("-", " "))
    page.get_by_role("button", name="Проверить").click()
    page.wait_for_load_state()
    assert page.url.endswith(f"/v/{code}/")
    facts = page.locator(".facts").inner_text()
    assert ("Айпери Садыкова" in facts, written("course")["title"] in facts) == (True, True)
    assert faults(page, "14-check", axe) == []
    page.errors.clear()
    slip = code[:-1] + next(sign for sign in "7K4M" if sign != code[-1])
    page.goto(f"{live_server.url}/ru/v/{slip}/")
    assert heading(page) == "Сертификата с таким кодом нет"
    assert page.locator(".page-head__lead").inner_text().startswith("Похоже, в одном знаке опечатка")
    page.errors.clear()
    assert faults(page, "15-slip", axe) == []
