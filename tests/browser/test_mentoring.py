"""Mentoring from a call to a working pair: a young librarian on a phone, a mentor in English, a coordinator."""

import pytest
from django.utils import timezone

from mentoring.models import EquityAnswers, Pair
from network.members.models import Profile
from network.members.roles import Role
from tests.browser.conftest import sign_in
from tests.browser.mentoring import DESK, PHONE, Person, round_in_both_languages
from tests.browser.mentoring_applying import (
    AVOIDED,
    MANAGER,
    MENTEE,
    MENTOR,
    QUESTION,
    WISH,
    apply_to_be_mentored,
    apply_to_mentor,
)
from tests.factories.members import PASSWORD, make_member
from tests.factories.mentoring import make_accepted

NOTE = "Звонила, говорит тихо."


@pytest.fixture(scope="session")
def browser_context_args():
    """Each person of this journey says herself what her browser is."""
    return {}


@pytest.fixture
def people(new_context, live_server, site, settings):
    """The worker's queue as in production; a coordinator, a mentor, a young librarian."""
    settings.TASKS = {"default": {"BACKEND": "network.content.tasks.backend.LeasedBackend", "QUEUES": []}}
    coordinator = make_member(Role.COORDINATOR, email="asel@example.org", name="Асель Токтогулова")
    Profile.objects.filter(user=coordinator).update(time_zone="Asia/Bishkek")

    def person(email, size, zone, language="ru"):
        code = {"ru": "ru-RU", "en": "en-GB"}[language]
        context = new_context(viewport=size, locale=code, timezone_id=zone, accept_downloads=True)
        return Person(context, live_server, email=email, language=language)

    return (
        person("asel@example.org", DESK, "Asia/Bishkek"),
        person("narine@example.org", DESK, "Asia/Yerevan", "en"),
        person("aiperi@example.org", PHONE, "Asia/Bishkek"),
    )


def test_from_a_call_to_a_working_pair(people, site, axe, live_server, capsys):
    asel, narine, aiperi = people
    round = round_in_both_languages(site[0])
    sign_in(asel.page, live_server, asel.email, PASSWORD)

    move(asel, round, "Открыть набор наставников")
    mentor = apply_to_mentor(narine, axe)
    move(asel, round, "Открыть набор подопечных")
    mentee, took = apply_to_be_mentored(aiperi, axe)
    with capsys.disabled():
        print(f"\nFrom her first screen to the receipt: {took:.0f} s")  # noqa: T201
    numbers = [mentor, mentee]

    others(round)
    move(asel, round, "Закрыть наборы и начать чтение")
    review(asel, round, numbers, axe)
    move(asel, round, "Начать подбор")
    match(asel, round, axe)
    answer(narine, aiperi, axe)
    begin_to_work(narine, aiperi, round, axe)
    nothing_leaks(narine, aiperi, round, numbers)
    what_waits(asel, round, axe)


def move(asel, round, label):
    """The coordinator moves the round on from its screen."""
    asel.go(f"/admin/mentoring/rounds/{round.code}/")
    asel.follow(label)
    asel.press(label)
    assert f"Готово: {label}." in asel.page.locator(".messages").inner_text()


def others(round):
    """One more mentor and two more mentees; for one of them there is nobody."""
    round.refresh_from_db()
    now = timezone.now()
    free = {"free_cells": ["mon-evening", "wed-evening"], "time_zone": "Asia/Bishkek"}
    make_accepted("mentor", round=round, at=now, name="Динара", topics=["moderation"], places=1, **free)
    ours = {"languages": [{"code": "ru", "level": "fluent"}], "topics": ["moderation"]}
    make_accepted(round=round, at=now, name="Бегимай", **ours, **free)
    theirs = {"languages": [{"code": "kk", "level": "fluent"}], "topics": ["funding"]}
    make_accepted(round=round, at=now, name="Сауле", **theirs, **free)


