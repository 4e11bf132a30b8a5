"""Everything one juror reads, as one document for paper. It is made of blind copies only."""

from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import override

from network.awards.copies import Section
from network.awards.models import AwardRound, Entry
from network.awards.queries.reading_room import BlindFile
from network.content.documents.pdf import typst_pdf

TEMPLATE = Path(__file__).parent.parent / "typst" / "reading.typ"


def reading_pdf(
    round: AwardRound, entries: list[tuple[Entry, list[Section], list[BlindFile]]], criteria, *, language, at
) -> bytes:
    with override(language):
        page = round.page(language)
        low, high = round.scale
        data = {
            "language": language,
            "title": _("%(round)s: entries to read") % {"round": page.title if page else round.name},
            "note": _(
                "Names of people and organisations are left out. Please keep these sheets to yourself and destroy them after the results."
            ),
            "missing": _("Some signs could not be printed; on the site they stand in full."),
            "files_title": _("Files, to be opened on the site"),
            "sheet_title": _("Score sheet"),
            "criterion": _("Criterion"),
            "weight": _("Weight"),
            "scale": _("%(low)s to %(high)s") % {"low": low, "high": high},
            "criteria": [
                {"title": str(one["title"]), "question": str(one["question"]), "weight": one["weight"]}
                for one in criteria
            ],
            "entries": [_entry(*row) for row in entries],
        }
    return typst_pdf(TEMPLATE, data, at=at).content


def _entry(entry: Entry, sections: list[Section], files: list[BlindFile]) -> dict:
    return {
        "reference": entry.reference,
        "title": entry.project_title,
        "language": entry.language or "ru",
        "files": [f"{one.name} ({one.label})" + (f": {one.caption}" if one.caption else "") for one in files],
        "sections": [
            {"title": str(section.title), "lines": [_line(line) for line in section.lines]}
            for section in sections
        ],
    }


def _line(line) -> dict:
    rows, text = [], ""
    if line.kind == "rows":
        rows = [" · ".join(str(cell) for _column, cell in row if cell) for row in line.value]
    elif isinstance(line.value, list):
        text = ", ".join(str(one) for one in line.value)
    elif hasattr(line.value, "isoformat"):
        text = line.value.strftime("%d.%m.%Y")
    else:
        text = str(line.value)
    return {
        "label": str(line.label),
        "kind": "rows" if line.kind == "rows" else "text",
        "text": text,
        "rows": rows,
    }
