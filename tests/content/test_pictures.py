import struct
import zlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from network.content.models import SiteImage
from network.content.pictures import why_not_picture, without_metadata
from tests.factories.content import picture_file


def located(kind="JPEG"):
    """A picture that tells where it was taken and by whom."""
    exif = Image.Exif()
    exif[0x013B] = "Owner Of The Camera"
    exif.get_ifd(0x8825)[1] = "N"
    out = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, format=kind, exif=exif)
    return ContentFile(out.getvalue(), name=f"p.{kind.lower()}")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_and_owner_are_taken_out(kind):
    before = located(kind)
    assert b"Owner Of The Camera" in before.read()

    after = without_metadata(before)

    assert b"Owner Of The Camera" not in after.read()
    with Image.open(after) as picture:
        assert (picture.size, len(picture.getexif())) == ((60, 40), 0)


def test_picture_on_its_side_is_turned_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    out = BytesIO()
    Image.new("RGB", (60, 40)).save(out, format="JPEG", exif=exif)

    with Image.open(without_metadata(ContentFile(out.getvalue(), name="p.jpg"))) as picture:
        assert picture.size == (40, 60)


def test_stored_picture_and_its_renditions_tell_nothing(db):
    picture = SiteImage.objects.create(title="Зал", file=located())

    files = [picture.file, picture.get_rendition("max-40x40").file]

    for file in files:
        file.open()
        assert b"Owner Of The Camera" not in file.read()


def huge():
    """A PNG that says it has 30,000 by 30,000 pixels; a real one would only make the test slow."""
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    chunk = b"IHDR" + header
    body = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    idat = b"IDAT" + zlib.compress(b"\0" * 100)
    body += struct.pack(">I", len(idat) - 4) + idat + struct.pack(">I", zlib.crc32(idat))
    return ContentFile(body, name="p.png")


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "cannot be read"),
        (b"<html><script>alert(1)</script>", "cannot be read"),
        (b"GIF89a/*alert(1)*/", "cannot be read"),
        (b"\x89PNG\r\n\x1a\n truncated", "cannot be read"),
        (b"%PDF-1.7", "cannot be read"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "cannot be read"),
    ],
)
def test_file_that_is_not_what_it_says_is_refused_with_a_sentence(body, sentence):
    from django.utils.translation import override

    with override("en"):
        refusal = str(why_not_picture(ContentFile(body, name="p.png")))

    assert sentence in refusal
    with pytest.raises(ValidationError):
        without_metadata(ContentFile(body, name="p.png"))


def test_picture_of_nine_hundred_million_pixels_is_refused():
    from django.utils.translation import override

    with override("en"):
        assert "25 million" in str(why_not_picture(huge()))


@pytest.mark.parametrize("body", [b"GIF89a/*x*/", b"not a picture", b"\x89PNG\r\n\x1a\n"])
def test_bad_upload_in_the_admin_is_a_sentence_and_never_an_error_page(admin_client, body):
    file = ContentFile(body, name="p.png")

    answer = admin_client.post("/admin/images/add/", {"title": "Зал", "file": file, "collection": 1})

    assert answer.status_code == 200
    assert SiteImage.objects.count() == 0


def test_huge_picture_in_the_admin_is_a_sentence(admin_client):
    answer = admin_client.post("/admin/images/add/", {"title": "Зал", "file": huge(), "collection": 1})

    assert answer.status_code == 200
    assert SiteImage.objects.count() == 0


def test_good_picture_is_taken(admin_client):
    answer = admin_client.post(
        "/admin/images/add/", {"title": "Зал", "file": picture_file(), "collection": 1, "tags": ""}
    )

    assert answer.status_code == 302
    assert SiteImage.objects.get().title == "Зал"
