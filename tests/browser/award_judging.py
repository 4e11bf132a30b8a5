"""The journey of the award after the deadline: screening, the jury, its ties and its reviews."""

from datetime import timedelta

from network.awards.models import Conflict, Entry, ScoringPlan
from network.awards.models.reviews import Review
from tests.browser.award import (
    CHAIR,
    DESK,
    ENTRY,
    PASSWORD,
    PHONE,
    SECRETARY,
    letters_to,
    link_in,
    pdf_text,
)  # fmt: skip
from tests.browser.award_entering import ANSWERS
from tests.factories import awards as make
from tests.factories.jury import CHECKING, READING

MENDER = "third@example.org"
ROUND = "/admin/awards/round/a27/"
ROOM = "/my/jury/a27/"
# On a phone; in English; the one who knows somebody.
JURORS = {"gulnara@example.org": "Гульнара Исмаилова", "oleg@example.org": "Oleg Koval", "leila@example.org": "Лейла Мамедова"}  # fmt: skip
PHONE_JUROR, ENGLISH_JUROR, FRIEND = JURORS
SCORES = {"A27-0001": 9, "A27-0002": 6, "A27-0003": 4}
STRICTER = {ENGLISH_JUROR: 1}


def secretary_closes_and_screens(walk):
    walk.clock.move_to(make.DEADLINE + timedelta(hours=1))
    walk.be(SECRETARY)
    walk.go(ROUND)
    walk.press("Закрыть приём и начать проверку")
    walk.go("/admin/awards/")
    walk.look("desk-entries", within="main")
    assert walk.page.locator("main tbody th a").all_inner_texts() == ["A27-0001", "A27-0002", "A27-0003"]
    _admit(walk, "A27-0001")
    _admit(walk, "A27-0002")

    walk.go("/admin/awards/entry/A27-0003/")
    walk.page.locator("summary", has_text="Вернуть на исправление").click()
    walk.page.locator("input[name=questions][value=video]").check()
    walk.page.locator("textarea[name=message]").fill("В заявке обещано видео, но ссылки нет.")
    walk.look("desk-entry", within="main")
    walk.press("Вернуть")
    assert "Заявка возвращена авторам." in walk.text("body")

    letter = letters_to(MENDER)[-1]
    assert "В заявке обещано видео, но ссылки нет." in letter.body
    walk.be(MENDER, at=PHONE)
    walk.go(link_in(letter))
    walk.look("repair")
    walk.follow("Видео до трёх минут")
    assert walk.page.locator("main form.form :is(input, textarea, select):not([type=hidden])").count() == 1
    walk.page.locator("#id_video").fill("https://video.example.org/3")
    walk.look("repair-part")
    walk.press("Сохранить и дальше")
    walk.go("/ru/my/entries/A27-0003/send/")
    walk.press("Отправить")
    mended = Entry.objects.get(reference="A27-0003")
    assert (mended.state, mended.page.answers()["video"]) == ("submitted", "https://video.example.org/3")
    walk.be(SECRETARY)
    _admit(walk, "A27-0003")
    assert set(Entry.objects.values_list("state", flat=True)) == {"admitted"}


def _admit(walk, reference):
    walk.go(f"/admin/awards/entry/{reference}/")
    walk.press("Допустить")
    assert "Заявка передана жюри." in walk.text("body")


def chair_invites_three(walk):
    walk.clock.move_to(CHECKING)
    for email, name in JURORS.items():
        make.person(name, email=email, language="en" if email == ENGLISH_JUROR else "ru")
    walk.be(CHAIR)
    for email, name in JURORS.items():
        walk.go(ROUND + "jury/")
        walk.page.locator("[name=email]").fill(email)
        walk.page.locator("[name=name]").fill(name)
        walk.page.locator("[name=language]").select_option("en" if email == ENGLISH_JUROR else "ru")
        walk.press("Отправить приглашение")
        assert f"Приглашение отправлено на адрес {email}." in walk.text("body")
    walk.go(ROUND + "jury/")
    walk.look("desk-jury", within="main")
    for email in JURORS:
        is_english = email == ENGLISH_JUROR
        walk.leave(at=PHONE if email == PHONE_JUROR else DESK)
        walk.go(link_in(letters_to(email)[-1]))
        walk.press("Go on to your account" if is_english else "Перейти к учётной записи")
        walk.page.locator("input[name=login]").fill(email)
        walk.page.locator("input[name=password]").fill(PASSWORD)
        walk.press("Sign in" if is_english else "Войти")
        walk.look(f"juror-invited-{email[:4]}")
        walk.press("Accept" if is_english else "Принять")
        walk.look(f"juror-home-{email[:4]}")
        # Nothing of an entry before she has said whom she knows.
        assert walk.status("/ru/my/jury/entry/A27-0001/") == 404


