"""What a learner takes away from her plan, read back."""

import json
import re
import subprocess
import zipfile
from pathlib import Path

from icalendar import Calendar
from pypdf import PdfReader

from tests.browser.learning import SHOTS


def taken(page, ending: str) -> Path:
    """The file behind the link whose address ends so."""
    with page.expect_download() as got:
        page.locator(f"a[href$='{ending}']").click()
    return got.value.path()


def solid(text: str) -> str:
    """Without what a line's end adds or takes."""
    return re.sub(r"[\s\u00ad-]", "", text)


def words_of(path: Path) -> str:
    """The text of a Word file, read from its XML."""
    xml = zipfile.ZipFile(path).read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", xml.replace("</w:p>", "\n"))


def printed_in(path: Path, name: str) -> str:
    """The solid text of a PDF; its pages as pictures, when somebody wants to look."""
    if SHOTS:
        subprocess.run(["pdftoppm", "-r", "50", "-png", str(path), f"{SHOTS}/{name}"], check=True)
    return solid(" ".join(sheet.extract_text() for sheet in PdfReader(path).pages))


def first_meeting_in(path: Path) -> str:
    return str(Calendar.from_ical(path.read_bytes()).walk("VEVENT")[0]["SUMMARY"])


def lines_in(path: Path) -> dict[str, dict]:
    return {line["slot"]: line for line in json.loads(path.read_bytes())["lines"]}
