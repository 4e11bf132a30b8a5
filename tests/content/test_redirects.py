from wagtail.contrib.redirects.models import Redirect

from tests.factories.content import standard_page


def test_old_address_leads_to_the_new_one(home, client):
    page = standard_page(home, "О сайте", slug="about")
    page.slug = "about-us"
    page.save_revision().publish()
    Redirect.objects.get_or_create(old_path="/ru/about", defaults={"redirect_page": page})

    assert client.get("/ru/about/")["Location"].endswith("/ru/about-us/")


def test_redirect_to_itself_is_a_404_and_not_a_circle(home, client):
    page = standard_page(home, "О сайте", slug="about")
    Redirect.objects.create(old_path="/ru/about", redirect_page=page)
    page.unpublish()

    assert client.get("/ru/about/").status_code == 404
