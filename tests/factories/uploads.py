"""Files as honest people and tricksters send them."""

import struct
import zipfile
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = f'<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>'
CORE = "<cp:coreProperties><dc:creator>Нарине Саакян</dc:creator><cp:lastModifiedBy>Narine</cp:lastModifiedBy></cp:coreProperties>"


def upload(body: bytes, name="file"):
    return SimpleUploadedFile(name, body)


def picture(form="JPEG", size=(40, 30), **extra) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, form, **extra)
    return out.getvalue()


def jpeg_with_gps() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[2] = (41.0, 26.0, 0.0)
    return picture(exif=exif.tobytes())


def huge_png(width=30_000, height=30_000) -> bytes:
    """A PNG whose header promises more pixels than anybody should unpack."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" * (width // 8 + 1) * 200)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def archive(parts: dict[str, bytes | str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in parts.items():
            made.writestr(name, body)
    return out.getvalue()


def docx(extra: dict | None = None, types: str = TYPES) -> bytes:
    return archive(
        {
            "[Content_Types].xml": types,
            "word/document.xml": "<w:document/>",
            "docProps/core.xml": CORE,
            **(extra or {}),
        }
    )


def odt(extra: dict | None = None) -> bytes:
    meta = "<office:meta><meta:initial-creator>Нарине Саакян</meta:initial-creator><dc:creator>Narine</dc:creator></office:meta>"
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": "<office:document-content/>",
            "meta.xml": meta,
            **(extra or {}),
        }
    )


def pdf(extra: bytes = b"") -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
        b"3 0 obj\n<< /Author (Narine Sahakyan) /Producer (SecretOffice) >>\nendobj\n"
        + extra
        + b"\ntrailer\n"
        b"<< /Root 1 0 R /Info 3 0 R >>\nstartxref\n0\n%%EOF\n"
    )


def mp3(frames=3, tag=True) -> bytes:
    frame = b"\xff\xfb\x90\x00" + bytes(413)
    label = b"ID3\x03\x00\x00\x00\x00\x00\x14" + b"TPE1 Narine Sahakyan" if tag else b""
    return label + frame * frames
