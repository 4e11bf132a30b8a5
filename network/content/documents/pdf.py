"""Tagged PDF from a typst template and data. Data go in as JSON, never as markup, so nobody's words can be code."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import typst
from django.conf import settings

# Used where it is there: Armenian and Georgian then stand in a book face instead of typst's own monospaced one.
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
MISSING = "could not be displayed with font"


class MissingGlyph(Exception):
    """A sign that no font here can show."""


@dataclass(frozen=True)
class Pdf:
    content: bytes
    # PDF/UA-1; a document with a sign no font has cannot be.
    is_accessible: bool


@lru_cache(maxsize=2)
def fonts(*, own_only: bool = False) -> typst.Fonts:
    paths = [] if own_only or not DEJAVU.is_dir() else [DEJAVU]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=paths)


def typst_pdf(
    template: Path, data: dict, *, at: datetime, strict: bool = False, own_only: bool = False
) -> Pdf:
    """PDF/UA-1. Where a glyph is missing: raises MissingGlyph if ``strict``, else the rest of the document
    is made all the same and told of it by ``data["is_incomplete"]``."""
    try:
        return Pdf(_compiled(template, data, at, ["ua-1"], own_only), is_accessible=True)
    except typst.TypstError as error:
        if MISSING not in str(error):
            raise
        if strict:
            raise MissingGlyph(str(error)[:300]) from error
    return Pdf(_compiled(template, {**data, "is_incomplete": True}, at, [], own_only), is_accessible=False)


def _compiled(template: Path, data: dict, at: datetime, standards: list[str], own_only: bool) -> bytes:
    compiler = typst.Compiler(
        template, root=settings.BASE_DIR, font_paths=fonts(own_only=own_only), ignore_system_fonts=True
    )
    return compiler.compile(
        format="pdf",
        pdf_standards=standards,
        sys_inputs={"data": json.dumps({"is_incomplete": False, **data}, ensure_ascii=False)},
        # typst refuses fractions of a second.
        timestamp=at.astimezone(UTC).replace(microsecond=0),
    )
