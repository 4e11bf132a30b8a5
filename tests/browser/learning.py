"""What journeys through the course share: the real content, and what every screen must be."""

import os
import re
import tomllib
from pathlib import Path

from wagtail.models import Site

from courses.starter import loading
from home.starter import site, steps
from network.content.starter.loading import Report

SHOTS = os.environ.get("SHOTS", "")
LESSONS = Path(loading.FOLDER) / loading.COURSE
NARROW = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 800}


def load_course(monkeypatch, live_server, settings, lessons: str) -> None:
    """The front page, the course with all its modules and these lessons (a pattern), as `setup` loads them."""
    files = [
        file
        for file in loading.page_files()
        if not (number := re.search(r"/(\d-\d)$", file.key)) or re.fullmatch(lessons, number[1])
    ]
    monkeypatch.setattr(steps, "all_files", lambda: [site.page_files()[0], *files])
    steps.run(Report(), lambda text: None)
    host, _colon, port = live_server.url.removeprefix("http://").partition(":")
    Site.objects.update(hostname=host, port=int(port))
    Site.clear_site_root_paths_cache()
    settings.SITE_URL = live_server.url
    settings.WAGTAILADMIN_BASE_URL = live_server.url


def written(name: str, language: str = "ru") -> dict:
    """A lesson ("1-1"), module or the course as its file has it."""
    return tomllib.loads((LESSONS / language / f"{name}.toml").read_text())


def heading(page) -> str:
    """What the page is called, without the spaces that tie its words."""
    page.wait_for_load_state()
    return page.locator("h1").inner_text().replace("\xa0", " ")


def faults(page, name: str = "", axe=None) -> list[str]:
    """What the console said, what sticks out at the side, what axe finds; a picture, when somebody wants to look."""
    page.wait_for_load_state()
    if SHOTS and name:
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)
    found = list(page.errors)
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        found.append("wider than the screen")
    return [*found, *axe(page)] if axe else found


def links_of(page) -> set[str]:
    """Every address of ours that the page leads to."""
    hrefs = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    return {
        href.partition("#")[0] for href in hrefs if href.startswith(page.evaluate("location.origin") + "/")
    }
