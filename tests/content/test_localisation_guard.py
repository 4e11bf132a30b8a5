"""A translator works in her languages only, whatever address she opens."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from tests.factories.content import locale, standard_page
from tests.factories.people import with_page_rights

SUBMIT = ("wagtail_localize.submit_translation",)


@pytest.fixture
def page(homes):
    return standard_page(homes[0], "О сайте", slug="about", text="Первая фраза.")


@pytest.fixture
def translator(homes):
    """May change and add pages in English, publish nowhere."""
    return with_page_rights(homes[1], "add", "change", also=SUBMIT)


@pytest.fixture
def stranger(homes):
    """May translate, but into a language of another tree."""
    kazakh = homes[0].copy_for_translation(locale("kk"))
    return with_page_rights(kazakh, "add", "change", "publish", also=SUBMIT)


@pytest.fixture
def translated(page):
    """The page in English, every sentence translated and published."""
    translate_object(page, [locale("en")])
    translation = Translation.objects.get(source__object_id=page.translation_key)
    publish_translation(translation)
    return translation


def publish_translation(translation):
    """Every sentence translated and live; wagtail-localize publishes after the commit, which a test never makes."""
    fill(translation)
    translation.save_target(publish=True)
    translation.get_target_instance().latest_revision.publish()


def fill(translation, text="Sentence."):
    for segment in StringSegment.objects.filter(source=translation.source):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={"data": text},
        )


def submit(client, page, *codes, **extra):
    data = {"locales": [locale(code).pk for code in codes], **extra}
    return client.post(f"/admin/localize/submit/page/{page.pk}/", data)


def test_translator_submits_a_published_page_into_her_language(client, page, translator):
    client.force_login(translator)

    submit(client, page, "en")

    assert page.has_translation(locale("en"))


def test_translator_cannot_submit_into_another_language(client, page, stranger):
    client.force_login(stranger)

    answer = submit(client, page, "en")

    assert "нет права" in answer.content.decode()
    assert not page.has_translation(locale("en"))


def test_draft_she_cannot_see_answers_as_missing(client, page, translator):
    page.unpublish()
    client.force_login(translator)

    assert client.get(f"/admin/localize/submit/page/{page.pk}/").status_code == 404
    assert not page.has_translation(locale("en"))


def test_draft_is_not_translated_even_by_its_editor(client, homes, page):
    editor = with_page_rights(Page.objects.get(depth=1), "add", "change", also=SUBMIT)
    page.unpublish()
    client.force_login(editor)

    answer = submit(client, page, "en")

    assert "черновики не переводят" in answer.content.decode()
    assert not page.has_translation(locale("en"))


def test_subtree_with_drafts_is_refused_with_a_sentence(client, page, translator):
    child = standard_page(page, "Внутри", slug="inside")
    child.unpublish()
    client.force_login(translator)

    answer = submit(client, page, "en", include_subtree="on")

    assert "есть черновики" in answer.content.decode()
    assert not child.has_translation(locale("en"))


def update(client, translation, publish):
    data = {"publish_translations": "on"} if publish else {}
    return client.post(f"/admin/localize/update/{translation.source_id}/", data)


def test_update_without_publishing_leaves_the_live_translation_as_it_was(
    client, page, translated, translator
):
    page.body = [{"type": "rich_text", "value": "<p>Совсем другая фраза.</p>", "id": page.body[0].id}]
    page.save_revision().publish()
    client.force_login(translator)

    update(client, translated, publish=False)

    english = page.get_translation(locale("en"))
    assert "Sentence." in str(english.specific.body)
    assert StringSegment.objects.filter(
        source=translated.source, string__data="Совсем другая фраза."
    ).exists()


def test_translator_without_the_right_cannot_publish_by_updating(client, page, translated, translator):
    page.title = "О нашем сайте"
    page.save_revision().publish()
    client.force_login(translator)

    answer = update(client, translated, publish=True)

    assert "нет права публиковать" in answer.content.decode()
    assert page.get_translation(locale("en")).title == "Sentence."


def test_publisher_cannot_publish_what_is_not_translated_yet(client, homes, page, translated):
    publisher = with_page_rights(homes[1], "add", "change", "publish", also=SUBMIT)
    page.title = "О нашем сайте"
    page.save_revision().publish()
    client.force_login(publisher)

    answer = update(client, translated, publish=True)

    assert "Не переведено фраз: 1" in answer.content.decode()
    assert page.get_translation(locale("en")).title == "Sentence."
    assert not StringSegment.objects.filter(source=translated.source, string__data="О нашем сайте").exists()


def test_publishing_an_incomplete_page_asks_a_publisher_once(
    client, homes, page, translated, django_capture_on_commit_callbacks
):
    publisher = with_page_rights(homes[1], "add", "change", "publish", also=SUBMIT)
    page.title = "О нашем сайте"
    page.save_revision().publish()
    TranslationSource.objects.get(pk=translated.source_id).update_from_db()
    client.force_login(publisher)
    english = page.get_translation(locale("en"))
    address = f"/admin/pages/{english.pk}/edit/"

    asked = client.post(address, {"action": "publish"})
    before = Page.objects.get(pk=english.pk).title
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"action": "publish", "publish-incomplete": "1"})

    assert "Не переведена 1 фраза" in asked.content.decode()
    assert (before, Page.objects.get(pk=english.pk).title) == ("Sentence.", "О нашем сайте")


@pytest.mark.parametrize(
    "address",
    ["pofile/download/", "pofile/upload/", "machine_translate/", "disable/"],
)
def test_translation_of_another_language_is_forbidden(client, translated, stranger, address):
    client.force_login(stranger)
    url = f"/admin/localize/translate/{translated.pk}/{address}"

    answer = client.get(url) if "download" in address else client.post(url)

    assert answer.status_code in {302, 403}
    translated.refresh_from_db()
    assert translated.enabled


def test_string_of_another_language_cannot_be_written(client, translated, stranger):
    segment = StringSegment.objects.filter(source=translated.source).first()
    client.force_login(stranger)

    client.put(
        f"/admin/localize/translate/{translated.pk}/strings/{segment.pk}/edit/",
        {"value": "Written by a stranger"},
        content_type="application/json",
    )

    assert not StringTranslation.objects.filter(data="Written by a stranger").exists()


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "Выберите файл PO"),
        ({"file": b""}, "не файл PO этого перевода"),
        ({"file": b'msgid ""\nmsgstr ""\n"X-Other: 1\\n"\n'}, "не файл PO этого перевода"),
    ],
)
def test_rubbish_po_file_is_a_sentence_and_not_an_error(client, translated, translator, files, sentence):
    client.force_login(translator)
    data = {name: SimpleUploadedFile("x.po", body) for name, body in files.items()}

    answer = client.post(f"/admin/localize/translate/{translated.pk}/pofile/upload/", data, follow=True)

    assert answer.status_code == 200
    assert sentence in answer.content.decode()


def test_po_file_of_a_cyrillic_title_has_a_name(client, translated, translator):
    client.force_login(translator)

    answer = client.get(f"/admin/localize/translate/{translated.pk}/pofile/download/")

    assert answer["Content-Disposition"] == 'attachment; filename="o-sayte-en.po"'


def test_names_of_snippets_are_not_told_to_those_who_may_not_edit_them(client, homes, translator):
    client.force_login(translator)

    answer = client.get("/admin/localize/api/snippets/content/sitetexts/")

    assert answer.status_code == 404
    assert "Библиотечные диалоги" not in answer.content.decode()


def test_snippet_of_another_language_cannot_be_edited(client, homes):
    editor = with_page_rights(homes[1], "add", "change", also=("content.change_sitetexts",))
    client.force_login(editor)
    from network.content.models import SiteTexts

    russian = SiteTexts.objects.get(locale__language_code="ru")
    english = SiteTexts.objects.get(locale__language_code="en")

    codes = [
        client.get(f"/admin/snippets/content/sitetexts/edit/{texts.pk}/").status_code
        for texts in (russian, english)
    ]

    assert codes == [302, 200]
