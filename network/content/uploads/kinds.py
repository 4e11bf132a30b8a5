"""Which kinds of files we know, by their first bytes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FileKind:
    code: str  # picture, document, sound
    media_type: str
    extension: str


JPEG = FileKind("picture", "image/jpeg", "jpg")
PNG = FileKind("picture", "image/png", "png")
WEBP = FileKind("picture", "image/webp", "webp")
PDF = FileKind("document", "application/pdf", "pdf")
DOCX = FileKind("document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx")
ODT = FileKind("document", "application/vnd.oasis.opendocument.text", "odt")
MP3 = FileKind("sound", "audio/mpeg", "mp3")
ZIP = FileKind("archive", "application/zip", "zip")
GIF = FileKind("other", "image/gif", "gif")
OLE = FileKind("other", "application/x-ole-storage", "doc")
MARKUP = FileKind("other", "text/html", "html")


def sniff(body: bytes) -> FileKind | None:
    """The kind a file's own bytes say it is; the name and the browser's word count for nothing."""
    if body.startswith(b"\xff\xd8\xff"):
        return JPEG
    if body.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return WEBP
    if body.startswith(b"%PDF-"):
        return PDF
    if body.startswith(b"PK\x03\x04"):
        return ZIP
    if body[:6] in {b"GIF87a", b"GIF89a"}:
        return GIF
    if body.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLE
    if _is_sound(body):
        return MP3
    head = body[:2000].lstrip(b"\xef\xbb\xbf \t\r\n\x00").lower()
    if head.startswith(b"<") and any(
        mark in head for mark in (b"<svg", b"<html", b"<!doctype", b"<script", b"<?xml")
    ):
        return MARKUP
    return None


def _is_sound(body: bytes) -> bool:
    return body.startswith(b"ID3") or (len(body) > 3 and body[0] == 0xFF and body[1] & 0xE6 == 0xE2)
