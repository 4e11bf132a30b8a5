"""Tables for spreadsheets: CSV and XLSX that carry people's words without letting them compute.

A cell that a spreadsheet would read as a formula is made text by an apostrophe
before it; signs that no file of a table may hold are left out.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal

from django.http import HttpResponse, StreamingHttpResponse

# What Excel, LibreOffice and Google take for the beginning of a formula, the full-width forms among them.
FORMULA = re.compile(r"^[\s\ufeff\u200b\u200e\u200f\u2060\u00ad]*[=+\-@＝＋－＠]|^[\t\r\n]")
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\ud800-\udfff\ufffe\uffff]")
MOST_IN_A_CELL = 32_000
BOM = "\ufeff"


def safe_cell(value) -> str | int | float | Decimal | date | None:
    """A value as it may stand in a cell: numbers and dates as they are, every text disarmed."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value)
    if isinstance(value, int | float | Decimal | date):
        return value
    text = FORBIDDEN.sub("", str(value)).replace("\r\n", "\n").replace("\r", "\n")[:MOST_IN_A_CELL]
    return f"'{text}" if FORMULA.match(text) else text


def safe_row(row: Iterable) -> list:
    return [safe_cell(value) for value in row]


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def csv_lines(rows: Iterable[Iterable]) -> Iterator[str]:
    """Lines of a CSV file, one after another; the mark at its beginning tells Excel that it is UTF-8."""
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    yield BOM
    for row in rows:
        yield writer.writerow([_plain(cell) for cell in safe_row(row)])


def _plain(cell):
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="minutes")
    return cell.isoformat() if isinstance(cell, date) else cell


def csv_response(name: str, header: Iterable, rows: Iterable[Iterable]) -> StreamingHttpResponse:
    """A download written while its rows are read. ``name`` is ASCII, without an ending."""
    response = StreamingHttpResponse(csv_lines(_with(header, rows)), content_type="text/csv; charset=utf-8")
    return _as_download(response, f"{name}.csv")


def _with(header: Iterable, rows: Iterable[Iterable]) -> Iterator[Iterable]:
    yield header
    yield from rows


def xlsx_bytes(rows: Iterable[Iterable], *, title: str = "Sheet") -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title=re.sub(r"[\[\]:*?/\\]", " ", title)[:31] or "Sheet")
    for row in rows:
        sheet.append([_without_zone(cell) for cell in safe_row(row)])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _without_zone(cell):
    # A sheet knows no zones; the heading says that times are UTC.
    return cell.replace(tzinfo=None) if isinstance(cell, datetime) else cell


def xlsx_response(name: str, title: str, header: Iterable, rows: Iterable[Iterable]) -> HttpResponse:
    """The same as a workbook of one sheet."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    body = xlsx_bytes(_with(header, rows), title=str(title))
    return _as_download(HttpResponse(body, content_type=kind), f"{name}.xlsx")


def _as_download(response, filename: str):
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["Cache-Control"] = "private, no-store"
    return response
