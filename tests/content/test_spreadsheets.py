"""Nothing that somebody wrote becomes a formula; no sign breaks a file."""

import csv
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from network.content.spreadsheets import csv_lines, safe_cell, xlsx_bytes

FORMULAS = [
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠A", " =1", "\ufeff=1",
    "\u200b=1", "\u00a0=1",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_stay_texts(text):
    assert safe_cell(text).startswith("'")


@pytest.mark.parametrize("text", ["Книга", "1+1", "a=b", "", "  слово", "(=1)"])
def test_other_texts_stay_as_they_are(text):
    assert safe_cell(text) == text


def test_control_signs_and_lone_surrogates_vanish():
    assert safe_cell("а\x00б\x08в\x1f\ud800г") == "абвг"


def test_csv_round_trip():
    rows = [["A27-0001", "=1+1", 5, Decimal("2.50"), None, datetime(2027, 3, 1, 20, 59, tzinfo=UTC)]]

    text = "".join(csv_lines([["№", "=x", "c", "d", "e", "f"], *rows]))

    assert text.startswith("\ufeff")
    header, row = csv.reader(StringIO(text.removeprefix("\ufeff")))
    assert header[1] == "'=x"
    assert row == ["A27-0001", "'=1+1", "5", "2.50", "", "2027-03-01T20:59+00:00"]


def test_csv_is_streamed():
    taken = []

    def rows():
        for number in range(3):
            taken.append(number)
            yield [number]

    lines = csv_lines(rows())
    next(lines)
    next(lines)

    assert taken == [0]


def test_xlsx_holds_texts_and_numbers():
    body = xlsx_bytes([["=x", "n"], ["=1+1", 3], ["a\x0bb", Decimal("2.5")]], title="Список: [1]")

    sheet = load_workbook(BytesIO(body)).active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells == [["'=x", "n"], ["'=1+1", 3], ["ab", 2.5]]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}
