"""The plan as a tagged PDF."""

from datetime import datetime
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.documents.outline import Section
from network.content.documents.dates import long_date
from network.content.documents.drawings import mark_svg, thread_svg
from network.content.documents.pdf import Pdf, typst_pdf
from network.content.mail.writing import site_name

TEMPLATE = Path(__file__).parents[1] / "typst" / "plan.typ"


def plan_pdf(plan, sections: list[Section], *, author: str, at: datetime) -> Pdf:
    """In the language that is active."""
    return typst_pdf(TEMPLATE, plan_data(plan, sections, author=author, at=at), at=at)


def plan_data(plan, sections: list[Section], *, author: str, at: datetime) -> dict:
    language = get_language() or "ru"
    filled = [number for number, section in enumerate(sections, start=1) if section.state == "filled"]
    return {
        "title": plan.title,
        "author": author,
        "language": language,
        "site": site_name(language),
        "footer": f"{plan.title} · {long_date(at.date(), language)}",
        "summary": progress_text(len(filled), len(sections)),
        "nothing": _("nothing yet"),
        "incomplete": _("Some signs of this text are in no font we have; the Word file holds all of them."),
        "mark": mark_svg(),
        "thread": thread_svg(str(plan.uuid), knots=len(sections), done=filled),
        "sections": [_section(number, section, language) for number, section in enumerate(sections, start=1)],
    }


def progress_text(filled: int, total: int) -> str:
    return _("%(filled)d of %(total)d sections are filled") % {"filled": filled, "total": total}


def _section(number: int, section: Section, language: str) -> dict:
    return {
        "number": number,
        "label": section.label,
        "lines": [
            {
                "label": line.label,
                "text": line.text,
                "columns": list(line.columns),
                "rows": [list(row) for row in line.rows],
                "language": line.language or language,
            }
            for line in section.lines
        ],
    }