def review(asel, round, numbers, axe):
    """The mentor is accepted from her own screen, the mentee from the list; each letter is seen before it goes."""
    mentor, mentee = numbers
    asel.sound(axe, "round", within="main .nice-padding")
    asel.follow("Читать заявки")
    asel.sound(axe, "applications", within="main .nice-padding")
    asel.follow(mentee)
    asel.sound(axe, "application", within="main .nice-padding")
    assert [one for one in (AVOIDED, MANAGER, QUESTION) if one not in asel.text] == []
    assert "в селе" not in asel.text
    asel.go(f"/admin/mentoring/applications/{mentor}/")
    asel.follow("Принять в подбор")
    asel.fill(note=NOTE)
    asel.press("Дальше")
    asel.sound(axe, "decide", within="main .nice-padding")
    asel.press("Принять в подбор и отправить письмо")
    asel.go(f"/admin/mentoring/rounds/{round.code}/applications/?side=mentee&state=submitted")
    asel.page.get_by_label(mentee).check()
    asel.press("Принять в подбор")
    asel.press("Показать письма")
    asel.sound(axe, "together", within="main .nice-padding")
    asel.press("Принять в подбор (1)")


def compute(asel):
    """A run waits in the queue until the worker comes."""
    asel.press("Рассчитать")
    assert "в очереди" in asel.text
    asel.letters()
    asel.page.reload()


def match(asel, round, axe):
    asel.go(f"/admin/mentoring/rounds/{round.code}/matching/")
    asel.sound(axe, "matching", within="main .nice-padding")
    assert "3 подопечных ждут пары; 2 наставника, 3 свободных места." in asel.text
    assert "У 1 подопечного нет ни одного возможного наставника." in asel.text
    asel.follow("Новый расчёт")
    asel.sound(axe, "new-run", within="main .nice-padding")
    compute(asel)
    asel.sound(axe, "run", within="main .nice-padding")
    hers, begimai = (asel.page.locator("tbody tr", has_text=name) for name in (MENTEE, "Бегимай"))
    assert MENTOR in hers.inner_text()
    assert "Гранты и деньги · русский · 4 часа в неделю · назван в заявке, выбор 1" in hers.inner_text()
    assert "Динара" in begimai.first.inner_text()

    # One pair is held together, another kept apart; the draft stays as it is, the next run keeps to it.
    hers.get_by_role("button", name="закрепить").click()
    begimai.first.get_by_role("button", name="не сводить").click()
    asel.shot("ruled")
    asel.follow("Пересчитать")
    compute(asel)
    asel.sound(axe, "run-2", within="main .nice-padding")
    assert MENTOR in begimai.first.inner_text()
    asel.follow("1")
    assert "Без изменений: 1. Другой наставник: 1. Получат наставника: 0. Лишатся: 0." in asel.text
    asel.sound(axe, "compare", within="main .nice-padding")
    asel.page.go_back()
    asel.follow("Посмотреть предложения и опубликовать")
    asel.sound(axe, "publish", within="main .nice-padding")
    assert Pair.objects.count() == 0
    asel.press("Опубликовать 2 предложения")
    asel.sound(axe, "offers", within="main .nice-padding")


def answer(narine, aiperi, axe):
    """Each opens the link of her letter, which changes nothing, and says yes."""
    pair = Pair.objects.get(mentee__person__email=aiperi.email)
    aiperi.page.context.clear_cookies()
    aiperi.go(aiperi.link("/offers/"))
    aiperi.fill(login=aiperi.email, password=PASSWORD)
    aiperi.press("Войти")
    assert aiperi.title == "Предлагаем вам наставника"
    aiperi.sound(axe, "offer")
    assert leaked(aiperi, (MENTOR, "National Library", "@narine_reads", WISH)) == []
    for path in ("accept", "decline", "not-now"):
        assert aiperi.get(f"/ru/my/mentoring/offers/{pair.uuid}/{path}/") == 405
    pair.refresh_from_db()
    assert (pair.state, pair.mentee_answer, pair.mentor_answer) == ("offered", "", "")
    aiperi.go(aiperi.link("/offers/"))
    aiperi.press("Да, согласие")
    aiperi.sound(axe, "offer-accepted")
    assert MENTOR not in aiperi.text

    for link in narine.links("/offers/"):
        narine.go(link)
        narine.sound(axe, "offer")
        if QUESTION in narine.text:
            assert MENTEE not in narine.text
            narine.press("Yes, I accept")
        else:
            narine.page.get_by_text("Decline with a reason").click()
            narine.fill(reason="no-time")
            narine.press("Decline")
    pair.refresh_from_db()
    assert (pair.state, pair.mentee_answer, pair.mentor_answer) == ("accepted", "yes", "yes")


