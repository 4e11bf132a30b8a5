"""Word files: real headings, real tables, the language said, nothing that a program could run."""

import re
from datetime import datetime
from io import BytesIO
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
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


def table(document, columns, rows, *, language: str) -> None:
    """Written as XML in one piece: cell by cell, forty rows would take python-docx seconds."""
    head = "".join(_cell(name, QUIET_RUN) for name in columns)
    body = "".join(f"<w:tr>{''.join(_cell(text, _spoken(language)) for text in row)}</w:tr>" for row in rows)
    width = 9300 // max(len(columns), 1)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _column in columns)
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>{head}</w:tr>{body}</w:tbl>"
    )
    document.element.body.insert_element_before(table, "w:sectPr")


QUIET_RUN = f'<w:color w:val="{QUIET}"/>'


def _spoken(language: str) -> str:
    return f'<w:lang w:val="{REGIONS.get(language, language)}"/>'


def _cell(text: str, properties: str) -> str:
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in safe(text).split("\n")
    )
    spacing = '<w:pPr><w:spacing w:after="20"/></w:pPr>'
    # The order of these is fixed by the format: colour, size, language.
    size = '<w:sz w:val="19"/><w:szCs w:val="19"/>'
    inner = properties + size if "w:color" in properties else size + properties
    return f"<w:tc><w:p>{spacing}<w:r><w:rPr>{inner}</w:rPr>{lines}</w:r></w:p></w:tc>"


def safe(text: str) -> str:
    return IMPOSSIBLE.sub("", text)


def as_bytes(document) -> bytes:
    held = BytesIO()
    document.save(held)
    return held.getvalue()
