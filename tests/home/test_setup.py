"""Setting up a site: real content, once; what an editor changed stays as it is."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from home.demo import marking
from home.models import HomePage
from home.starter import site, steps
from network.content.models import SiteTexts, StarterItem
from network.content.starter.loading import Report
from network.content.starter.pages import page_by_key
from network.members.models import User

FEW = {"home", "stories", "about", "two-long-dialogues"}


@pytest.fixture
def few(monkeypatch):
    """Only some of the pages, so that a test of the way takes seconds; the whole content has tests of its own."""
    monkeypatch.setattr(steps, "all_files", lambda: [file for file in site.page_files() if file.key in FEW])
    monkeypatch.setattr(steps.courses, "load_glossary", lambda report: None)


def run() -> Report:
    report = Report()
    steps.run(report, lambda text: None)
    return report


def test_setup_makes_pages_in_both_languages_and_points_the_site_to_them(db, few):
    report = run()

    fronts = HomePage.objects.order_by("locale__language_code").values_list("locale__language_code", "live")
    assert set(report.made) == {*FEW, "texts"}
    assert list(fronts) == [("en", False), ("ru", True)] or list(fronts) == [("en", True), ("ru", True)]
    assert Site.objects.get().root_page == page_by_key("home").page_ptr
    assert SiteTexts.objects.count() == 2


@pytest.mark.parametrize(
    ("address", "front"),
    [
        ("https://network.example.org", "https://network.example.org/ru/"),
        ("http://127.0.0.1:8126", "http://127.0.0.1:8126/ru/"),
    ],
)
def test_pages_are_told_at_the_public_address_of_the_settings(db, few, settings, client, address, front):
    settings.SITE_URL = address
    run()

    page = client.get("/ru/").content.decode()
    sitemap = b"".join(client.get("/sitemap-0-1.xml")).decode()
    assert f'<link rel="canonical" href="{front}">' in page
    assert f"<loc>{front}</loc>" in sitemap
    assert "localhost" not in page + sitemap


def test_english_is_a_translation_with_every_segment(db, few):
    from wagtail_localize.models import Translation

    run()

    progress = [translation.get_progress() for translation in Translation.objects.all()]
    assert len(progress) == len(FEW) + 1
    assert [done for done in progress if done[0] != done[1] or done[0] == 0] == []


def test_setup_twice_changes_nothing(db, few):
    run()
    before = list(Page.objects.order_by("pk").values_list("pk", "latest_revision_id"))

    report = run()

    assert (report.made, report.updated, report.left_alone) == ([], [], [])
    assert list(Page.objects.order_by("pk").values_list("pk", "latest_revision_id")) == before


def test_what_an_editor_changed_is_left_alone_and_listed(db, few):
    run()
    page = page_by_key("about")
    page.title = "Совсем другое название"
    page.save_revision().publish()
    StarterItem.objects.filter(key="about").update(sha256="an older file")

    report = run()

    assert report.left_alone == ["about"]
    assert page_by_key("about").title == "Совсем другое название"


def test_newer_file_updates_a_page_nobody_touched_and_keeps_block_ids(db, few):
    run()
    page = page_by_key("about")
    ids = [block.id for block in page.body]
    StarterItem.objects.filter(key="about").update(sha256="an older file")

    report = run()

    assert report.updated == ["about"]
    assert [block.id for block in page_by_key("about").body] == ids


def test_setup_needs_an_administrator_and_names_what_to_set(db, few, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    monkeypatch.delenv("ADMIN_EMAIL", raising=False)

    with pytest.raises(CommandError, match="ADMIN_EMAIL"):
        call_command("setup", verbosity=0)
    assert Page.objects.filter(slug="stories").count() == 0


def test_administrator_of_setup_can_sign_in(db, few, monkeypatch, client):
    monkeypatch.setenv("ADMIN_EMAIL", "first@example.org")
    monkeypatch.setenv("ADMIN_PASSWORD", "a long enough password")
    call_command("setup", verbosity=0)

    client.post("/ru/account/login/", {"login": "first@example.org", "password": "a long enough password"})

    assert client.get("/admin/").status_code == 200


def test_demo_refuses_a_database_that_is_not_its_own(db):
    User.objects.create_user("somebody@example.org", "a long enough password")

    with pytest.raises(CommandError, match="not empty and was not made by the demo"):
        call_command("demo", "--no-serve")


def test_marked_database_is_known_again(db):
    assert not marking.is_marked()
    marking.mark()
    assert marking.is_marked()
