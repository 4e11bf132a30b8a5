"""Codes that people can read out, type and mistype."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.recognition.codes import ALPHABET, Typed, make_code, read_code
from network.recognition.names import as_written, comparable

codes = st.integers().map(lambda seed: make_code(random.Random(seed)))


@given(codes)
def test_a_code_is_read_as_it_was_made_however_it_is_typed(code):
    for typed in (
        code,
        code.lower(),
        code.replace("-", ""),
        f" {code.replace('-', ' ')} ",
        code.replace("-", "–"),
    ):
        assert read_code(typed) == Typed(code)


@given(codes, st.integers(0, 7), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_always_noticed(code, place, sign):
    signs = list(code.replace("-", ""))
    if signs[place] == sign:
        return
    signs[place] = sign
    assert read_code("".join(signs)).mistake == "check"


@pytest.mark.parametrize(
    ("text", "mistake", "signs"),
    [
        ("", "length", ""),
        ("7K4M", "length", ""),
        ("7K4M-9QXD-2", "length", ""),
        ("7K4M-9QX0", "signs", "0"),
        ("OI1L-UUUU", "signs", "OI1LU"),
        ("7К4М-9QХD", "", ""),
        ("жжжж-жжжж", "signs", "Ж"),
        ("7K4M-9QXE", "check", ""),
    ],
)
def test_what_is_wrong_is_told(text, mistake, signs):
    typed = read_code(text)
    assert (typed.mistake, typed.signs) == (mistake, signs)


def test_no_sign_can_be_taken_for_another():
    assert (len(ALPHABET), set(ALPHABET) & set("ILOU01")) == (30, set())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Анна Ёлкина-Щукина", "анна  елкина щукина"),
        ("Gʻulnoza Oʻktamova", "G'ulnoza O’ktamova"),
        ("Əliyeva Gülşən", "əliyeva gülşən"),
        ("Նարինե Պետրոսյան", "նարինե  պետրոսյան"),
        ("й", "й"),
    ],
)
def test_two_ways_of_writing_one_name_are_one(one, other):
    assert comparable(one) == comparable(other)


@pytest.mark.parametrize(("one", "other"), [("Анна", "Анна К"), ("Ұлан", "Улан"), ("Ҷамшед", "Чамшед")])
def test_other_names_are_others(one, other):
    assert comparable(one) != comparable(other)


def test_georgian_capitals_are_written_as_the_letters_they_are():
    assert as_written("ᲜᲘᲜᲝ ᲑᲔᲠᲘᲫᲔ") == "ნინო ბერიძე"
