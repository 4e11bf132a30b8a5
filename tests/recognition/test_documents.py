"""The certificate as PDF: every name comes out right."""

import io
import subprocess
from shutil import which

import pytest
from django.utils.translation import override
from pypdf import PdfReader

from network.content.documents.pdf import MissingGlyph
from network.recognition.documents import certificate_pdf, qr_svg
from network.recognition.models import Certificate
from tests.factories.members import make_member
from tests.factories.recognition import AT, certificate

NAMES = {
    "Russian": "Анна Ёлкина-Щукина",
    "English": "Siobhán O’Neill",
    "Kazakh": "Әлия Құрманғазықызы Үңғұлова Һәм Іңкәр",
    "Kyrgyz": "Айпери Өмүрбек кызы Ңүө",
    "Uzbek, Latin": "Gʻulnoza Oʻktamova Shoʼira",
    "Uzbek, Cyrillic": "Ғулноза Ўктамова Ҳақ Қ",
    "Tajik": "Ҷамшед Ӯлҷабоев Ҳалима Ӣброҳим Ғ Қ",
    "Azerbaijani": "Əliyeva Gülşən Çağatay İbrahim qızı",
    "Armenian": "Նարինե Պետրոսյան և Ֆլորա Ձյունիկ",
    "Georgian": "ნინო ბერიძე ჭიჭინაძე ჯაფარიძე ჰ",
}
ADDRESS = "https://dialogues.example.org/ru/v/7K4M-9QXD/"


def unsaved(name):
    made = Certificate(
        code="7K4M-9QXD",
        programme="test",
        titles={"ru": "Курс", "en": "Course"},
        language="ru",
        hours=12,
        edition="2027",
        issued_at=AT,
    )
    made.set_name(name)
    return made


def pdf_of(name, language="ru", **fields):
    with override(language):
        return certificate_pdf(unsaved(name), address=ADDRESS, at=AT, **fields)


@pytest.mark.parametrize("own_only", [True, False], ids=["typst's own fonts", "with DejaVu"])
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_no_letter_of_a_name_is_missing(name, own_only):
    """PDF/UA is refused when a glyph is missing, so being made is the proof."""
    pdf = pdf_of(name, own_only=own_only)

    text = PdfReader(io.BytesIO(pdf.content)).pages[0].extract_text()
    assert (pdf.is_accessible, "".join(name.split()) in "".join(text.split())) == (True, True)


def test_a_name_that_cannot_be_printed_is_refused_not_printed_with_holes():
    with pytest.raises(MissingGlyph):
        pdf_of("Имя 𓀀")


def test_georgian_capitals_are_printed_as_letters_that_fonts_have():
    assert pdf_of("ᲜᲘᲜᲝ ᲑᲔᲠᲘᲫᲔ", own_only=True).is_accessible


def test_markup_in_a_name_is_only_text():
    text = PdfReader(io.BytesIO(pdf_of('#panic("x") $y$ *z*').content)).pages[0].extract_text()
    assert '#panic("x")' in text.replace("“", '"').replace("”", '"').replace("«", '"').replace("»", '"')


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_certificate_is_one_tagged_page_in_its_language_with_a_link(language):
    reader = PdfReader(io.BytesIO(pdf_of("Айпери Садыкова", language).content))

    links = [note.get_object()["/A"]["/URI"] for note in reader.pages[0].get("/Annots", [])]
    assert (len(reader.pages), reader.trailer["/Root"]["/Lang"], set(links)) == (1, language, {ADDRESS})


def test_a_hundred_and_fifty_letters_stay_on_one_page():
    assert len(PdfReader(io.BytesIO(pdf_of("Щ" * 75 + " " + "Ж" * 74).content)).pages) == 1


def test_the_qr_code_is_a_drawing_with_a_quiet_zone():
    assert qr_svg(ADDRESS).startswith("<svg")


@pytest.mark.skipif(which("pdftoppm") is None, reason="poppler-utils is not installed")
def test_names_leave_ink_where_they_stand():
    """Text can be right in the file and the drawing wrong: two names must look different."""

    def picture(name):
        made = subprocess.run(
            ["pdftoppm", "-r", "40", "-gray", "-singlefile"],
            input=pdf_of(name).content,
            capture_output=True,
            check=True,
        )  # noqa: S607
        return made.stdout

    pictures = [picture(name) for name in (NAMES["Armenian"], NAMES["Georgian"], NAMES["Kazakh"], " ")]
    dark = [sum(value < 90 for value in image) for image in pictures]
    assert len(set(pictures)) == 4
    assert [amount > dark[-1] for amount in dark[:3]] == [True, True, True]


@pytest.mark.django_db
def test_the_holder_takes_the_file_in_each_language(client):
    given = certificate()
    client.force_login(given.holder)

    for language in ("ru", "en"):
        response = client.get(f"/ru/my/certificates/{given.code}/{language}.pdf")
        assert (response.status_code, response.content[:4], response["Cache-Control"]) == (
            200,
            b"%PDF",
            "private, no-store",
        )


@pytest.mark.django_db
def test_nobody_else_gets_the_file_and_other_languages_have_none(client):
    given = certificate()
    client.force_login(make_member())
    assert client.get(f"/ru/my/certificates/{given.code}/ru.pdf").status_code == 404
    client.force_login(given.holder)
    assert client.get(f"/ru/my/certificates/{given.code}/hy.pdf").status_code == 404


@pytest.mark.django_db
def test_a_name_no_font_has_sends_the_holder_to_change_it(client):
    given = certificate(name="Имя 𓀀")
    client.force_login(given.holder)

    response = client.get(f"/ru/my/certificates/{given.code}/ru.pdf")

    assert (response.status_code, response.url) == (302, f"/ru/my/certificates/{given.code}/")
