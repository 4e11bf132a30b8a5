"""One page of every kind, as `setup` loads it: axe finds nothing and nothing sticks out, on a phone and on a desk."""

import pytest
from wagtail.models import Page, Site

from home.starter import steps
from network.content.models import BasePage
from network.content.starter.loading import Report
from tests.browser.learning import NARROW, WIDE, faults

ADDRESSES = (
    "account/login/",
    "account/signup/",
    "search/?q=библиотека",
    "exercises/",
    "glossary/",
    "v/",
    "contact/",
)


@pytest.fixture
def one_of_each(monkeypatch, live_server, settings):
    """Addresses of one page of every kind in both languages, and of the screens every visitor meets."""
    files = [
        file
        for file in steps.all_files()
        if not file.key.startswith("library-dialogue/") or file.key.endswith(("module-1", "1-1"))
    ]
    monkeypatch.setattr(steps, "all_files", lambda: files)
    steps.run(Report(), lambda text: None)
    host, _colon, port = live_server.url.removeprefix("http://").partition(":")
    Site.objects.update(hostname=host, port=int(port))
    Site.clear_site_root_paths_cache()
    settings.SITE_URL = live_server.url
    found = []
    for code in ("ru", "en"):
        kinds = {}
        for page in Page.objects.live().filter(locale__language_code=code, depth__gt=1).order_by("-path"):
            if issubclass(page.specific_class, BasePage):
                kinds[page.specific_class] = page.get_url()
        found += [*kinds.values(), *(f"/{code}/{address}" for address in ADDRESSES)]
    assert len(found) > 25
    return found


def test_axe_is_clean_on_one_page_of_every_kind(page, live_server, one_of_each, axe):
    wrong = {}
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        for address in one_of_each:
            answer = page.goto(live_server.url + address)
            found = [*([answer.status] if answer.status != 200 else []), *faults(page, "", axe)]
            if found:
                wrong[size["width"], address] = found
    assert wrong == {}
