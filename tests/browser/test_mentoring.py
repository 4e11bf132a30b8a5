"""Mentoring from a call to a working pair: a young librarian on a phone, a mentor in English, a coordinator."""

import time

import pytest

from mentoring.models import Pair
from network.members.roles import Role
from tests.browser.conftest import sign_in
from tests.browser.mentoring import DESK, PHONE, Person, round_in_both_languages
from tests.factories.members import PASSWORD, make_member
from tests.factories.mentoring import make_accepted


@pytest.fixture(scope="session")
def browser_context_args():
    """Each person of this journey says herself what her browser is."""
    return {}


@pytest.fixture
def people(new_context, live_server, site, settings):
    """The worker's queue as in production; a coordinator, a mentor, a young librarian."""
    settings.TASKS = {"default": {"BACKEND": "network.content.tasks.backend.LeasedBackend", "QUEUES": []}}
    make_member(Role.COORDINATOR, email="asel@example.org", name="Асель Токтогулова")

    def person(email, size, zone, language="ru"):
        code = {"ru": "ru-RU", "en": "en-GB"}[language]
        context = new_context(viewport=size, locale=code, timezone_id=zone, accept_downloads=True)
        return Person(context, live_server, email=email, language=language)

    return (
        person("asel@example.org", DESK, "Asia/Bishkek"),
        person("narine@example.org", DESK, "Asia/Yerevan", "en"),
        person("aiperi@example.org", PHONE, "Asia/Bishkek"),
    )


def test_from_a_call_to_a_working_pair(people, site, axe, live_server):
    asel, narine, aiperi = people
    round = round_in_both_languages(site[0])
    sign_in(asel.page, live_server, asel.email, PASSWORD)

    move(asel, round, "Открыть набор наставников")
    apply_to_mentor(narine, axe)
    move(asel, round, "Открыть набор подопечных")
    print(f"From her first screen to the receipt: {apply_to_be_mentored(aiperi, axe):.0f} s")


def move(asel, round, label):
    """The coordinator moves the round on from its screen."""
    asel.go(f"/admin/mentoring/rounds/{round.code}/")
    asel.follow(label)
    asel.press(label)
    assert asel.page.locator(".messages").inner_text()


def apply_to_mentor(narine, axe):
    narine.go("/en/mentoring/")
    narine.sound(axe, "programme")
    narine.follow("Apply to mentor")
    narine.sound(axe, "begin")
    assert narine.title == "Apply to mentor"
    narine.fill(adult="yes")
    narine.press("Go on")

    # Without an account: each step is kept as she goes.
    narine.sound(axe, "you")
    narine.fill(name="Նարինե Սարգսյան", name_latin="Narine Sargsyan", country="AM", city="Yerevan")
    assert narine.page.locator("[name=time_zone]").input_value() == "Asia/Yerevan"
    narine.press("Save and go on")
    narine.fill(institution_name="National Library", library_type="national", years="11-20")
    narine.press("Save and go on")
    narine.fill(language1="ru", level1="fluent", language2="en", level2="fluent")
    narine.press("Save and leave")
    narine.sound(axe, "draft")
    assert "This draft is kept in this browser." in narine.text
    narine.follow("You")
    assert narine.page.locator("[name=name]").input_value() == "Նարինե Սարգսյան"
    narine.go(narine.page.url.replace("/you/", "/topics/"))
    narine.fill(topics=["funding", "moderation"])
    narine.press("Save and go on")
    narine.fill(places="2")
    narine.press("Save and go on")
    narine.fill(bio="Twelve years in the international department.", topics_taught=["funding"])
    narine.press("Save and go on")
    narine.fill(free_cells=["mon-evening", "wed-evening"])
    narine.sound(axe, "time")
    narine.press("Save and go on")
    narine.fill(avoid="Игорь Лишний")
    narine.press("Save and go on")
    narine.fill(contact="@narine_reads")
    narine.press("Save and go on")
    assert narine.title == "Check your answers"
    narine.sound(axe, "check-visitor")

    # An account, its code by letter, and what she wrote comes with her.
    narine.follow("Make an account")
    narine.sign_up("Make an account", "Go on")
    assert narine.title == "Check your answers"
    assert "Նարինե Սարգսյան" in narine.text
    narine.press("Send the application")
    assert narine.page.locator(".field__error").count() == 4
    narine.sound(axe, "check-refused")
    agree(narine)
    narine.press("Send the application")
    assert narine.title == "Your application is with us"
    narine.sound(axe, "receipt")

    # She agrees to be listed.
    narine.follow("See or change the application")
    narine.sound(axe, "application")
    narine.follow("My page in the list of mentors")
    narine.sound(axe, "listing")
    narine.press("I agree: put my page into the list")
    narine.sound(axe, "listed")
    narine.follow("Look at it")
    narine.sound(axe, "mentor")
    narine.go("/en/mentoring/mentors/")
    narine.sound(axe, "mentors")


def agree(person):
    """The consents that an application needs."""
    person.fill(**{f"mentoring-{code}": "on" for code in ("processing", "transfer", "sharing", "conduct")})


def apply_to_be_mentored(aiperi, axe):
    """From the first screen to the receipt; the seconds it took."""
    began = time.monotonic()
    aiperi.go("/ru/mentoring/")
    aiperi.sound(axe, "programme")
    aiperi.go("/ru/mentoring/mentors/")
    aiperi.sound(axe, "mentors")
    aiperi.follow("Նարինե Սարգսյան")
    aiperi.sound(axe, "mentor")
    aiperi.follow("Назвать в моей заявке")
    aiperi.sound(axe, "name")
    aiperi.press("Назвать в моей заявке")
    assert aiperi.title == "Найти наставника"
    aiperi.fill(adult="yes")
    aiperi.sound(axe, "begin")
    aiperi.press("Дальше")
    aiperi.sound(axe, "you")
    return time.monotonic() - began
