"""The journey of the award to its end: the ranking, the decision of two, the hour of the results, the protocol."""

import io
import re
import zipfile
from datetime import timedelta

from network.awards.models import Decision, LaureatePage
from tests.browser.award import (
    CHAIR,
    COAUTHOR,
    ENTRANT,
    PHONE,
    SECRETARY,
    closed_to_others,
    facts,
    letters_to,
    link_in,
    pdf_text,
)  # fmt: skip
from tests.browser.award_entering import ANSWERS
from tests.browser.award_judging import FRIEND, JURORS, ROOM, ROUND, SCORES
from tests.factories.jury import MEETING


def chair_ranks_and_proposes(walk):
    walk.clock.move_to(MEETING)
    walk.be(CHAIR)
    walk.go(ROUND + "readings/")
    walk.look("desk-readings", within="main")
    walk.go(ROUND + "jury/")
    walk.press("Закончить чтение")
    walk.go(ROUND + "ranking/")
    walk.look("desk-ranking", within="main")
    rows = walk.page.locator(".desk-ranking tbody tr")
    assert rows.locator("th a").all_inner_texts() == list(SCORES)
    assert rows.locator("td:first-child").all_inner_texts() == ["1", "2", "3"]
    walk.follow("ниже, чем A27-0001: почему?")
    assert walk.page.locator(".desk-sentence").all_inner_texts() == [
        "A27-0001 впереди A27-0002 и по среднему без поправок: 83,3 против 51,9.", "Итоги: 84,6 и 51,9.",
    ]  # fmt: skip
    walk.look("desk-why", within="main")

    walk.be(FRIEND)
    walk.go(f"/ru{ROOM}ranking/")
    assert walk.page.locator("tbody th .quiet").all_inner_texts() == ["A27-0002", "A27-0003"]
    walk.look("ranking-friend")

    walk.be(CHAIR)
    walk.go(ROUND + "decisions/")
    walk.follow("Записать предложение")
    walk.page.locator("[name='outcome-A27-0001']").select_option("laureate")
    walk.page.locator("[name='said-A27-0001']").fill("Две читальни стали одним домом.")
    walk.page.locator("[name=words]").fill("Единогласно.")
    walk.look("desk-propose", within="main")
    walk.press("Предложить")
    walk.press("Утвердить")
    assert "Вы его уже утвердили. Теперь его утверждает второй человек." in walk.text()
    assert Decision.objects.get().state == "proposed"


def second_person_approves(walk):
    letter = letters_to(SECRETARY)[-1]
    walk.be(SECRETARY)
    walk.go(link_in(letter))
    walk.follow("Письма, какими их прочтут")
    walk.look("desk-letters", within="main")
    walk.go(ROUND + "decisions/")
    walk.press("Утвердить")
    walk.go(ROUND + "decisions/")
    walk.look("desk-decided", within="main")
    assert Decision.objects.get().state == "approved"
    assert walk.page.get_by_role("button", name="Объявить сейчас").count() == 0


def results_come_at_the_hour(walk, round):
    closed_to_others(walk)
    walk.clock.move_to(round.release_at - timedelta(minutes=2))
    letters_to(ENTRANT)
    assert LaureatePage.objects.count() == 0
    walk.clock.move_to(round.release_at)
    letters_to(ENTRANT)
    page = LaureatePage.objects.get(live=True)
    assert (page.title, page.locale.language_code) == (ANSWERS["project_title"], "ru")

    walk.leave(at=PHONE)
    walk.go("/ru/awards-ru/")
    walk.look("awards")
    walk.follow(ANSWERS["project_title"])
    walk.look("laureate")
    seen = walk.text()
    assert "Две читальни стали одним домом." in seen
    hidden = [ANSWERS[code] for code in ("contact_name", "contact_email", "signatory", "funding")]
    assert [one for one in [*hidden, "Нарине", "A27-000", COAUTHOR, *JURORS.values()] if one in seen] == []
    walk.leave()
    walk.go("/en/awards-ru/")
    walk.look("awards-en")
    listed = walk.page.get_by_role("link", name=ANSWERS["project_title"])
    assert (listed.get_attribute("href"), listed.get_attribute("hreflang")) == (page.get_url(), "ru")
    closed_to_others(walk)


def entrant_reads_and_holds_a_certificate(walk):
    letter = letters_to(ENTRANT)[-1]
    page = LaureatePage.objects.get(live=True)
    assert letter.subject == "A27-0001: ваш проект — лауреат"
    assert page.full_url in letter.body
    walk.be(ENTRANT, at=PHONE)
    walk.go(re.search(r"http\S+/feedback/", letter.body)[0])
    walk.look("feedback")
    seen = walk.text()
    assert walk.page.locator("main blockquote").all_inner_texts() == ["Две читальни стали одним домом.", *["Отзыв на A27-0001: шаги описаны ясно."] * 2]  # fmt: skip
    assert walk.page.locator(".feedback .number").all_inner_texts() == ["8,5"] * 5
    assert [name for name in JURORS.values() if name in seen] == []
    walk.page.locator("main a.button[href$='/my/certificates/']").click()
    walk.look("certificates")
    code = walk.page.locator(".catalogue__kind").inner_text()
    assert "30 мая 2027" in walk.text()
    sheet = walk.page.request.get(f"{walk.server}/ru/my/certificates/{code}/ru.pdf").body()
    assert sheet[:5] == b"%PDF-"

    walk.leave(at=PHONE)
    walk.go("/ru/v/")
    walk.page.locator("#id_code").fill(code)
    walk.press("Проверить")
    assert walk.text("main .badge") == "действительно"
    assert "30 мая 2027" in walk.text()
    assert ANSWERS["project_title"] in " ".join(facts(walk).values())
    walk.look("certificate-checked")


def chair_keeps_the_protocol(walk):
    walk.be(CHAIR)
    walk.go(ROUND + "protocols/")
    walk.page.locator("[name=held_at]").fill("2027-04-10T15:00")
    for box in walk.page.locator("[name=present]").all():
        box.check()
    walk.page.locator("[name=discussion]").fill("Голосовали единогласно.")
    walk.press("Записать")
    walk.go(ROUND + "protocols/")
    walk.look("desk-protocols", within="main")
    made = {}
    for name in ("PDF, русский", "DOCX, русский"):
        with walk.page.expect_download() as download:
            walk.page.get_by_role("link", name=name).click()
        made[name] = download.value.path().read_bytes()
    words = zipfile.ZipFile(io.BytesIO(made["DOCX, русский"])).read("word/document.xml").decode()
    sheet = pdf_text(made["PDF, русский"])
    for text in ("A27-0001", "Голосовали единогласно.", "Лейла Мамедова"):
        assert (text in words, text in sheet) == (True, True), text
