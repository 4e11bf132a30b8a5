"""The journey of the award as far as the deadline: the secretary's call, the entrant, her co-author."""

import hashlib
from datetime import timedelta

from network.awards.models import Entry, EntryAttachment, EntryAuthor, EntryPart
from tests.browser.award import (
    COAUTHOR,
    ENTRANT,
    ENTRY,
    PASSWORD,
    PHONE,
    SECRETARY,
    closed_to_others,
    facts,
    letters_to,
    link_in,
)  # fmt: skip
from tests.factories import awards as make
from tests.factories import uploads

ANSWERS = make.full_answers(nomination="best", contact_email=ENTRANT)
CALL = "/ru/awards-ru/bridge/a27/"
PARTS = [
    "Проект", "Кто это сделал", "Что сделано", "Что получилось", "Свидетельства", "Контакты и подтверждения",
]  # fmt: skip


def secretary_announces(walk, round):
    walk.be(SECRETARY)
    walk.go("/admin/awards/round/a27/")
    walk.look("desk-round", within="main")
    walk.press("Объявить раунд")
    assert "Раунд объявлен." in walk.text("body")
    round.refresh_from_db()
    assert round.phase == "called"

    walk.leave()
    walk.go(CALL)
    assert "Этот раунд ещё не открыт." in walk.text()
    assert walk.page.get_by_role("link", name="Подать проект").count() == 0
    walk.clock.move_to(make.DURING)
    walk.go("/en/awards-ru/bridge/a27/")
    assert walk.text("h1") == "Bridge of the Year, 2027"
    walk.look("call-en")


def entrant_begins_and_writes(walk):
    walk.be(ENTRANT, at=PHONE)
    walk.go(CALL)
    walk.look("call")
    walk.follow("Подать проект")
    walk.look("begin")
    for radio in walk.page.locator("input[type=radio][value=yes]").all():
        radio.check()
    walk.press("Дальше")
    walk.page.wait_for_url(f"**{ENTRY}")
    assert walk.page.locator("main h3").all_inner_texts() == PARTS
    assert "Писать и отправлять можно до 1 марта 2027 г., 23:59, Москва (UTC+3)" in walk.text()
    walk.look("entry-empty")

    # The first answer is kept while she writes, with no button pressed.
    walk.follow("Проект")
    walk.page.locator("#id_project_title").press_sequentially(ANSWERS["project_title"])
    walk.page.locator("[data-save-note]", has_text="Сохранено в").wait_for()
    assert EntryPart.objects.get(code="project").data["project_title"] == ANSWERS["project_title"]
    walk.page.reload()
    assert walk.page.locator("#id_project_title").input_value() == ANSWERS["project_title"]
    walk.fill_part("project", ANSWERS)
    walk.look("part-project")
    walk.press("Сохранить и дальше")
    for code, title in zip(("partners", "answers"), PARTS[1:3], strict=True):
        assert walk.text("h1") == title
        walk.fill_part(code, ANSWERS)
        walk.look(f"part-{code}")
        walk.press("Сохранить и дальше")
    walk.go(ENTRY + "part/contact/")
    walk.fill_part("contact", ANSWERS)
    walk.look("part-contact")
    walk.press("Сохранить и посмотреть всё")
    assert walk.page.locator("main h3 + p").count() == len(PARTS)
    walk.look("entry-half")


def entrant_adds_a_picture(walk):
    picture = walk.folder / "Нарине в читальном зале.jpg"
    picture.write_bytes(uploads.jpeg_with_gps())
    walk.follow("Свидетельства")
    walk.fill_part("evidence", ANSWERS)
    walk.press("Сохранить")
    assert "Сохранено." in walk.text("body")
    walk.follow("Добавить файлы")
    walk.page.locator("#id_file").set_input_files(str(picture))
    walk.press("Добавить")
    assert walk.page.locator("#id_alt_text_error").count() == 1
    assert "422" in walk.page.errors.pop()
    walk.look("files-error")
    walk.page.locator("#id_file").set_input_files(str(picture))
    walk.page.locator("#id_alt_text").fill("Конверты на столе читального зала")
    walk.page.locator("#id_caption").fill("Сорок писем")
    walk.press("Добавить")
    kept = EntryAttachment.objects.get()
    assert (kept.kind, kept.caption, kept.names_nobody) == ("picture", "Сорок писем", True)
    assert b"SecretCamera" not in kept.file.read()
    walk.look("files")