def jurors_say_whom_they_know(walk):
    walk.be(PHONE_JUROR, at=PHONE)
    walk.go("/ru" + ROOM)
    walk.look("room-names")
    walk.follow("Посмотреть имена")
    walk.look("names")
    walk.press("Больше никого из списка я не знаю")

    walk.be(ENGLISH_JUROR, language="en")
    walk.go("/en" + ROOM)
    walk.follow("Look at the names")
    walk.look("names-en")
    walk.press("I know nobody else on this list")

    walk.be(FRIEND)
    walk.go(f"/ru{ROOM}names/")
    walk.page.locator("button[name=declare][value='A27-0001']").click()
    assert "Заявка A27-0001 для вас закрыта" in walk.text("body")
    walk.press("Больше никого из списка я не знаю")
    assert list(Conflict.objects.filter(juror__user__email=FRIEND).order_by("entry__reference").values_list("state", flat=True)) == ["declared", "clear", "clear"]  # fmt: skip


def chair_decides_and_opens(walk, round):
    walk.be(CHAIR)
    walk.go(ROUND + "jury/")
    assert walk.page.get_by_role("button", name="Зафиксировать критерии и открыть чтение").count() == 0
    walk.go(ROUND + "ties/")
    walk.look("desk-ties", within="main")
    walk.press("Отстранить")
    assert "Член жюри отстранён от заявки." in walk.text("body")
    walk.clock.move_to(READING)
    walk.be(CHAIR)
    walk.go(ROUND + "jury/")
    walk.press("Зафиксировать критерии и открыть чтение")
    assert "Жюри читает. Заявки распределены." in walk.text("body")
    round.refresh_from_db()
    plan = ScoringPlan.objects.get(round=round)
    assert walk.page.locator("code.desk-hash").inner_text() == plan.sha256 == round.plan_sha256
    walk.page.reload()
    walk.look("desk-frozen", within="main")


def jurors_read_and_score(walk):
    for email, at, language in (
        (PHONE_JUROR, PHONE, "ru"),
        (ENGLISH_JUROR, DESK, "en"),
        (FRIEND, DESK, "ru"),
    ):
        walk.be(email, at=at, language=language)
        walk.go(f"/{language}{ROOM}")
        walk.look(f"room-{email[:4]}")
        mine = sorted(walk.page.locator(".reading-list__facts > span:first-child").all_inner_texts())
        assert mine == sorted(set(SCORES) - ({"A27-0001"} if email == FRIEND else set()))
        for number, reference in enumerate(mine):
            score = SCORES[reference] - STRICTER.get(email, 0)
            _read_and_score(walk, reference, score, language, is_first=not number)
        assert walk.page.locator("progress, [role=progressbar]").count() == 1
        walk.look(f"room-done-{email[:4]}")
    assert Review.objects.filter(submitted_at__isnull=False).count() == 8
    _recused_sees_nothing(walk)


def _read_and_score(walk, reference, score, language, *, is_first):
    walk.go(f"/{language}/my/jury/entry/{reference}/")
    seen = walk.text()
    assert ("Решали вместе; без любой из сторон ничего бы не вышло." in seen) == (language == "ru")
    assert [name for name in ("Дилижан", "Нарине", "Кочкор", "Читальня", "Токтогулова") if name in seen] == []
    for code in ("cooperation", "impact", "innovation", "inclusion", "transfer"):
        walk.page.locator(f"label:has(input[name=s_{code}][value='{score}'])").click()
    scale = walk.page.locator("fieldset").first.locator(".scale__step")
    drawn = scale.evaluate_all("all => all.map(one => getComputedStyle(one).backgroundColor)")
    assert [number for number, colour in enumerate(drawn, 1) if drawn.count(colour) == 1] == [score]
    walk.page.locator("[name=comment]").fill(f"Отзыв на {reference}: шаги описаны ясно.")
    if is_first:
        walk.page.locator(
            "[data-save-note]", has_text="Сохранено в" if language == "ru" else "Saved at"
        ).wait_for()
        walk.page.reload()
        assert (
            walk.page.locator("[name=comment]").input_value() == f"Отзыв на {reference}: шаги описаны ясно."
        )
        walk.look(f"review-{language}-{reference}")
    walk.press("Сдать отзыв" if language == "ru" else "Submit the review")


def _recused_sees_nothing(walk):
    """She who stepped aside, signed in: neither list nor address nor file nor paper has the entry."""
    walk.go(f"/ru{ROOM}names/")
    assert "A27-0001" not in walk.text("body")
    assert ANSWERS["project_title"] not in walk.text("body")
    file = Entry.objects.get(reference="A27-0001").attachments.get()
    for path in ("", f"file/{file.uuid}/"):
        assert walk.status(f"/ru/my/jury/entry/A27-0001/{path}") == 404
    assert walk.status(ENTRY) == 404
    sheet = pdf_text(walk.page.request.get(f"{walk.server}/ru{ROOM}all.pdf").body())
    assert ("A27-0001" in sheet, "A27-0002" in sheet) == (False, True)
