"""The first letter, written from a plan in either language."""

import re

import pytest
from django.utils.translation import override

from courses.documents.letter import LETTER_SLOTS, compose, meeting_text
from courses.queries.work import lines_of
from tests.factories.courses import fill, full_values, plan_of
from tests.factories.members import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_russian():
    """Another test's request may have left its language active."""
    with override("ru"):
        yield


INVITATION = "Здравствуйте, Нарине!\nНайдёте полчаса для разговора?"


def plain(text):
    """Dates hold spaces that do not break."""
    return re.sub(r"[^\S\n]", " ", text)


def letter_of(values, *, language="ru", written="ru"):
    plan = fill(plan_of(make_member()), values, language=written)
    with override(language):
        return compose(lines_of(plan, LETTER_SLOTS))


def test_an_empty_plan_gives_a_letter_of_gaps_each_naming_its_slot():
    letter = letter_of({})

    missing = [slot for slot in LETTER_SLOTS if slot not in letter.gaps]
    assert missing == []
    assert "[здесь: Тема]" in letter.text
    assert letter.text.startswith("[здесь: Библиотека, которой пишем первой]")


@pytest.mark.parametrize(
    ("language", "greeting", "close"), [("ru", "Уважаемые коллеги!", "С уважением,"), ("en", "Dear colleagues,", "With kind regards,")]
)  # fmt: skip
def test_the_frame_is_in_the_language_that_is_asked_for(language, greeting, close):
    letter = letter_of({}, language=language)
    assert (letter.language, greeting in letter.text, close in letter.text) == (language, True, True)


def test_a_full_plan_leaves_no_gap_but_the_signature():
    letter = letter_of(full_values())
    assert (letter.gaps, letter.text.count("[")) == ([], 1)


def test_an_invitation_that_greets_is_not_greeted_twice_and_asks_by_itself():
    letter = letter_of(full_values() | {"campaign.invitation": INVITATION})

    assert "Уважаемые коллеги" not in letter.text
    assert "Здравствуйте, Нарине!\n\nНайдёте полчаса для разговора?" in letter.text
    assert "Будем признательны" not in letter.text


@pytest.mark.parametrize(
    ("language", "said"), [("ru", "до 8 февраля 2027 г. Если"), ("en", "by 8 February 2027. If")]
)
def test_without_an_invitation_the_letter_asks_for_an_answer_in_two_weeks(language, said):
    letter = letter_of({"format.first_contact": "2027-01-25"}, language=language)
    text = plain(letter.text)
    assert (said in text, ".." in text) == (True, False)


@pytest.mark.parametrize(
    ("line", "address"),
    [
        (
            "Городская библиотека Арегашата: город нашего роста, те же подростки.",
            "Городская библиотека Арегашата",
        ),
        ("Нарине, заведующая. У неё на странице висит объявление.", "Нарине, заведующая"),
        ("Библиотека № 2 — рядом с нами", "Библиотека № 2"),
        ("Библиотека", "Библиотека"),
    ],
)
def test_an_address_is_the_name_without_the_reasons_noted_after_it(line, address):
    assert letter_of({"partners.institution": line}).text.split("\n")[0] == address


def test_lines_in_another_language_are_named_and_those_without_words_are_not():
    letter = letter_of(
        {"theme.title": "Первый проект", "participants.languages": ["ru", "hy"]}, language="en"
    )
    assert letter.foreign == ["theme.title"]
    assert "Working languages. Russian, Armenian." in letter.text


def test_a_meeting_is_said_in_one_line():
    row = {
        "title": "Рабочая встреча",
        "date": "2027-04-06",
        "time": "16:00",
        "timezone": "Asia/Bishkek",
        "minutes": "90",
        "repeat": "weekly",
    }
    with override("ru"):
        assert (
            plain(meeting_text(row))
            == "Рабочая встреча: 6 апреля 2027 г., 16:00 (Бишкек), 90 мин., каждую неделю"
        )
        assert meeting_text({"title": "Первая", "repeat": "once"}) == "Первая"
