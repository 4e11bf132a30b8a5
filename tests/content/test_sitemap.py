import re
from xml.etree import ElementTree

from wagtail.models import PageViewRestriction

from network.content import sitemap
from tests.factories.content import locale, standard_page

NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def urls(client, address="/sitemap.xml"):
    tree = ElementTree.fromstring(b"".join(client.get(address).streaming_content))
    return {
        url.find("s:loc", NS).text: {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", NS)
        }
        for url in tree.findall("s:url", NS)
    }


def test_sitemap_pairs_the_languages_of_a_page(homes, client):
    about = standard_page(homes[0], "О сайте", slug="about")
    english = about.copy_for_translation(locale("en"))
    english.title = "About"
    english.save_revision().publish()

    pairs = {
        "ru": "http://testserver/ru/about/",
        "en": "http://testserver/en/about/",
        "x-default": "http://testserver/ru/about/",
    }
    assert urls(client)["http://testserver/ru/about/"] == pairs
    assert urls(client)["http://testserver/en/about/"] == pairs


def test_sitemap_leaves_out_drafts_restricted_pages_and_the_intake(homes, client):
    hidden = standard_page(homes[0], "Скрытая", slug="hidden")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    draft = standard_page(homes[0], "Черновик", slug="draft")
    draft.unpublish()

    assert sorted(urls(client)) == ["http://testserver/en/", "http://testserver/ru/"]


def test_sitemap_of_many_pages_is_divided_and_complete(homes, client, monkeypatch):
    for number in range(12):
        standard_page(homes[0], f"Страница {number}", slug=f"p{number}")
    whole = urls(client)
    monkeypatch.setattr(sitemap, "MOST_A_PART", 5)

    index = client.get("/sitemap.xml").content.decode()
    parts = re.findall(r"/sitemap-\d+-16\.xml", index)
    together = {}
    for part in parts:
        together.update(urls(client, part))

    assert len(parts) == 16
    assert together == whole


def test_sitemap_costs_the_same_queries_for_any_number_of_pages(homes, django_assert_num_queries):
    list(sitemap.part(0, 1))
    with django_assert_num_queries(2):
        list(sitemap.part(0, 1))
    for number in range(10):
        standard_page(homes[0], f"Страница {number}", slug=f"p{number}")
    with django_assert_num_queries(2):
        list(sitemap.part(0, 1))


def test_part_that_cannot_be_is_a_404(homes, client):
    assert [client.get(f"/sitemap-{part}.xml").status_code for part in ("16-16", "0-3", "1-1")] == [
        404,
        404,
        404,
    ]


def test_robots_names_the_sitemap(client, db):
    text = client.get("/robots.txt").content.decode()

    assert text.splitlines()[-1].endswith("/sitemap.xml")
    assert "Disallow: /admin/" in text
