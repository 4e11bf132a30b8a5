"""Localisation keeps its promises, and each known trap is held."""

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from network.content.localisation.drift import Drift, rows
from network.content.localisation.progress import sentences
from network.content.models import MenuLink, SiteTexts
from network.content.slugs import ascii_slug
from tests.content.test_localisation_guard import publish_translation
from tests.factories.content import locale, rich, standard_page
from tests.factories.people import with_page_rights


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Қазақстан Ёжик", "qazaqstan-ezhik"),
        ("Հայաստան", "hayastan"),
        ("საქართველო", "sakartvelo"),
        ("Oʻzbekiston", "ozbekiston"),
        ("Мостъ", "most"),
        ("!!!", "page"),
        ("слово " * 30, "slovo-slovo-slovo-slovo-slovo-slovo-slovo-slovo-slovo-slovo"),
    ],
)
def test_slug_is_ascii_from_any_script(text, slug):
    assert ascii_slug(text) == slug


def test_page_without_slug_gets_one_that_is_free(home):
    first = standard_page(home, "Мост года")
    second = standard_page(home, "Мост года")

    assert (first.slug, second.slug) == ("most-goda", "most-goda-2")


def test_translation_keeps_the_slug_of_its_source(home):
    page = standard_page(home, "Мост года")
    translate_object(page, [locale("en")])

    assert page.get_translation(locale("en")).slug == "most-goda"


def test_translating_publishes_nothing_by_itself(home):
    page = standard_page(home, "О сайте")
    translate_object(page, [locale("en")])

    assert not page.get_translation(locale("en")).live


def test_block_ids_are_the_same_in_every_language(home):
    page = standard_page(home, "О сайте", text="Фраза")
    translate_object(page, [locale("en")])
    english = page.get_translation(locale("en")).specific

    assert [block.id for block in english.body] == [block.id for block in page.body]


def test_copied_page_has_another_key_than_its_original(home):
    page = standard_page(home, "О сайте", text="Фраза")
    copy = page.copy(update_attrs={"slug": "copy"})

    assert copy.specific.body[0].id == page.body[0].id
    assert copy.translation_key != page.translation_key


def test_menu_of_another_language_leads_to_pages_of_that_language(homes, client):
    page = standard_page(homes[0], "О сайте", slug="about")
    translate_object(page, [locale("en")])
    english = page.get_translation(locale("en"))
    english.title = "About"
    english.save_revision().publish()
    for texts in SiteTexts.objects.all():
        MenuLink.objects.create(texts=texts, page=page)

    text = client.get("/en/").content.decode()

    assert 'href="/en/about/"' in text
    assert 'href="/ru/about/">' not in text.split("<main", 1)[0].replace('hreflang="ru"', "")


def test_switcher_leads_to_the_same_page_or_its_nearest_translated_ancestor(homes, client):
    page = standard_page(homes[0], "О сайте", slug="about")

    response = client.get("/ru/about/")

    english = next(one for one in response.context["chrome"].languages if one.code == "en")
    assert (english.url, english.is_translated) == ("/en/", False)
    assert page.live


def test_language_that_is_not_published_is_not_served(homes, client):
    answer = client.get("/kk/", follow=True)

    assert answer.status_code == 404
    assert "kk" not in dict(settings.LANGUAGES)


def test_rubbish_language_cookie_changes_nothing(homes, client):
    client.cookies["language"] = "x" * 3000

    assert client.get("/", follow=True).redirect_chain[0][0] == "/ru/"


def states(*codes):
    return [
        (row.state, row.source.slug, row.locale.language_code)
        for row in rows([locale(code) for code in codes])
    ]


@pytest.fixture
def about(homes):
    TranslationSource.objects.all().delete()
    return standard_page(homes[0], "О сайте", slug="about", text="Фраза.")


def publish_english(page):
    translate_object(page, [locale("en")])
    translation = Translation.objects.get(source__object_id=page.translation_key)
    publish_translation(translation)
    return translation


def test_report_names_a_missing_translation(about):
    assert states("en") == [(Drift.MISSING, "about", "en")]


def test_report_is_empty_when_all_is_translated(about):
    publish_english(about)

    assert states("en") == []


def test_report_names_a_changed_source_and_marks_only_the_changed_sentence(about):
    translation = publish_english(about)
    about.body = [*about.body.get_prep_value(), *rich("Новая фраза.")]
    about.save_revision().publish()
    about.refresh_from_db()

    new = [one.text for one in sentences(translation.source, about) if one.is_new]

    assert states("en") == [(Drift.OLDER, "about", "en")]
    assert new == ["Новая фраза."]


def test_report_names_a_live_translation_whose_source_is_gone(about):
    publish_english(about)
    about.unpublish()

    assert states("en") == [(Drift.ORPHAN, "about", "en")]


def test_report_names_a_source_that_has_moved(homes, about):
    other = standard_page(homes[0], "Другая", slug="other")
    publish_english(about)
    publish_english(other)
    Page.objects.get(pk=about.pk).move(Page.objects.get(pk=other.pk), pos="last-child")

    assert states("en") == [(Drift.MOVED, "about", "en")]


def test_report_costs_the_same_queries_for_any_number_of_pages(homes, django_assert_num_queries):
    standard_page(homes[0], "Страница", slug="one")
    rows([locale("en")])
    with django_assert_num_queries(4):
        rows([locale("en")])
    for number in range(5):
        standard_page(homes[0], f"Страница {number}", slug=f"p{number}")
    with django_assert_num_queries(4):
        rows([locale("en")])


def test_report_shows_a_translator_her_languages_only(homes, about, client):
    locale("kk")
    client.force_login(with_page_rights(homes[1], "add", "change"))

    response = client.get("/admin/translations/")

    assert [one.language_code for one in response.context["locales"]] == ["en"]


def test_page_says_that_its_translation_is_older(about, client):
    publish_english(about)
    about.title = "О нашем сайте"
    about.save_revision().publish()

    assert "changed since it was translated" in client.get("/en/about/").content.decode()


def test_page_says_nothing_when_its_translation_is_current(about, client):
    publish_english(about)

    assert "translation-note" not in client.get("/en/about/").content.decode()


def test_add_language_needs_it_published_first(homes):
    with pytest.raises(CommandError, match="PUBLISHED_LANGUAGES"):
        call_command("add_language", "kk")
    with pytest.raises(CommandError, match="CONTENT_LANGUAGES"):
        call_command("add_language", "xx")


def test_add_language_makes_locale_front_page_and_group_once(homes, settings):
    settings.LANGUAGES = [*settings.LANGUAGES, ("kk", "Қазақша")]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES
    call_command("add_language", "kk", verbosity=0)
    call_command("add_language", "kk", verbosity=0)

    from django.contrib.auth.models import Group

    kazakh = Locale.objects.get(language_code="kk")
    fronts = Page.objects.filter(locale=kazakh, depth=2)
    assert [(page.live, page.translation_key) for page in fronts] == [(False, homes[0].translation_key)]
    assert Group.objects.filter(name="translator-kk").count() == 1
