"""Somebody reads the course on a small phone whose browser runs no scripts, in Russian and in English."""

import pytest

from tests.browser.learning import NARROW, faults, heading, links_of, load_course, written

WORDS = {
    "ru": {"menu": "Меню", "course": "Курс", "first": "Начать с первого урока", "print": "Напечатать это задание", "back": "Вернуться к уроку", "whole": "Весь курс на одной странице", "other": "English"},
    "en": {"menu": "Menu", "course": "Course", "first": "Begin with the first lesson", "print": "Print this exercise", "back": "Back to the lesson", "whole": "The whole course on one page", "other": "Русский"},
}  # fmt: skip
MODULE = ["1-1", "1-2", "1-3", "1-4"]


@pytest.mark.browser_context_args(java_script_enabled=False, viewport=NARROW)
def test_reader_goes_through_the_first_module_without_scripts(page, live_server, monkeypatch, settings):
    load_course(monkeypatch, live_server, settings, lessons="1-.")
    seen = set()

    for language, other in (("ru", "en"), ("en", "ru")):
        words = WORDS[language]
        texts = {name: written(name, language) for name in (*MODULE, "course", "module-1")}

        # The front page, the menu, the course, its first module.
        page.goto(f"{live_server.url}/{language}/")
        assert faults(page, f"{language}-1-front") == []
        page.locator("summary", has_text=words["menu"]).click()
        page.locator(".menu__panel").get_by_role("link", name=words["course"]).first.click()
        assert faults(page, f"{language}-2-courses") == []
        page.get_by_role("link", name=texts["course"]["title"]).last.click()
        assert heading(page) == texts["course"]["title"]
        assert faults(page, f"{language}-3-course") == []
        seen |= links_of(page)
        page.locator(".course-module h2 a").first.click()
        assert heading(page) == texts["module-1"]["title"]
        assert faults(page, f"{language}-4-module") == []

        # Every lesson, one after the other.
        for name in MODULE:
            page.locator("a[rel=next]").click()
            assert heading(page) == texts[name]["title"]
            assert page.locator("html").get_attribute("lang") == language
            assert faults(page, f"{language}-5-lesson-{name}") == []
            assert page.locator(".keeping .without-script").is_visible()
            assert page.locator(".needs-script:visible").count() == 0
            exercise = next(b for b in texts[name]["body"] if b["type"] == "plan_exercise")
            assert page.locator(".sheet__title").inner_text() == exercise["title"]
            seen |= links_of(page)
            if name == "1-2":
                _exercise_on_paper(page, language, words, exercise)
                _term(page, language)
                _other_language(page, words, texts[name], written(name, other))

        # The whole course, as it is printed.
        page.locator(".contents__title a").click()
        page.get_by_role("link", name=words["whole"]).click()
        assert heading(page) == texts["course"]["title"]
        assert faults(page, f"{language}-8-whole") == []
        lessons = page.locator("[id^=lesson-1]").all_inner_texts()
        assert [title.split(maxsplit=1)[1].replace("\xa0", " ") for title in lessons] == [
            texts[name]["title"] for name in MODULE
        ]
        seen |= links_of(page)

    broken = {link: page.request.get(link).status for link in sorted(seen)}
    assert {link: status for link, status in broken.items() if status != 200} == {}


def _exercise_on_paper(page, language, words, exercise):
    page.get_by_role("link", name=words["print"]).click()
    assert page.locator(".paper, main").first.inner_text().count(exercise["prompt"]) == 1
    assert faults(page, f"{language}-6-exercise") == []
    page.get_by_role("link", name=words["back"]).first.click()


def _term(page, language):
    """A word in the margin leads to its place in the glossary."""
    link = page.locator(".prose__notes a").first
    code = link.get_attribute("href").partition("#")[2]
    link.click()
    assert page.url.endswith(f"/{language}/glossary/#{code}")
    assert page.locator(f"[id='{code}'] h3").is_visible()
    assert faults(page, f"{language}-7-glossary") == []
    page.go_back()


def _other_language(page, words, here, there):
    """The same lesson in the other language, and back."""
    page.locator("summary", has_text=words["menu"]).click()
    page.locator(".menu__panel").get_by_role("link", name=words["other"]).click()
    assert heading(page) == there["title"]
    page.go_back()
    assert heading(page) == here["title"]
