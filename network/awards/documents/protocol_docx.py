"""The same protocol for an office program: people add to it by hand and sign it."""

import io

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from network.awards.documents.protocol import protocol_text
from network.awards.models import Protocol
from network.content.spreadsheets import FORBIDDEN

SIGN_HERE = "_" * 28


def protocol_docx(protocol: Protocol, *, language: str, at) -> bytes:
    text = protocol_text(protocol, language=language)
    document = Document()
    _set_up(document, text, at)
    document.add_heading(_plain(text.title), level=1)
    for label, value in text.facts:
        _fact(document, label, value)
    _list(document, text.present_title, text.present)
    _list(document, text.recused_title, text.recused)
    document.add_heading(text.table_title, level=2)
    document.add_paragraph(text.table_note)
    _table(document, text.header, text.rows)
    if text.discussion:
        document.add_heading(text.discussion_title, level=2)
        for line in text.discussion.splitlines():
            document.add_paragraph(_plain(line))
    _list(document, text.decision_title, text.decisions)
    document.add_heading(text.signatures_title, level=2)
    for name in text.signatures:
        document.add_paragraph(f"{SIGN_HERE}   {_plain(name)}")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _plain(words: str) -> str:
    """Signs that no XML may hold are left out."""
    return FORBIDDEN.sub("", words)


def _set_up(document, text, at) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    style = document.styles["Normal"]
    style.font.size = Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), {"ru": "ru-RU", "en": "en-GB"}.get(text.language, text.language))
    style.element.get_or_add_rPr().append(language)
    properties = document.core_properties
    properties.title, properties.author, properties.language = _plain(text.title), "", text.language
    properties.created = properties.modified = at.replace(tzinfo=None)


def _fact(document, label: str, value: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(_plain(value))


def _list(document, title: str, lines: list[str]) -> None:
    document.add_heading(title, level=2)
    for line in lines:
        document.add_paragraph(_plain(line), style="List Bullet")


def _table(document, header: list[str], rows: list[list[str]]) -> None:
    table = document.add_table(rows=1, cols=len(header))
    table.style = "Light Grid Accent 1"
    for cell, words in zip(table.rows[0].cells, header, strict=True):
        cell.text = words
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = _plain(words)
    for row in table.rows:
        for cell, width in zip(row.cells, (1.4, 6.2, 1.6, 1.6, 1.7, 1.6, 2.5), strict=True):
            cell.width = Cm(width)
