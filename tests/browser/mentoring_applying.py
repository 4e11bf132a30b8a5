"""How a mentor and a young librarian apply."""

import re
import time

MENTOR, MENTEE = "Նարինե Սարգսյան", "Айпери Садыкова"
QUESTION = "Как найти партнёра для проекта с подростками?"
AVOIDED, MANAGER, WISH = "Игорь Петров", "Ольга Начальникова", "Somebody who writes first, please."


def apply_to_mentor(narine, axe) -> str:
    narine.go("/en/mentoring/")
    narine.sound(axe, "programme")
    narine.follow("Apply to mentor")
    narine.sound(axe, "begin")
    assert narine.title == "Apply to mentor"
    narine.fill(adult="yes")
    narine.press("Go on")

    # Without an account: each step is kept as she goes.
    narine.sound(axe, "you")
    narine.fill(name=MENTOR, name_latin="Narine Sargsyan", country="AM", city="Yerevan")
    assert narine.page.locator("[name=time_zone]").input_value() == "Asia/Yerevan"
    narine.press("Save and go on")
    narine.fill(institution_name="National Library", library_type="national", years="11-20")
    narine.press("Save and go on")
    narine.fill(language1="ru", level1="fluent", language2="en", level2="fluent")
    narine.press("Save and leave")
    narine.sound(axe, "draft")
    assert "This draft is kept in this browser." in narine.text
    narine.follow("You")
    assert narine.page.locator("[name=name]").input_value() == MENTOR
    narine.go(narine.page.url.replace("/you/", "/topics/"))
    narine.fill(topics=["funding", "moderation"])
    narine.press("Save and go on")
    narine.fill(places="2", wishes=WISH)
    narine.press("Save and go on")
    narine.fill(bio="Twelve years in the international department.", topics_taught=["funding"])
    narine.press("Save and go on")
    narine.fill(free_cells=["mon-evening", "wed-evening"])
    narine.sound(axe, "time")
    narine.press("Save and go on")
    narine.fill(avoid="Игорь Лишний")
    narine.press("Save and go on")
    narine.fill(contact="@narine_reads")
    narine.press("Save and check your answers")
    assert narine.title == "Check your answers"
    narine.sound(axe, "check-visitor")

    # An account, its code by letter, and what she wrote comes with her.
    narine.follow("Make an account")
    narine.sign_up("Make an account", "Go on")
    assert narine.title == "Check your answers"
    assert MENTOR in narine.text
    narine.press("Send the application")
    assert narine.page.locator(".field__error").count() == 4
    narine.sound(axe, "check-refused")
    agree(narine)
    narine.press("Send the application")
    assert narine.title == "Your application is with us"
    narine.sound(axe, "receipt")
    number = number_of(narine)

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
    assert MENTOR in narine.text
    return number


def number_of(person) -> str:
    """The number on the receipt is the number in the letter."""
    number, letter = re.search(r"M\d\d-\d{4}", person.text).group(), person.letters()[-1]
    assert (number in letter.subject, number in letter.body) == (True, True), letter.subject
    return number


def agree(person):
    """The consents that an application needs."""
    person.fill(**{f"mentoring-{code}": True for code in ("processing", "transfer", "sharing", "conduct")})


def apply_to_be_mentored(aiperi, axe) -> tuple[str, float]:
    """From the first screen to the receipt; her number, and the seconds it took without those that axe looked."""
    began = time.monotonic()
    aiperi.go("/ru/mentoring/")
    aiperi.sound(axe, "programme")
    aiperi.go("/ru/mentoring/mentors/")
    aiperi.sound(axe, "mentors")
    aiperi.follow(MENTOR)
    aiperi.sound(axe, "mentor")
    aiperi.follow("Назвать в моей заявке")
    aiperi.press("Назвать в моей заявке")
    assert aiperi.title == "Найти наставника"
    aiperi.fill(adult="yes")
    aiperi.sound(axe, "begin")
    aiperi.press("Дальше")
    aiperi.fill(name=MENTEE, country="KG")
    assert aiperi.page.locator("[name=time_zone]").input_value() == "Asia/Bishkek"
    aiperi.sound(axe, "you")
    aiperi.press("Сохранить и дальше")

    # The account half-way; the step she came from stands ready.
    aiperi.follow("Завести учётную запись")
    aiperi.sound(axe, "signup")
    aiperi.sign_up("Завести учётную запись", "Дальше")
    assert aiperi.title == "Работа"
    aiperi.fill(institution_name="Городская библиотека № 3", library_type="city", years="2-3")
    aiperi.sound(axe, "work")
    aiperi.press("Сохранить и дальше")
    aiperi.fill(language1="ky", level1="fluent", language2="ru", level2="working")
    aiperi.sound(axe, "languages")
    aiperi.press("Сохранить и дальше")
    aiperi.fill(topic1="funding")
    aiperi.sound(axe, "topics")
    aiperi.press("Сохранить и дальше")
    aiperi.fill(question=QUESTION, success="Первое письмо отправлено.")
    aiperi.sound(axe, "question")
    aiperi.press("Сохранить и дальше")
    aiperi.fill(free_cells=["mon-evening", "wed-evening"])
    aiperi.sound(axe, "time")
    aiperi.press("Сохранить и дальше")
    assert MENTOR in aiperi.text
    aiperi.fill(avoid=AVOIDED, line_manager=MANAGER)
    aiperi.sound(axe, "wishes")
    aiperi.press("Сохранить и дальше")
    aiperi.press("Сохранить и дальше")
    aiperi.fill(place="village")
    aiperi.sound(axe, "equity")
    aiperi.press("Сохранить и проверить ответы")

    # An honest word, her answers, the consents, the receipt.
    assert aiperi.title == "Проверьте ответы"
    honest = aiperi.page.locator(".callout", has_text="Честно говоря").inner_text()
    assert "Из них вашу первую тему знает 1." in honest
    shown = aiperi.text
    assert [one for one in (MENTEE, QUESTION, MENTOR, AVOIDED, MANAGER) if one not in shown] == []
    aiperi.sound(axe, "check")
    agree(aiperi)
    aiperi.press("Отправить заявку")
    assert aiperi.title == "Ваша заявка у нас"
    took = time.monotonic() - began - aiperi.looked
    aiperi.sound(axe, "receipt")
    return number_of(aiperi), took