def coauthor_joins_and_writes(walk):
    walk.go(ENTRY + "authors/")
    walk.page.locator("#id_email").fill(COAUTHOR)
    walk.page.locator("#id_language").select_option("en")
    walk.press("Пригласить")
    assert f"Приглашение отправлено на адрес {COAUTHOR}." in walk.text("body")
    walk.look("authors")
    letter = letters_to(COAUTHOR)[-1]
    assert "A27-0001" in letter.subject

    # She has no account yet: the letter is enough to make one.
    walk.leave()
    walk.go(link_in(letter))
    walk.look("invitation-en")
    assert "A27-0001" in walk.text()
    walk.press("Go on to your account")
    walk.page.locator("#id_password1").fill(PASSWORD)
    walk.page.locator("#id_agree").check()
    walk.press("Make an account")
    walk.press("Accept")
    assert EntryAuthor.objects.get(email=COAUTHOR).user.email == COAUTHOR
    assert "A27-0001" in letters_to(ENTRANT)[-1].subject
    walk.look("entry-en")
    assert walk.page.url == walk.server + ENTRY.replace("/ru/", "/en/")
    walk.follow("What came of it")
    walk.fill_part("results", ANSWERS)
    walk.look("part-en")
    walk.press("Save and leave")
    assert EntryPart.objects.get(code="results").updated_by.email == COAUTHOR


def entrant_previews_and_sends(walk):
    walk.be(ENTRANT, at=PHONE)
    walk.go(ENTRY)
    walk.follow("Как увидит жюри")
    seen = walk.text()
    assert ANSWERS["summary"] in seen
    assert ("Сорок писем" in seen, "1 февраля 2026 г." in seen) == (True, True)
    assert [name for name in ("Дилижан", "Нарине", "Кочкор", "Токтогулова", ENTRANT) if name in seen] == []
    walk.look("preview")
    walk.go(ENTRY)
    walk.follow("Просмотреть и отправить")
    walk.look("send")
    walk.press("Отправить")
    walk.look("receipt")
    _receipt_is_right(walk, number=1)
    closed_to_others(walk)


def _receipt_is_right(walk, *, number):
    """On the screen and in the letter: number, server time, deadline and the fingerprint of the very text."""
    snapshot = Entry.objects.get(reference="A27-0001").current_snapshot
    text = walk.page.request.get(f"{walk.server}{ENTRY}receipt/{number}/text.json").body()
    seen = facts(walk)
    assert walk.text("h1") == "Ваша заявка получена"
    assert (seen["Номер"], seen["Проект"]) == ("A27-0001", ANSWERS["project_title"])
    assert seen["SHA-256"] == snapshot.sha256 == hashlib.sha256(text).hexdigest()
    assert snapshot.number == number
    assert seen["Применённый срок"].startswith("1 марта 2027 г., 23:59, Москва (UTC+3)")
    assert seen["Получено"].startswith(f"{snapshot.received_at.day} февраля 2027 г., 15:")
    letter = letters_to(ENTRANT)[-1].body
    assert [seen[name] in letter for name in ("Номер", "Получено", "Применённый срок", "SHA-256")] == [
        True
    ] * 4


def entrant_sends_again(walk):
    walk.clock.move_to(make.DURING + timedelta(days=1))
    walk.be(ENTRANT, at=PHONE)
    walk.go(ENTRY + "part/answers/")
    walk.page.locator("#id_need").fill("Соседи читают разное, а мост через реку один.")
    walk.press("Сохранить и дальше")
    walk.go(ENTRY)
    assert "После отправки вы изменили заявку." in walk.text()
    walk.look("entry-changed")
    walk.follow("Отправить ещё раз")
    walk.press("Отправить")
    _receipt_is_right(walk, number=2)
    entry = Entry.objects.get()
    assert entry.snapshots.values("sha256").distinct().count() == 2
    assert entry.page.answers()["need"] == "Соседи читают разное, а мост через реку один."


def others_enter(round):
    """Two more entries, of people the jury does not know."""
    for number, email in ((2, "second@example.org"), (3, "third@example.org")):
        make.sent(
            by=make.person(f"Автор {number}", email=email), round=round, project_title=f"Проект {number}", team=[],
            organisation=f"Читальня номер {number}", video="" if number == 3 else "https://video.example.org/2",
            contact_email=email, contact_name=f"Автор {number}", signatory=f"Директор {number}",
        )  # fmt: skip
