"""The first letter as a Word file; what is missing and what is in another language stands out."""

from datetime import datetime

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from courses.documents import word
from courses.documents.letter import GAP, OWN, Letter


def letter_docx(letter: Letter, *, title: str, author: str, at: datetime) -> bytes:
    document = word.blank(title=title, author=author, language=letter.language, at=at)
    for paragraph in letter.paragraphs:
        style = "List Bullet" if paragraph.style == "item" else "Normal"
        block = document.add_paragraph(style=style)
        _place(block, paragraph.style)
        if paragraph.head:
            word.write(block, f"{paragraph.head} " if paragraph.parts else paragraph.head, bold=True)
        for part in paragraph.parts:
            is_foreign = part.kind == OWN and part.language not in ("", letter.language)
            word.write(block, part.text, language=part.language, marked=part.kind == GAP or is_foreign)
    return word.as_bytes(document)


def _place(block, style: str) -> None:
    shape = block.paragraph_format
    if style == "address":
        shape.left_indent, shape.space_after = Cm(8.5), Pt(0)
    elif style == "date":
        shape.space_before = shape.space_after = Pt(14)
    elif style == "subject":
        shape.space_after = Pt(12)
    elif style == "greeting":
        shape.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif style == "close":
        shape.space_before = Pt(14)
