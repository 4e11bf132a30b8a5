"""What may stand in a slot."""

import pytest
from django.utils.translation import override

from courses.slots import BY_CODE
from courses.values import MOST, MOST_CELL, MOST_ROWS, Unfit, clean, is_empty, tidy

EMPTY_MEETING = {
    "title": "",
    "date": "",
    "time": "",
    "timezone": "",
    "minutes": "",
    "repeat": "",
    "times": "",
}


@pytest.mark.parametrize(
    ("slot", "raw", "value"),
    [
        ("challenge.words", "  Подростки уходят \r\n сразу ", "Подростки уходят \n сразу"),
        ("challenge.words", "=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("challenge.words", "", ""),
        ("challenge.words", None, ""),
        ("challenge.words", ["a list"], ""),
        ("campaign.invitation", "а" * 4000, "а" * 4000),
        ("features.kind", "expert", "expert"),
        ("features.kind", "", ""),
        ("alignment.targets", ["17.8", "4.4"], ["4.4", "17.8"]),
        ("participants.languages", ["hy", "ru", "ru"], ["ru", "hy"]),
        ("participants.languages", "ru", []),
        ("format.first_contact", "2027-01-25", "2027-01-25"),
        ("format.first_contact", "25.1.2027", "2027-01-25"),
        ("format.duration", "6", 6),
        ("format.duration", 6, 6),
        ("format.duration", "", None),
        ("theme.questions", [{"question": "Кто приходит?"}, {"question": " "}], [{"question": "Кто приходит?"}]),
        ("theme.questions", "not rows", []),
        ("format.meetings", [{"title": "", "timezone": "Asia/Bishkek", "repeat": "once"}], []),
        (
            "format.meetings",
            [{"title": "Первая", "date": "6.4.2027", "time": "9.30", "timezone": "Asia/Bishkek", "minutes": "90"}],
            [EMPTY_MEETING | {"title": "Первая", "date": "2027-04-06", "time": "09:30", "timezone": "Asia/Bishkek", "minutes": "90"}],
        ),
    ],
)  # fmt: skip
def test_what_fits_is_kept_in_one_shape(slot, raw, value):
    assert clean(BY_CODE[slot], raw) == value


@pytest.mark.parametrize(
    ("slot", "raw", "said"),
    [
        ("challenge.words", "a" * 100_000, "100000"),
        ("challenge.words", "a" * (MOST + 1), str(MOST)),
        ("campaign.invitation", "a" * 4001, "4000"),
        ("features.kind", "gone", "no longer in the list"),
        ("alignment.targets", ["4.4", "99.9"], "no longer in the list"),
        ("participants.languages", ["xx"], "no longer in the list"),
        ("format.first_contact", "весной", "is not a date"),
        ("format.first_contact", "2027-02-30", "is not a date"),
        ("format.first_contact", "9999-01-01", "9999"),
        ("format.duration", "полгода", "whole months"),
        ("format.duration", "121", "from 1 to 120"),
        ("format.duration", True, None),
        ("format.meetings", [{"title": "x", "time": "в обед"}], "Row 1, “Time”"),
        ("format.meetings", [{"title": "x", "timezone": "Asia/Atlantis"}], "time zone"),
        ("format.meetings", [{"title": "x", "repeat": "daily"}], "Row 1"),
        ("format.meetings", [{"title": "x", "minutes": "²"}], "whole number"),
        ("barriers.risks", [{"risk": "я" * (MOST_CELL + 1)}], "Row 1, “Risk”"),
        ("theme.questions", [{"question": "?"}] * (MOST_ROWS + 1), str(MOST_ROWS)),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(slot, raw, said):
    with override("en"):
        if said is None:
            assert clean(BY_CODE[slot], raw) is None
            return
        with pytest.raises(Unfit) as unfit:
            clean(BY_CODE[slot], raw)
    assert said in unfit.value.sentence


TEN_SCRIPTS = "Слово Word Բառ სიტყვა كلمة מילה शब्द 词 単語 단어 คำ λέξη"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (TEN_SCRIPTS, TEN_SCRIPTS),
        ("a\x00b\x07c\x1bd", "abcd"),
        ("одна\r\nдве\u2028три", "одна\nдве\nтри"),
        ("\ufeffа\u200bб\u202eв", "абв"),
        ("й", "й"),
        ("\ud800половина", "половина"),
        ("а\ufffe\uffffб", "аб"),
        ("👩‍💻 и ن", "👩‍💻 и ن"),
    ],
)
def test_signs_that_cannot_be_seen_are_dropped_and_nothing_else(text, kept):
    assert tidy(text) == kept


@pytest.mark.parametrize(
    ("value", "empty"), [("", True), ([], True), (None, True), (0, False), ("а", False), (["ru"], False)]
)
def test_empty(value, empty):
    assert is_empty(value) is empty
