"""An editor writes a story with a picture, a second editor publishes it, a translator translates it,
the source changes, the report says so, it is updated; another story is scheduled."""

from datetime import timedelta

import time_machine
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringSegment

from home.models import StoryPage
from network.members.actions import make_verified_member
from network.members.groups import make_groups
from network.members.roles import Role, give_role, translator
from tests.browser.conftest import sign_in
from tests.factories.content import locale, picture_file, stories

PASSWORD = "a-long-enough-password"


def person(role: str, name: str):
    user = make_verified_member(email=f"{role}@example.org", name=name, password=PASSWORD)
    give_role(user, role)
    return user


def index_in_both_languages(homes):
    index = stories(homes[0])
    english = index.copy_for_translation(locale("en"))
    english.title = "Stories"
    english.save_revision().publish()
    return index


def enter(page, live_server, role):
    page.context.clear_cookies()
    sign_in(page, live_server, f"{role}@example.org", PASSWORD)


def test_story_from_the_first_word_to_the_second_language(page, live_server, site, tmp_path):
    make_groups()
    index = index_in_both_languages(site)
    make_groups()
    person(Role.EDITOR, "Мария")
    person(Role.SECOND_EDITOR, "Ольга")
    person(translator("en"), "Anna")
    picture = tmp_path / "hall.jpg"
    picture.write_bytes(picture_file(size=(640, 480)).read())

    # The editor writes.
    enter(page, live_server, Role.EDITOR)
    page.goto(f"{live_server.url}/admin/pages/add/home/storypage/{index.pk}/")
    page.locator("#id_title").fill("Двери открыты")
    page.locator("#id_summary").fill("Как читальный зал стал местом встречи.")
    page.locator("#id_date").fill("2026-11-20")
    page.keyboard.press("Escape")
    _add_block(page, "body", "rich_text")
    page.locator(
        "#panel-child-content-body-content .public-DraftEditor-content, [data-contentpath=body] .public-DraftEditor-content"
    ).first.click()
    page.keyboard.type("В читальный зал пришли соседи.")
    _add_block(page, "body", "figure")
    _upload_picture(page, picture)
    page.locator("[name$='-value-alt_text']").fill("Читальный зал с открытой дверью")
    _action(page, "action-submit")

    story = StoryPage.objects.get(slug="dveri-otkryty")
    assert (story.live, story.current_workflow_state.status) == (False, "in_progress")

    # The second editor approves.
    enter(page, live_server, Role.SECOND_EDITOR)
    page.goto(f"{live_server.url}/admin/")
    assert "Двери открыты" in page.locator("main").inner_text()
    page.goto(f"{live_server.url}/admin/pages/{story.pk}/edit/")
    _action(page, "approve", workflow=True)
    story.refresh_from_db()
    assert story.live
    page.goto(f"{live_server.url}{story.url}")
    assert page.locator("h1").inner_text() == "Двери открыты"
    assert page.locator("main img").get_attribute("alt") == "Читальный зал с открытой дверью"

    # The translator begins a translation and fills every segment.
    enter(page, live_server, translator("en"))
    page.goto(f"{live_server.url}/admin/translations/")
    row = page.locator("tr", has_text="Двери открыты")
    assert "не переведено" in row.inner_text()
    row.get_by_role("link", name="Перевести").click()
    page.wait_for_url("**/localize/submit/**")
    page.locator("form button[type=submit], form input[type=submit]").last.click()
    english = story.get_translation(locale("en"))
    segments = StringSegment.objects.filter(source__object_id=story.translation_key).count()
    page.goto(f"{live_server.url}/admin/pages/{english.pk}/edit/")
    for number in range(segments):
        page.get_by_role("button", name="Перевести").first.click()
        page.locator("textarea").first.fill(f"Sentence {number}")
        page.get_by_role("button", name="Сохранить").first.click()
        page.wait_for_timeout(300)
    assert not Page.objects.get(pk=english.pk).live

    # Somebody who may publish does; the English page is there.
    enter(page, live_server, Role.SECOND_EDITOR)
    page.goto(f"{live_server.url}/admin/pages/{english.pk}/edit/")
    page.get_by_role("button", name="Опубликовать").first.click()
    page.wait_for_load_state()
    assert Page.objects.get(pk=english.pk).live
    page.goto(f"{live_server.url}/en{story.url.removeprefix('/ru')}")
    assert page.locator("h1").inner_text().startswith("Sentence")

    # The source changes; the report says so and marks the one sentence.
    story = StoryPage.objects.get(pk=story.pk)
    story.summary = "Как дверь читального зала перестали закрывать."
    story.save_revision().publish()
    page.goto(f"{live_server.url}/admin/translations/")
    row = page.locator("tr", has_text="Двери открыты")
    assert "старше исходной страницы" in row.inner_text()
    row.get_by_role("link", name="Посмотреть, что изменилось").click()
    page.wait_for_url("**/admin/translations/*/")
    assert page.locator("mark").all_inner_texts() == ["Как дверь читального зала перестали закрывать."]
    page.get_by_role("link", name="Обновить переводы").click()
    page.wait_for_url("**/localize/update/**")
    page.locator("form button[type=submit], form input[type=submit]").last.click()
    page.goto(f"{live_server.url}/admin/translations/")
    assert "переведено частично" in page.locator("tr", has_text="Двери открыты").inner_text()
    assert Page.objects.get(pk=english.pk).specific.summary.startswith("Sentence")


def test_story_is_published_at_its_hour_without_anybodys_cron(site):
    index = index_in_both_languages(site)
    soon = timezone.now() + timedelta(hours=2)
    story = StoryPage(
        title="Завтра", slug="tomorrow", date=soon.date(), locale=index.locale, live=False, go_live_at=soon
    )
    index.add_child(instance=story)
    story.save_revision().publish()
    story.refresh_from_db()
    assert not story.live

    with time_machine.travel(soon + timedelta(minutes=1)):
        call_command("worker", "--once")

    story.refresh_from_db()
    assert story.live


def _add_block(page, field: str, kind: str) -> None:
    """Choose a block from the last menu of a StreamField."""
    page.locator(f"[data-contentpath={field}] .c-sf-add-button").last.click()
    page.locator(".w-combobox__option, [role=option]").filter(
        has=page.locator(f"[data-block-type={kind}], *")
    ).nth(KINDS.index(kind)).click()


KINDS = ["rich_text", "heading", "figure"]


def _upload_picture(page, path) -> None:
    page.get_by_role("button", name="Выберите изображение").first.click()
    modal = page.locator(".modal-content")
    modal.get_by_role("tab", name="Загрузка").click()
    modal.locator("input[type=file]").set_input_files(str(path))
    modal.locator("input[name$=title]").fill("Читальный зал")
    modal.locator("form[action*=upload] button[type=submit], form[enctype] [type=submit]").last.click()
    modal.wait_for(state="hidden")


def _action(page, name: str, *, workflow: bool = False) -> None:
    button = (
        page.locator(f"[name={name}]")
        if not workflow
        else page.locator(f"[data-workflow-action-name={name}]").first
    )
    if not button.is_visible():
        page.locator("footer .w-dropdown__toggle, footer [data-w-dropdown-target=toggle]").first.click()
    button.first.click()
    page.wait_for_load_state("networkidle")
