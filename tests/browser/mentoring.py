"""People of a mentoring round in their browsers: each in a browser of her own, with her letters."""

import os
import re
import time
from pathlib import Path

from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from mentoring.models import MentoringPage, MentoringRoundPage, MentorsIndexPage
from mentoring.states import Phase
from tests.browser.conftest import _is_ours
from tests.factories.content import locale
from tests.factories.members import PASSWORD
from tests.factories.mentoring import make_round

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
SHOTS = os.environ.get("SHOTS", "")
ENGLISH = {MentoringPage: "Mentoring", MentorsIndexPage: "Mentors", MentoringRoundPage: "Spring round"}


def round_in_both_languages(home):
    """A round being prepared, with the pages of the programme in Russian and English."""
    ours = {
        "locale": home.locale,
        "summary": "Молодой библиотекарь и наставник работают вдвоём четыре месяца.",
    }
    programme = home.add_child(instance=MentoringPage(title="Наставничество", slug="mentoring", **ours))
    programme.add_child(instance=MentorsIndexPage(title="Наставники", slug="mentors", locale=home.locale))
    round = make_round(Phase.PREPARING, at=timezone.now(), title="Весенний раунд")
    for model, title in ENGLISH.items():
        for page in model.objects.filter(locale__language_code="ru"):
            english = page.copy_for_translation(locale("en"))
            english.title = english.draft_title = title
            english.summary = ""
            if model is MentoringRoundPage:
                english.agreement = "<p>The mentee writes first.</p>"
            english.save_revision().publish()
    return round


class Person:
    """Somebody with her own browser and letter box."""

    def __init__(self, context, live_server, *, email: str = "", language: str = "ru"):
        self.live_server, self.email, self.language = live_server, email, language
        self.page = context.new_page()
        self.page.set_default_timeout(20_000)
        self.errors, self.outside, self.looked = [], [], 0.0
        self.page.on("console", lambda one: self.errors.append(one.text) if one.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._note)

    def _note(self, request):
        if not _is_ours(request.url, self.live_server):
            self.outside.append(request.url)

    def go(self, path: str) -> int:
        """To an address as she would type it; the status she gets."""
        return self.page.goto(self.url(path)).status

    def get(self, path: str) -> int:
        """The status of an address, asked with her cookies."""
        return self.page.request.get(self.url(path)).status

    def url(self, path: str) -> str:
        return path if path.startswith("http") else f"{self.live_server.url}{path}"

    def fill(self, **answers) -> None:
        """Fields by name: text, a choice of a list, or ticks."""
        for name, value in answers.items():
            field = self.page.locator(f"main [name={name}]")
            kind = field.first.evaluate("one => one.type")
            if value is True:
                field.check()
            elif kind in ("radio", "checkbox"):
                for one in [value] if isinstance(value, str) else value:
                    self.page.locator(f"main [name={name}][value='{one}']").check()
            elif kind == "select-one":
                field.select_option(value)
            else:
                field.fill(value)

    def press(self, name: str, *, within: str = "main") -> None:
        self.page.locator(within).get_by_role("button", name=name, exact=True).first.click()
        self.page.wait_for_load_state()

    def follow(self, name: str, *, within: str = "main") -> None:
        self.page.locator(within).get_by_role("link", name=name, exact=True).first.click()
        self.page.wait_for_load_state()

    @property
    def text(self) -> str:
        return self.page.locator("main").inner_text()

    @property
    def title(self) -> str:
        return self.page.locator("main h1").inner_text()

    def sign_up(self, button: str, go_on: str) -> None:
        """On the sign-up page: address, password, the code from the letter."""
        self.fill(email=self.email, password1=PASSWORD)
        self.page.locator("main [name=agree]").check()
        self.press(button)
        self.fill(code=re.search(r"^(\d{6})$", self.letters()[-1].body, re.MULTILINE).group(1))
        self.press(go_on)

    def letters(self) -> list:
        """What has come to her, oldest first, once the worker has been round."""
        call_command("worker", "--once")
        return [one for one in mail.outbox if one.to == [self.email]]

    def links(self, part: str) -> list[str]:
        """The addresses in her letters that lead there."""
        found = [re.search(rf"https?://\S*{part}\S*", one.body) for one in self.letters()]
        return [one.group() for one in found if one]

    def link(self, part: str) -> str:
        return self.links(part)[-1]

    def shot(self, name: str) -> None:
        if SHOTS:
            folder = Path(SHOTS)
            folder.mkdir(parents=True, exist_ok=True)
            width = self.page.viewport_size["width"]
            self.page.screenshot(path=folder / f"{name}-{self.language}-{width}.png", full_page=True)

    def sound(self, axe, name: str, *, within: str | None = None) -> None:
        """The screen as it stands: whole in its width, nothing for axe to find, no error in the console."""
        began = time.monotonic()
        self.shot(name)
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        found = [*self.errors, *self.outside, *axe(self.page, within=within)]
        if overflow := max(self.page.evaluate(wide), 0):
            found.append(f"{overflow} pixels too wide")
        assert found == [], f"{name}: {found}"
        self.looked += time.monotonic() - began
