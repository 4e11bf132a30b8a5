"""Files from a plan: every slot is in them, nothing in them runs."""

import io
import json
import zipfile
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override
from docx import Document
from icalendar import Calendar
from pypdf import PdfReader

from courses.documents.calendar import calendar_file
from courses.documents.letter import LETTER_SLOTS
from courses.documents.outline import outline
from courses.queries.work import lines_of
from courses.slots import SLOTS, Kind
from courses.values import MOST, MOST_CELL, MOST_ROWS
from tests.factories.courses import AT, fill, full_values, plan_of, sample_value
from tests.factories.members import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_russian():
    """Another test's request may have left its language active."""
    with override("ru"):
        yield


EQUALS = '=cmd|" /C calc"!A0'


@pytest.fixture
def plan(client):
    user = make_member()
    client.force_login(user)
    return plan_of(user)


def file_of(client, plan, name):
    response = client.get(f"/ru/my/plans/{plan.uuid}/files/{name}")
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    assert response["Content-Disposition"] == f'attachment; filename="dialogue-{name}"'
    return response.content


def docx_parts(content):
    """Headings with what stands under each: paragraphs and cells, in order."""
    document, found, here = Document(io.BytesIO(content)), {}, None
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            found[here] += [tuple(cell.text for cell in row.cells) for row in block.rows]
        elif block.style.name == "Heading 2":
            here = block.text
            found[here] = []
        elif here and not block.style.name.startswith("Heading") and block.text:
            found[here].append(block.text)
    return document, found


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_slot_is_in_the_word_file_under_its_label(client, plan, language):
    fill(plan, full_values())

    document, found = docx_parts(file_of(client, plan, f"plan-{language}.docx"))

    with override(language):
        lines = [line for section in outline(lines_of(plan)) for line in section.lines]
        expected = {line.label: [line.columns, *line.rows] if line.rows else [line.text] for line in lines}
    assert len(expected) == len(SLOTS)
    assert found == expected
    assert document.core_properties.language == language
    assert document.core_properties.title == plan.title


def test_a_word_file_has_real_headings_and_header_rows_and_no_fields(client, plan):
    fill(plan, full_values() | {"challenge.words": EQUALS, "theme.questions": [{"question": EQUALS}]})

    content = file_of(client, plan, "plan-ru.docx")

    document, found = docx_parts(content)
    xml = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    headings = [p for p in document.paragraphs if p.style.name == "Heading 1"]
    tables = [slot for slot in SLOTS if slot.kind == Kind.ROWS]
    assert (len(headings), xml.count("w:tblHeader"), len(document.tables)) == (15, len(tables), len(tables))
    assert [sign for sign in ("w:instrText", "w:fldSimple", "w:object") if sign in xml] == []
    assert found["Наша трудность в двадцати словах"] == [EQUALS]


def test_what_xml_cannot_hold_does_not_stop_a_word_file(client, plan):
    fill(plan, {"challenge.words": "до\x0bпосле \ufffe <&>"})

    _document, found = docx_parts(file_of(client, plan, "plan-ru.docx"))

    assert found["Наша трудность в двадцати словах"] == ["допосле  <&>"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_pdf_is_tagged_names_its_language_and_holds_the_words(client, plan, language):
    fill(plan, full_values() | {"challenge.words": EQUALS + " #import sys $x$ *звёзды*"})

    reader = PdfReader(io.BytesIO(file_of(client, plan, f"plan-{language}.pdf")))

    text = "".join("\n".join(page.extract_text() for page in reader.pages).split())
    root = reader.trailer["/Root"]
    assert (
        root["/Lang"],
        root["/MarkInfo"]["/Marked"],
        "pdfuaid" in reader.xmp_metadata.stream.get_data().decode(),
    ) == (language, True, True)
    assert ("#importsys$x$*звёзды*" in text, "=cmd|" in text) == (True, True)


def test_a_sign_without_a_glyph_does_not_stop_the_pdf_and_is_said(client, plan):
    fill(plan, {"challenge.words": "Слово 𓀀 и 𒀀"})

    reader = PdfReader(io.BytesIO(file_of(client, plan, "plan-ru.pdf")))

    assert "нетвнашихшрифтах" in "".join(reader.pages[0].extract_text().split())


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_letter_as_a_word_file_marks_gaps_and_foreign_lines(client, plan, language):
    fill(plan, {"theme.title": "Первый проект"})

    document = Document(io.BytesIO(file_of(client, plan, f"letter-{language}.docx")))

    marked = [run.text for p in document.paragraphs for run in p.runs if run.font.highlight_color]
    assert ("Первый проект" in marked) is (language == "en")
    assert len([text for text in marked if text.startswith("[")]) == len(LETTER_SLOTS)


def calendar_of(client, plan, language="ru"):
    return Calendar.from_ical(file_of(client, plan, f"calendar-{language}.ics"))


def meeting(**fields):
    row = {
        "title": "Встреча",
        "date": "2027-04-06",
        "time": "16:00",
        "timezone": "Asia/Bishkek",
        "minutes": "90",
        "repeat": "",
        "times": "",
    }
    return {"format.meetings": [row | fields]}


def test_a_meeting_has_its_zone_its_length_and_a_description_of_the_zone(client, plan):
    fill(plan, meeting())

    calendar = calendar_of(client, plan)

    event = calendar.walk("VEVENT")[0]
    assert event.start == datetime(2027, 4, 6, 16, 0, tzinfo=ZoneInfo("Asia/Bishkek"))
    assert (event.duration.total_seconds(), event["SUMMARY"]) == (5400, "Встреча")
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Bishkek"]


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"repeat": "once"}, None),
        ({"repeat": "weekly", "times": "5"}, "FREQ=WEEKLY;COUNT=5"),
        ({"repeat": "fortnightly", "times": "3"}, "FREQ=WEEKLY;COUNT=3;INTERVAL=2"),
        ({"repeat": "monthly", "times": "3"}, "FREQ=MONTHLY;COUNT=3"),
        ({"repeat": "weekday", "times": "3"}, "FREQ=MONTHLY;COUNT=3;BYDAY=1TU"),
        ({"repeat": "weekday", "times": "3", "date": "2027-03-30"}, "FREQ=MONTHLY;COUNT=3;BYDAY=-1TU"),
        ({"repeat": "monthly", "times": "3", "date": "2027-01-31"}, "FREQ=MONTHLY;COUNT=3;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"),
        ({"repeat": "weekly"}, "FREQ=WEEKLY;UNTIL=20280405T235900Z"),
    ],
)  # fmt: skip
def test_repetition(client, plan, fields, rule):
    fill(plan, meeting(**fields))

    event = calendar_of(client, plan).walk("VEVENT")[0]

    assert (event["RRULE"].to_ical().decode() if "RRULE" in event else None) == rule


