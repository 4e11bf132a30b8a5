"""The plan as a Word file: every slot, filled or not."""

from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.documents import word
from courses.documents.outline import Section
from courses.documents.plan_pdf import progress_text


def plan_docx(plan, sections: list[Section], *, author: str, at: datetime) -> bytes:
    """In the language that is active."""
    language = get_language() or "ru"
    document = word.blank(title=plan.title, author=author, language=language, at=at)
    document.add_paragraph(style="Title").add_run(word.safe(plan.title))
    filled = sum(section.state == "filled" for section in sections)
    word.write(document.add_paragraph(), progress_text(filled, len(sections)), quiet=True)
    for number, section in enumerate(sections, start=1):
        document.add_heading(f"{number}. {section.label}", level=1)
        for line in section.lines:
            document.add_heading(line.label, level=2)
            if line.rows:
                word.table(document, line.columns, line.rows, language=line.language)
                document.add_paragraph().paragraph_format.space_after = 0
            elif line.is_empty:
                word.write(document.add_paragraph(), _("nothing yet"), quiet=True)
            else:
                word.write(document.add_paragraph(), line.text, language=line.language)
    return word.as_bytes(document)
