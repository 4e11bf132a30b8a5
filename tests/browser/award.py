"""What the journey of the award stands on: a round in two languages, its people, and how they walk."""

import io
import re
from datetime import timedelta

import pypdf
from django.core import mail
from django.core.management import call_command
from wagtail.models import Locale

from network.awards.demo.words import CRITERIA, NOMINATIONS
from network.awards.models import AwardRound
from network.awards.questions import BY_PART
from network.awards.states import Phase
from tests.factories.awards import DEADLINE, award_round, round_page

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
PASSWORD = "a long enough password"
ENTRANT, COAUTHOR, STRANGER = "aiperi@example.org", "nare@library.example", "stranger@example.org"
SECRETARY, CHAIR = "secretary@example.org", "chair@example.org"
ENTRY = "/ru/my/entries/A27-0001/"
# Codes of the factory's nominations, with the words of the sample ones.
NAMED = {"best": NOMINATIONS["together"], "small": NOMINATIONS["small"]}


def round_in_preparation() -> AwardRound:
    """A round that nobody has announced, with its call in Russian and in English."""
    round = award_round(
        phase=Phase.PREPARING,
        min_reviews=2,
        judging_opens_at=DEADLINE + timedelta(days=7),
        judging_closes_at=DEADLINE + timedelta(days=37),
    )
    for row in round.criteria.all():
        row.name = CRITERIA[row.code][2]["ru"][0]
        row.save()
    russian = _words(round_page(round), "ru", "Мост года, 2027")
    for page, title in (
        (russian.get_parent().get_parent(), "Award"),
        (russian.get_parent(), "Bridge of the Year"),
        (russian, "Bridge of the Year, 2027"),
    ):
        english = page.specific.copy_for_translation(
            Locale.objects.get(language_code="en"), copy_parents=True
        )
        english.title = title
        english.save_revision().publish()
        if page is russian:
            _words(english, "en", title)
    return round


def _words(page, language: str, title: str):
    page.title = title
    page.nominations = [
        {
            "type": "nomination",
            "value": {"code": code, "title": words[language][0], "text": words[language][1]},
        }
        for code, words in NAMED.items()
    ]
    page.criteria = [
        {
            "type": "criterion",
            "value": {
                "code": code,
                "title": words[language][0],
                "question": words[language][1],
                "anchors": [{"score": score, "text": text} for score, text in words[language][2].items()],
            },
        }
        for code, (_weight, _required, words) in CRITERIA.items()
    ]
    page.save_revision().publish()
    return page


class Walk:
    """One browser that different people use one after another, at a moment we choose."""

    def __init__(self, page, live_server, axe, clock):
        self.page, self.server, self.axe, self.clock = page, live_server.url, axe, clock

    def be(self, email: str, *, at: dict = DESK, language: str = "ru") -> None:
        """Sign in by the form, with no cookie of whoever was here before."""
        self.leave(at=at)
        self.go(f"/{language}/account/login/")
        self.page.locator("input[name=login]").fill(email)
        self.page.locator("input[name=password]").fill(PASSWORD)
        self.page.locator("main form button").first.click()
        self.page.wait_for_url(lambda url: "/account/login/" not in url)

    def leave(self, *, at: dict = DESK) -> None:
        self.page.context.clear_cookies()
        self.page.set_viewport_size(at)

    def go(self, path: str) -> None:
        self.page.goto(path if path.startswith("http") else self.server + path)

    def status(self, path: str) -> int:
        """What an address answers to whoever is signed in, sign-in pages not followed."""
        return self.page.request.get(self.server + path, max_redirects=0, fail_on_status_code=False).status

    def press(self, name: str, *, within: str = "main") -> None:
        self.page.locator(within).get_by_role("button", name=name, exact=True).first.click()
        self.page.wait_for_load_state()

    def follow(self, name: str, *, within: str = "main") -> None:
        self.page.locator(within).get_by_role("link", name=name, exact=True).first.click()
        self.page.wait_for_load_state()

    def text(self, within: str = "main") -> str:
        """What is read there; the typesetter's hard spaces count as spaces."""
        return self.page.locator(within).first.inner_text().replace("\xa0", " ")

    def look(self, name: str, *, within: str | None = None) -> None:
        """The screen as it is: nothing for axe to say, nothing wider than the window."""
        page = self.page
        fits = page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        found = self.axe(page, within=within)
        assert (name, fits, found) == (name, True, [])

    def fill_part(self, code: str, answers: dict) -> None:
        """Every answer of one part of the entrant's form, into the control it has on the screen."""
        for question in BY_PART[code].questions:
            if answers.get(question.code) not in (None, "", [], False):
                self._answer(question, answers[question.code])

    def _answer(self, question, value) -> None:
        page, id = self.page, f"#id_{question.code}"
        if question.kind == "tick":
            page.locator(id).check()
        elif question.kind == "choices":
            for one in value:
                page.locator(f"[name={question.code}][value='{one}']").check()
        elif question.kind == "rows":
            for number, row in enumerate(value):
                for column in question.columns:
                    cell = page.locator(f"{id}-{number}-{column.code}")
                    if column.choices:
                        cell.select_option(row[column.code])
                    else:
                        cell.fill(row[column.code])
        elif question.kind in {"choice", "nomination"}:
            page.locator(id).select_option(value)
        else:
            page.locator(id).fill(value)


def facts(walk: Walk) -> dict[str, str]:
    """A list of facts as it is read: name and value."""
    rows = walk.page.locator("main dl.facts > div")
    return {
        row.locator("dt").inner_text(): row.locator("dd").inner_text().replace("\xa0", " ")
        for row in rows.all()
    }


def closed_to_others(walk: Walk) -> None:
    """Whoever is not signed in is asked to, and another member finds nothing, at every address of an entry."""
    own = [ENTRY + tail for tail in ("", "part/project/", "preview/", "send/", "files/", "authors/", "receipt/1/",
                                     "receipt/1/text.json", "feedback/", "withdraw/")]  # fmt: skip
    paths = [*own, "/ru/my/jury/a27/", "/ru/my/jury/a27/names/", "/ru/my/jury/entry/A27-0001/",
             "/ru/my/jury/a27/all.pdf", "/ru/my/jury/a27/ranking/"]  # fmt: skip
    desk = ["/admin/awards/", "/admin/awards/entry/A27-0001/", "/admin/awards/round/a27/ranking/"]
    walk.leave()
    assert {path: walk.status(path) for path in paths + desk} == dict.fromkeys(paths + desk, 302)
    walk.be(STRANGER)
    assert {path: walk.status(path) for path in paths} == dict.fromkeys(paths, 404)
    assert {path: walk.status(path) for path in desk} == dict.fromkeys(desk, 302)


def letters_to(email: str) -> list[mail.EmailMessage]:
    """Her letters so far, sent as the worker sends them; the newest last."""
    call_command("worker", "--once")
    return [letter for letter in mail.outbox if letter.to == [email]]


def link_in(letter: mail.EmailMessage) -> str:
    return re.search(r"http\S+", letter.body)[0]


def pdf_text(body: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(body)).pages)
