"""Journeys in a real Chromium: Debian's browser, Playwright's driver, axe on every screen."""

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return {**browser_type_launch_args, "executable_path": chromium, "args": QUIET}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """A reader in Russian; journeys in English say so themselves."""
    return {**browser_context_args, "locale": "ru-RU", "timezone_id": "Asia/Bishkek"}


@pytest.fixture
def page(context, live_server):
    page = context.new_page()
    page.set_default_timeout(20_000)
    outside = []
    page.on(
        "request",
        lambda request: outside.append(request.url) if not _is_ours(request.url, live_server) else None,
    )
    errors = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.errors = errors
    yield page
    assert outside == [], "a page called another host"


def _is_ours(url, live_server) -> bool:
    return url.startswith((live_server.url, "data:", "blob:", "about:", "chrome"))


@pytest.fixture
def site(live_server, settings):
    """The front pages of both languages under the live server, letters in memory."""
    from wagtail.models import Site

    from tests.factories.content import make_site

    homes = make_site()
    host, _colon, port = live_server.url.removeprefix("http://").partition(":")
    Site.objects.update(hostname=host, port=int(port))
    Site.clear_site_root_paths_cache()
    settings.SITE_URL = live_server.url
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    return homes


@pytest.fixture
def axe():
    """Run axe over the page and tell what it finds, by rule and element; nothing is the only good answer."""

    def look(page, *, within: str | None = None) -> list[str]:
        # Without preloading: in development axe would ask for imported sheets at addresses of its own making.
        results = Axe().run(page, context=within, options={"preload": False})
        return [
            f"{violation['id']}: {node['target']}"
            for violation in results.response["violations"]
            for node in violation["nodes"]
        ]

    return look


def sign_in(page, live_server, email: str, password: str, language: str = "ru") -> None:
    """By the sign-in form, as a person does."""
    page.goto(f"{live_server.url}/{language}/account/login/")
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(password)
    page.locator("main button[type=submit], main form button").first.click()
    page.wait_for_load_state()
