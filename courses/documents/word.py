"""Word files: real headings, real tables, the language said, nothing that a program could run."""

import re
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

OURS, QUIET = RGBColor(0x0B, 0x5A, 0x63), RGBColor(0x56, 0x5E, 0x6F)
# XML cannot hold these, whoever let them in.
IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REGIONS = {
    "ru": "ru-RU",
    "en": "en-GB",
    "hy": "hy-AM",
    "ka": "ka-GE",
    "kk": "kk-KZ",
    "uk": "uk-UA",
    "de": "de-DE",
}


def blank(*, title: str, author: str, language: str, at: datetime):
    """An A4 document with the house's faces."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.language = safe(title)[:255], safe(author)[:255], language
    properties.created = properties.modified = at.replace(tzinfo=None)
    properties.comments = properties.keywords = ""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    for name, size, before in (
        ("Normal", 11, 0),
        ("Title", 22, 0),
        ("Heading 1", 15, 16),
        ("Heading 2", 11, 8),
    ):
        _dress(document.styles[name], size, before)
    _speak(document.styles["Normal"], language)
    return document


def _dress(style, size: int, before: int) -> None:
    font = style.font
    font.name, font.size = "Georgia", Pt(size)
    faces = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        faces.set(qn(script), "Georgia")
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        faces.attrib.pop(qn(theme), None)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(5)
    if style.name != "Normal":
        font.bold = False
        font.color.rgb = QUIET if style.name == "Heading 2" else RGBColor(0x1D, 0x24, 0x33)


def _speak(place, language: str) -> None:
    """Says a style's or a run's language, so that spelling is checked and read aloud in it."""
    element = place.element if hasattr(place, "element") else place._element
    properties = element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), REGIONS.get(language, language))
    properties.append(lang)


def write(
    paragraph, text: str, *, language: str = "", quiet: bool = False, marked: bool = False, bold: bool = False
):
    """One run, its line breaks kept."""
    run = paragraph.add_run(safe(text))
    if language:
        _speak(run, language)
    if quiet:
        run.font.color.rgb = QUIET
    if marked:
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    run.bold = bold or None
    return run


def table(document, columns, rows, *, language: str):
    grid = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    header = grid.rows[0]
    mark = OxmlElement("w:tblHeader")
    header._tr.get_or_add_trPr().append(mark)
    for cell, name in zip(header.cells, columns, strict=True):
        write(cell.paragraphs[0], name, quiet=True)
    for row in rows:
        # `cells` is computed anew at each asking: ask once a row.
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            write(cell.paragraphs[0], text, language=language)
    for cell in (cell for row in grid.rows for cell in row.cells):
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = Pt(1)
            for run in paragraph.runs:
                run.font.size = Pt(9.5)
    return grid


def safe(text: str) -> str:
    return IMPOSSIBLE.sub("", text)


def as_bytes(document) -> bytes:
    held = BytesIO()
    document.save(held)
    return held.getvalue()
