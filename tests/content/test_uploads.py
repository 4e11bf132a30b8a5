"""Files are judged by their content and cleaned of their owners; every refusal is one clear sentence."""

import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from network.content.uploads import DOCUMENTS, PICTURES, check, safe_name
from network.content.uploads.checking import MOST_BYTES
from tests.factories import uploads as make

HTML = b"<!doctype html><html><script>alert(1)</script></html>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
GIF_SCRIPT = b"GIF89a/*" + bytes(20) + b"*/=1;alert(1);"

TAKEN = {
    "jpeg": (make.picture(), "image/jpeg", "jpg"),
    "png": (make.picture("PNG"), "image/png", "png"),
    "webp": (make.picture("WEBP"), "image/webp", "webp"),
    "pdf": (make.pdf(), "application/pdf", "pdf"),
    "docx": (make.docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    "odt": (make.odt(), "application/vnd.oasis.opendocument.text", "odt"),
    "mp3": (make.mp3(), "audio/mpeg", "mp3"),
}


@pytest.mark.parametrize("kind", TAKEN)
def test_known_kinds_are_taken_whatever_they_are_called(kind):
    body, media_type, extension = TAKEN[kind]

    checked = check(make.upload(body, "фото.exe"))

    assert (checked.kind.media_type, checked.name) == (media_type, f"фото.{extension}")
    assert len(checked.sha256) == 64


REFUSED = {
    "empty": b"",
    "SVG with a script": SVG,
    "HTML called PDF": HTML,
    "HTML after spaces": b"  \n" + HTML,
    "GIF that is a script": GIF_SCRIPT,
    "old Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "a program": b"MZ" + bytes(600),
    "plain text": "Просто слова".encode(),
    "a plain archive": make.archive({"a.txt": "a"}),
    "PNG of 30,000 x 30,000": make.huge_png(),
    "cut JPEG": make.picture()[:200],
    "cut PNG": make.picture("PNG")[:40],
    "cut PDF": make.pdf()[:100],
    "PDF with a script": make.pdf(b"<< /S /JavaScript /JS (app.alert(1)) >>"),
    "PDF with a file": make.pdf(b"<< /Type /EmbeddedFile >>"),
    "locked PDF": make.pdf(b"<< /Encrypt 9 0 R >>"),
    "HTML before a PDF": HTML + make.pdf(),
    "DOCX with macros": make.docx({"word/vbaProject.bin": b"x"}),
    "DOCX of the macro kind": make.docx(
        types=make.TYPES.replace("document.main+xml", "x").replace("wordprocessingml", "macroEnabled")
    ),
    "DOCX with a file": make.docx({"word/embeddings/oleObject1.bin": b"x"}),
    "DOCX with a page": make.docx({"word/afchunk.html": HTML}),
    "ODT with Basic": make.odt({"Basic/Standard/Module1.xml": "<x/>"}),
    "ODT with scripts": make.odt({"Scripts/python/x.py": "x"}),
    "DOCX that climbs": make.docx({"../../etc/passwd": "x"}),
    "zip bomb": make.docx({"word/media/a.xml": bytes(60 * 1024 * 1024)}),
    "too many parts": make.docx({f"word/{n}.xml": "" for n in range(1001)}),
    "cut DOCX": make.docx()[:-40],
    "sound that is none": b"ID3\x03\x00\x00\x00\x00\x00\x00" + bytes(500),
    "one frame and a page": make.mp3(frames=1) + HTML,
}


@pytest.mark.parametrize("kind", REFUSED)
def test_everything_else_is_refused_with_one_sentence(kind):
    with pytest.raises(ValidationError) as refusal:
        check(make.upload(REFUSED[kind], "заявка.pdf"))

    (sentence,) = refusal.value.messages
    assert sentence.strip().endswith(".")


def test_the_limit_is_exact():
    filler = b"%" + b"x" * (MOST_BYTES - len(make.pdf()) - 2) + b"\n"
    body = make.pdf(filler)

    assert len(body) == MOST_BYTES
    assert check(make.upload(body)).size == MOST_BYTES
    with pytest.raises(ValidationError, match="10"):
        check(make.upload(body + b"\n"))


def test_lists_of_allowed_kinds_are_kept():
    with pytest.raises(ValidationError, match="JPG, PNG, WEBP"):
        check(make.upload(make.pdf()), allowed=PICTURES)
    with pytest.raises(ValidationError, match="DOCX, ODT, PDF"):
        check(make.upload(make.picture()), allowed=DOCUMENTS)


def test_place_and_camera_leave_a_picture():
    body = make.jpeg_with_gps()
    assert b"SecretCamera" in body

    cleaned = check(make.upload(body)).body

    assert b"SecretCamera" not in cleaned
    assert dict(Image.open(BytesIO(cleaned)).getexif()) == {}


@pytest.mark.parametrize(("body", "part"), [(make.docx(), "docProps/core.xml"), (make.odt(), "meta.xml")])
def test_owners_leave_a_document(body, part):
    with zipfile.ZipFile(BytesIO(check(make.upload(body)).body)) as archive:
        meta = archive.read(part).decode()
        names = archive.namelist()

    assert "Нарине" not in meta
    assert "Narine" not in meta
    assert "creator>" in meta
    assert set(names) == set(zipfile.ZipFile(BytesIO(body)).namelist())


def test_an_odt_still_begins_with_its_type():
    body = check(make.upload(make.odt())).body

    assert body[30:38] == b"mimetype"
    assert zipfile.ZipFile(BytesIO(body)).infolist()[0].compress_type == zipfile.ZIP_STORED


def test_what_hides_before_or_after_a_document_does_not_survive():
    hidden = make.docx() + b"<script>alert(1)</script>"

    assert b"<script>" not in check(make.upload(hidden)).body
    hidden = make.picture("PNG") + b"<script>alert(1)</script>"
    assert b"<script>" not in check(make.upload(hidden)).body


def test_owners_leave_a_pdf_and_its_length_stays():
    body = make.pdf(b"<rdf><dc:creator>Narine</dc:creator></rdf>")

    cleaned = check(make.upload(body)).body

    assert len(cleaned) == len(body)
    assert b"Narine" not in cleaned
    assert b"SecretOffice" not in cleaned


def test_labels_leave_a_sound():
    assert b"Narine" not in check(make.upload(make.mp3())).body


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\n\\отчёт.docx", "отчёт.pdf"),
        ("фото\r\nSet-Cookie: a=b.jpg", "фотоSet-Cookie a=b.pdf"),
        ("\u202egnp.exe", "gnp.pdf"),
        ("", "file.pdf"),
        ("...", "file.pdf"),
        ("а" * 300 + ".pdf", "а" * 120 + ".pdf"),
        ("Отчёт за год.pdf", "Отчёт за год.pdf"),
        ("a\x00b.pdf", "ab.pdf"),
    ],
)
def test_names_are_made_harmless(name, kept):
    assert safe_name(name, extension="pdf") == kept
