"""Pages of the association: what they cost, what they show in which language."""

from datetime import date

import pytest
from django.test import Client
from wagtail_localize.operations import translate_object

from home.models import StoryPage, Way
from network.content.models import MenuLink, SiteTexts, Tag, TagLabel
from tests.factories.content import image, locale, standard_page, stories, story


def read(client, address) -> str:
    """The page as a reader sees it: a space that keeps two words together is a space."""
    return client.get(address).content.decode().replace("\xa0", " ").replace("&nbsp;", " ")


def warm(client, address):
    client.get(address)
    return client


@pytest.fixture
def furnished(home):
    """Menus, ways in and a list of stories, as on a real site."""
    index = stories(home)
    about = standard_page(home, "О сайте", slug="about")
    texts = SiteTexts.objects.get(locale=home.locale)
    for page in (index, about):
        MenuLink.objects.create(texts=texts, page=page)
        Way.objects.create(page=home, title=page.title, text="Куда", target=page, locale=home.locale)
    return index


def add_stories(index, up_to: int):
    """Live stories, put below the index in one go: a thousand of them in seconds."""
    first = index.get_children().count()
    for number in range(first, up_to):
        index.add_child(
            instance=StoryPage(
                title=f"История {number}",
                slug=f"story-of-{number}",
                date=date(2026, 11, 1),
                locale=index.locale,
            )
        )


def test_uncached_pages_keep_their_budgets_at_ten_and_at_a_thousand_rows(furnished, client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    most = {"/ru/": 12, "/ru/about/": 12, "/ru/stories/": 10}
    counts = {}
    for rows in (10, 1_000):
        add_stories(furnished, rows)
        for address in most:
            warm(client, address)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            counts[rows, address] = len(queries)

    assert {address: counts[10, address] for address in most} == {
        address: counts[1_000, address] for address in most
    }
    assert [address for address in most if counts[1_000, address] > most[address]] == []


def test_story_keeps_its_budget(furnished, client, django_assert_max_num_queries):
    told = story(furnished, "История")
    warm(client, told.url)

    with django_assert_max_num_queries(12):
        client.get(told.url)


def test_story_of_one_language_is_listed_in_the_other_with_its_mark(homes, client):
    index = stories(homes[0])
    story(index, "Только по-русски")
    english = index.copy_for_translation(locale("en"))
    english.title = "Stories"
    english.save_revision().publish()

    text = read(client, "/en/stories/")

    assert "Только по-русски" in text
    assert 'hreflang="ru"' in text.split("<main")[1]


def test_translated_story_is_listed_once_in_each_language(homes, client):
    index = stories(homes[0])
    told = story(index, "По-русски")
    translate_object(told, [locale("en")])
    english = told.get_translation(locale("en"))
    english.title = "In English"
    english.live = True
    english.save()
    english.save_revision().publish()

    russian_list = read(client, "/ru/stories/")
    english_list = read(client, english.get_parent().specific.url or "/en/stories/")

    assert ("По-русски" in russian_list, "In English" in russian_list) == (True, False)
    assert ("In English" in english_list) == bool(english.get_parent().live)


def test_tag_has_a_word_in_each_language_and_a_page_of_its_stories(homes, client):
    tag = Tag.objects.create(name="партнёры", slug="partners")
    TagLabel.objects.create(tag=tag, language="ru", text="партнёры")
    TagLabel.objects.create(tag=tag, language="en", text="partners")
    told = story(stories(homes[0]), "О партнёрах")
    told.tags.add(tag)
    told.save_revision().publish()

    russian, english = (read(client, f"/{code}/tags/partners/") for code in ("ru", "en"))

    assert "<h1>партнёры</h1>" in russian
    assert "<h1>partners</h1>" in english
    assert "О партнёрах" in russian
    assert client.get("/ru/tags/nothing/").status_code == 404


def test_feed_holds_the_newest_stories_of_its_language(homes, client):
    index = stories(homes[0])
    for day in (1, 2, 3):
        story(index, f"История {day}", on=date(2026, 11, day))

    text = read(client, "/ru/feed/")

    assert [text.index(f"История {day}") for day in (3, 2, 1)] == sorted(
        text.index(f"История {day}") for day in (3, 2, 1)
    )
    assert 'xml:lang="ru"' in text


def test_head_names_languages_canonical_address_and_picture(homes, client):
    page = standard_page(homes[0], "О сайте", slug="about")
    translate_object(page, [locale("en")])
    english = page.get_translation(locale("en"))
    english.live = True
    english.save()

    text = read(client, "/ru/about/")

    assert '<link rel="canonical" href="http://testserver/ru/about/">' in text
    assert '<link rel="alternate" hreflang="en" href="http://testserver/en/about/">' in text
    assert '<link rel="alternate" hreflang="x-default" href="http://testserver/ru/about/">' in text
    assert f"/ru/share/{page.pk}.png" in text


def test_picture_for_sharing_is_drawn_from_the_title(home, client):
    page = standard_page(home, "О сайте", slug="about")

    answer = client.get(f"/ru/share/{page.pk}.png")
    page.unpublish()

    assert (answer["Content-Type"], answer.content[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")
    assert client.get(f"/ru/share/{page.pk}.png").status_code == 404


def test_title_cannot_leave_the_structured_data(home, client):
    told = story(stories(home), "</script><script>alert(1)</script>")

    text = read(client, told.url)

    assert "<script>alert(1)" not in text


def test_slug_that_is_taken_is_told_in_a_sentence(home, admin_client):
    standard_page(home, "О сайте", slug="about")

    answer = admin_client.post(
        f"/admin/pages/add/home/standardpage/{home.pk}/",
        {"title": "Другая", "slug": "about", "body-count": "0", "summary": "", "action-publish": "1"},
    )

    assert answer.status_code == 200
    assert "уже используется" in answer.content.decode()
    assert "Другая" in answer.content.decode()


def test_page_with_a_picture_shows_it_in_modern_kinds_without_moving_the_text(home, client):
    picture = image()
    body = [
        {"type": "figure", "id": "00000000-0000-4000-8000-000000000077",
         "value": {"image": picture.pk, "alt_text": "Читальный зал", "caption": "", "credit": ""}}
    ]  # fmt: skip
    page = standard_page(home, "Зал", slug="hall")
    page.body = body
    page.save_revision().publish()

    text = read(client, page.url)

    assert 'type="image/avif"' in text
    assert 'type="image/webp"' in text
    assert 'alt="Читальный зал"' in text
    assert " width=" in text.split("<img")[1].split(">")[0]


def test_signed_in_member_sees_her_own_link_and_no_other_language_of_it(home, client):
    from tests.factories.people import member

    client.force_login(member())

    assert "Моя сеть" in read(client, "/ru/")
    assert "Моя сеть" not in read(Client(), "/ru/")
