"""Cells of a table never compute and never break the file."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from network.content.spreadsheets import csv_lines, safe_cell, xlsx_bytes

ARMED = [
    "=1+1",
    "+1",
    "-1",
    "@sum",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\ufeff=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "\u200b=1",
]


@pytest.mark.parametrize("text", ARMED)
def test_what_a_spreadsheet_would_compute_becomes_text(text):
    assert safe_cell(text)[0] == "'"


@pytest.mark.parametrize("text", ["Айпери", "a=b", "2 + 2", "", "№ 4", "'quoted'"])
def test_other_words_stay_as_they_are(text):
    assert safe_cell(text) == text


@pytest.mark.parametrize("value", [0, -5, Decimal("-1.5"), date(2027, 3, 1)])
def test_numbers_and_dates_stay_what_they_are(value):
    assert safe_cell(value) == value


def test_nothing_is_an_empty_cell():
    assert safe_cell(None) == ""


@settings(deadline=None, max_examples=60)
@given(st.text())
def test_any_text_survives_both_kinds_of_file(text):
    "".join(csv_lines([[text]])).encode()
    sheet = load_workbook(BytesIO(xlsx_bytes([["x", text]]))).active

    assert sheet["A1"].value == "x"
    assert sheet["B1"].data_type != "f"


def test_a_csv_begins_with_the_mark_of_utf_8_and_has_a_line_a_row():
    lines = list(csv_lines([["Имя", "Когда"], ["Асель", datetime(2027, 3, 1, 12, 5, tzinfo=UTC)]]))

    assert lines == ["\ufeff", "Имя,Когда\r\n", "Асель,2027-03-01T12:05+00:00\r\n"]