def begin_to_work(narine, aiperi, round, axe):
    """Names, contacts, the first meeting, the agreement of both, an hour, a file for the calendar."""
    for person, other, contact in ((narine, MENTEE, aiperi.email), (aiperi, MENTOR, "@narine_reads")):
        person.go(person.link("/pairs/"))
        person.sound(axe, "pair-new")
        assert (person.title, contact in person.text) == (other, True)
    assert leaked(aiperi, (WISH, NOTE)) == []
    assert narine.page.locator("#first").inner_text() == "Your first meeting"
    assert aiperi.page.locator("#first").inner_text() == "Ваша первая встреча"

    for person, read, confirm in (
        (narine, "Read and confirm", "Confirm"),
        (aiperi, "Прочитать и подтвердить", "Подтвердить"),
    ):
        person.follow(read)
        person.fill(agree=True)
        person.sound(axe, "agreement")
        person.press(confirm)
    assert Pair.objects.get(mentee__person__email=aiperi.email).state == "active"

    # Her application leads to the pair, too.
    aiperi.go(f"/ru/my/mentoring/{round.code}/mentee/")
    aiperi.sound(axe, "application")
    aiperi.follow("Посмотреть")
    aiperi.follow("Найти час и запланировать встречу")
    aiperi.sound(axe, "plan")
    fair = aiperi.page.locator(".catalogue__title a").first
    chosen = fair.inner_text()
    fair.click()
    day, hour = (aiperi.page.locator(f"main [name={name}]").input_value() for name in ("day", "time"))
    assert (chosen.startswith(f"{int(day[-2:])} "), hour[:5] in chosen) == (True, True)
    aiperi.fill(place="https://meet.example.org/42")
    aiperi.shot("plan-chosen")
    aiperi.press("Запланировать")
    aiperi.sound(axe, "pair")
    with aiperi.page.expect_download() as download:
        aiperi.follow("В календарь (.ics)")
    file = download.value.path().read_text()
    assert download.value.suggested_filename == "meeting.ics"
    assert "DTSTART;TZID=Asia/Bishkek:" in file
    assert "https://meet.example.org/42" in file
    narine.page.reload()
    narine.sound(axe, "pair")
    assert "https://meet.example.org/42" in narine.text


def nothing_leaks(narine, aiperi, round, numbers):
    """What she told the coordinator and the statistics stays there; nobody reads another's application or pair."""
    assert EquityAnswers.objects.get(application__reference=numbers[1]).answers == {"place": "village"}
    told = ("in a village", "в селе", "village", AVOIDED, MANAGER, NOTE)
    assert leaked(narine, told) == []
    narine.go(f"/en/my/mentoring/{round.code}/mentor/")
    assert (numbers[0] in narine.text, leaked(narine, told)) == (True, [])
    narine.go(f"/en/my/mentoring/{round.code}/mentee/")
    assert (narine.title, leaked(narine, (MENTEE, QUESTION))) == ("The call is not open", [])
    aiperi.go(f"/ru/my/mentoring/{round.code}/mentor/check/")
    assert (aiperi.title, leaked(aiperi, (MENTOR, "@narine_reads"))) == ("Набор не открыт", [])
    another = Pair.objects.exclude(mentee__person__email=aiperi.email).get()
    assert aiperi.get(f"/ru/my/mentoring/pairs/{another.uuid}/") == 404
    assert [aiperi.get(f"/admin/mentoring/applications/{number}/") for number in numbers] == [403, 403]


def leaked(person, words) -> list[str]:
    source = person.page.content()
    return [one for one in words if one in source]


def what_waits(asel, round, axe):
    """The pair at work, and the one whose offer was declined."""
    asel.go(f"/admin/mentoring/rounds/{round.code}/pairs/")
    asel.sound(axe, "pairs", within="main .nice-padding")
    assert "1 человек лишился предложения или пары: найдите другую" in asel.text
    row = asel.page.locator("tbody tr", has_text=MENTEE).inner_text()
    assert (MENTOR in row, "работает" in row) == (True, True)
