from network.content.models import Tag
from tests.factories.content import make_site, standard_page, stories


def live_page(people):
    return {"pk": standard_page(make_site()[0], "О сайте", slug="about").pk}


def first_part(people):
    return {"number": 0, "of": 1}


def no_arguments_but_stories(people):
    stories(make_site()[0])
    return {}


def tag(people):
    return {"code": Tag.objects.create(name="партнёры", slug="partners").slug}
