"""DOCX and ODT: archives that are opened carefully and written anew without their owners' names."""

import re
import struct
import zipfile
import zlib
from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.content.uploads.kinds import DOCX, ODT, FileKind

MOST_UNPACKED = 50 * 1024 * 1024
MOST_FILES = 1_000
CHUNK = 256 * 1024
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    struct.error,
)

PROGRAMS = re.compile(
    r"(^|/)(vbaproject\.bin|vbadata\.xml|activex/|macrosheets/|basic/|scripts/|object [0-9])", re.IGNORECASE
)
EMBEDDED = re.compile(
    r"\.(zip|docm?|xlsm?|exe|dll|js|vbs|jar|bin|docx|xlsx|pptx|odt|ods|rar|7z|html?|svg)$", re.IGNORECASE
)
MACRO_TYPE = b"macroEnabled"
OWNERS = {
    "docProps/core.xml": re.compile(rb"(<(?:dc:creator|cp:lastModifiedBy)\b[^>]*>).*?(</)", re.DOTALL),
    "docProps/app.xml": re.compile(rb"(<(?:Company|Manager)\b[^>]*>).*?(</)", re.DOTALL),
    "meta.xml": re.compile(
        rb"(<(?:dc:creator|meta:initial-creator|meta:printed-by)\b[^>]*>).*?(</)", re.DOTALL
    ),
}

DAMAGED = _("This document is damaged. Open it in your program, save it anew and try again.")
TOO_BIG = _("This document unpacks to more than 50 megabytes. Make its pictures smaller and try again.")
WITH_MACROS = _(
    "This document holds macros or other programs. Save it without them (as DOCX, ODT or PDF) and try again."
)
WITH_FILES = _("This document has another file packed into it. Take it out, or save the document as PDF.")


def kind_of(body: bytes) -> FileKind | None:
    """DOCX or ODT by what the archive holds; None for any other archive."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names and "[Content_Types].xml" in names:
                return DOCX
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                return ODT if archive.read("mimetype").strip() == ODT.media_type.encode() else None
    except BROKEN:
        raise ValidationError(DAMAGED)
    return None


def clean(body: bytes) -> bytes:
    """The document packed anew: nothing before, between or after its parts survives, nor do names of people."""
    out = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            infos = archive.infolist()
            _look_at(infos)
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fresh:
                left = MOST_UNPACKED
                for info in sorted(infos, key=lambda info: info.filename != "mimetype"):
                    content = _read(archive, info, left)
                    left -= len(content)
                    _write(fresh, info.filename, content)
    except BROKEN:
        raise ValidationError(DAMAGED)
    return out.getvalue()


def _look_at(infos) -> None:
    names = [info.filename for info in infos]
    if len(names) > MOST_FILES or sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise ValidationError(TOO_BIG)
    if len(set(names)) != len(names) or any(
        name.startswith("/") or ".." in name.split("/") or "\\" in name for name in names
    ):
        raise ValidationError(DAMAGED)
    if any(info.flag_bits & 0x1 for info in infos):
        raise ValidationError(
            _("This document is locked with a password. Save it without one and try again.")
        )
    if any(PROGRAMS.search(name) for name in names):
        raise ValidationError(WITH_MACROS)
    if any(EMBEDDED.search(name) for name in names):
        raise ValidationError(WITH_FILES)


def _read(archive, info, left: int) -> bytes:
    """One part, never more than what is left of the limit: sizes in the headers may lie."""
    parts, size = [], 0
    with archive.open(info) as part:
        while chunk := part.read(CHUNK):
            size += len(chunk)
            if size > left:
                raise ValidationError(TOO_BIG)
            parts.append(chunk)
    content = b"".join(parts)
    if info.filename == "[Content_Types].xml" and MACRO_TYPE in content:
        raise ValidationError(WITH_MACROS)
    return OWNERS[info.filename].sub(rb"\1\2", content) if info.filename in OWNERS else content


def _write(fresh, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    # ODF wants its first part stored as it is.
    info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
    fresh.writestr(info, content)