def test_without_a_number_of_times_a_repetition_ends_with_the_dialogue(client, plan):
    fill(plan, meeting(repeat="weekly") | {"format.duration": 6})

    rule = calendar_of(client, plan).walk("VEVENT")[0]["RRULE"]

    assert rule["UNTIL"][0].date() == date(2027, 10, 6)


def test_a_meeting_without_an_hour_takes_the_day_and_one_without_a_day_is_left_out(client, plan):
    fill(
        plan,
        {"format.meetings": [meeting(time="")["format.meetings"][0], meeting(date="")["format.meetings"][0]]},
    )

    events = calendar_of(client, plan).walk("VEVENT")

    assert [event.start for event in events] == [date(2027, 4, 6)]


def test_steps_stand_as_days_and_as_tasks_and_dated_letters_as_days(client, plan):
    steps = [
        {"action": EQUALS, "owner": "Айпери", "date": "2027-10-12"},
        {"action": "Без даты", "owner": "", "date": ""},
    ]
    fill(
        plan,
        {
            "evaluation.steps": steps,
            "format.first_contact": "2027-01-25",
            "evaluation.next_contact": "2027-11-10",
        },
    )

    calendar = calendar_of(client, plan)

    assert [(event.start, event.end) for event in calendar.walk("VEVENT")][0] == (
        date(2027, 10, 12),
        date(2027, 10, 13),
    )
    assert [str(todo["SUMMARY"]) for todo in calendar.walk("VTODO")] == [f"{EQUALS} (Айпери)"]
    assert len(calendar.walk("VEVENT")) == 3


def test_the_same_entries_keep_their_names_in_every_language(client, plan):
    fill(plan, full_values())
    names = [
        {str(part["UID"]) for part in calendar_of(client, plan, code).walk() if "UID" in part}
        for code in ("ru", "en")
    ]
    assert (names[0] == names[1], len(names[0])) == (True, 2 + 2 * 2 + 2)


def test_the_file_for_machines_holds_every_line_with_its_origin(client, plan):
    values = full_values()
    fill(plan, values)

    data = json.loads(file_of(client, plan, "plan.json"))

    assert {line["slot"]: line["value"] for line in data["lines"]} == values
    assert data["lines"][0]["labels"]["en"] == [
        "Purpose and definition",
        "What our dialogue is, in one sentence",
    ]
    assert {line["language"] for line in data["lines"]} == {"ru"}


@pytest.mark.parametrize(
    "name", ["plan-ru.docx", "plan-en.pdf", "letter-ru.docx", "calendar-en.ics", "plan.json"]
)
def test_an_empty_plan_gives_every_file(client, plan, name):
    assert len(file_of(client, plan, name)) > 100


@pytest.mark.parametrize(
    "name", ["plan-xx.docx", "plan-hy.pdf", "letter-ru.pdf", "calendar-ru.docx", "other", "plan-ru.docx.exe"]
)
def test_a_file_that_does_not_exist(client, plan, name):
    assert client.get(f"/ru/my/plans/{plan.uuid}/files/{name}").status_code == 404


def longest_values():
    values = {}
    for slot in SLOTS:
        value = sample_value(slot)
        if slot.kind == Kind.TEXT:
            value = "ж" * MOST
        elif slot.kind == Kind.ROWS:
            value = [
                {
                    c: cell if slot.code == "format.meetings" or c == "date" else "ж" * MOST_CELL
                    for c, cell in value[0].items()
                }
            ] * MOST_ROWS
        values[slot.code] = value
    return values


def test_the_longest_plan_there_can_be_gives_every_file(client, plan):
    """Measured: PDF 0.4 s, DOCX 0.3 s, calendar 0.2 s on two busy cores, so none of them waits for a worker."""
    fill(plan, longest_values())
    sizes = [
        len(file_of(client, plan, name))
        for name in ("plan-ru.docx", "plan-ru.pdf", "calendar-ru.ics", "plan.json")
    ]
    assert min(sizes) > 10_000


def test_a_meeting_without_a_zone_is_in_the_learners_own(plan):
    values = meeting(timezone="")
    calendar = Calendar.from_ical(calendar_file(plan, values, zone="Asia/Yerevan", at=AT))
    assert str(calendar.walk("VEVENT")[0].start.tzinfo) == "Asia/Yerevan"
