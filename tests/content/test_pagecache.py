import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import PageViewRestriction

from network.content import pagecache
from network.content.models import SiteTexts
from network.content.models.texts import MenuLink
from tests.factories.content import standard_page, stories, story


@pytest.fixture
def kept(settings):
    settings.PAGE_CACHE = True
    pagecache.STORE.clear()
    pagecache._READ.clear()
    yield
    pagecache.STORE.clear()


def publish(page, title):
    page.title = title
    page.save_revision().publish()


def test_second_look_costs_no_query(home, client, kept, django_assert_num_queries):
    page = standard_page(home, "О сайте", slug="about")
    first = client.get("/ru/about/")

    with django_assert_num_queries(0):
        second = client.get("/ru/about/")

    assert second.content == first.content
    assert page.title in second.content.decode()


def test_publish_shows_on_the_next_request_in_both_languages_lists_and_feed(
    home, client, kept, django_capture_on_commit_callbacks
):
    told = story(stories(home), "Старое название")
    addresses = ["/ru/", "/en/", "/ru/stories/", told.url, "/ru/feed/"]
    for address in addresses:
        assert "Старое название" in client.get(address).content.decode()
        client.get(address)

    with django_capture_on_commit_callbacks(execute=True):
        publish(told, "Новое название")

    for address in addresses:
        assert "Новое название" in client.get(address).content.decode(), address


def test_page_of_a_signed_in_member_is_never_kept_nor_served_to_others(home, kept):
    standard_page(home, "О сайте", slug="about")
    member = get_user_model().objects.create_user("m@example.org", "long enough password")
    signed_in = Client()
    signed_in.force_login(member)

    hers = signed_in.get("/ru/about/")
    stranger = Client().get("/ru/about/")

    assert "private" in hers["Cache-Control"]
    assert "Моя сеть" in hers.content.decode()
    assert "Моя сеть" not in stranger.content.decode()


def test_page_that_sets_a_cookie_is_not_kept(home, client, kept):
    client.get("/ru/contact/")

    assert not pagecache.STORE.pages


def test_unknown_parameters_pass_by_the_store(home, client, kept):
    client.get("/ru/?utm_source=letter")

    assert not pagecache.STORE.pages


def test_revisit_with_the_same_page_is_304_without_a_body(home, client, kept):
    etag = client.get("/ru/")["ETag"]

    again = client.get("/ru/", headers={"If-None-Match": etag})

    assert (again.status_code, again.content) == (304, b"")


def test_kept_page_is_sent_compressed_to_those_who_can_read_it(home, client, kept):
    plain = client.get("/ru/")
    packed = client.get("/ru/", headers={"Accept-Encoding": "br"})

    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "br"
    assert len(packed.content) < len(plain.content) / 2


def test_generation_moves_on_at_every_change_however_quick(settings, tmp_path):
    settings.PAGE_CACHE_STAMP = tmp_path / "stamp"
    seen = set()
    for _ in range(100):
        pagecache._next_generation()
        seen.add(pagecache.generation())

    assert len(seen) == 100


def test_store_forgets_the_least_used_when_full():
    store = pagecache.PageStore(25)
    for key in "abc":
        store.put(key, pagecache.Kept({}, b"0123456789", "e"))

    assert [store.get(key) is not None for key in "abc"] == [False, True, True]
    assert store.bytes == 20


def test_page_made_private_is_private_on_the_next_request(
    home, client, kept, django_capture_on_commit_callbacks
):
    page = standard_page(home, "Для своих", slug="ours")
    assert client.get("/ru/ours/").status_code == 200

    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert client.get("/ru/ours/").status_code == 302


def test_changed_menu_shows_on_the_next_request(home, client, kept, django_capture_on_commit_callbacks):
    page = standard_page(home, "О сайте", slug="about")
    texts = SiteTexts.objects.get(locale=home.locale)
    assert client.get("/ru/").content.decode().count("/ru/about/") == 0

    with django_capture_on_commit_callbacks(execute=True):
        MenuLink.objects.create(texts=texts, page=page)

    assert client.get("/ru/").content.decode().count('href="/ru/about/"') >= 1


def test_a_page_not_kept_yet_reads_its_surroundings_no_more(home, client, kept, django_assert_num_queries):
    standard_page(home, "О сайте", slug="about")
    standard_page(home, "Контакты", slug="contacts")
    client.get("/ru/about/")

    # The site, the page, the page as its kind, its versions.
    with django_assert_num_queries(4):
        client.get("/ru/contacts/")


def test_a_kept_page_has_the_headers_of_a_new_one_and_is_not_shown_without_https(
    home, client, kept, settings
):
    settings.SECURE_SSL_REDIRECT = True
    new = client.get("/ru/", secure=True)
    again = client.get("/ru/", secure=True)

    same = ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options")
    assert {name: again[name] for name in same} == {name: new[name] for name in same}
    assert client.get("/ru/").status_code == 301
