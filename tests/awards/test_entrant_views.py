"""The entrant's screens: what she meets, without a script, in both languages, with bad input."""

import hashlib
import json
import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils.translation import override

from network.awards.answers import digest
from network.awards.models import Entry, EntryAttachment, SetAside
from network.awards.questions import ELIGIBILITY, PART_CODES
from network.content.models import Letter
from tests.factories import awards as make
from tests.factories import uploads

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _during_the_call():
    with time_machine.travel(make.DURING, tick=False):
        yield


@pytest.fixture
def author(client):
    user = make.person()
    client.force_login(user)
    return user


def url(name, entry, *args):
    return reverse(f"awards:{name}", args=[entry.reference, *args])


def test_the_whole_way_without_a_script(client, author):
    round = make.award_round()
    begin = reverse("awards:begin", args=["a27"])

    assert client.get(begin).status_code == 200
    response = client.post(begin, {q.code: "yes" for q in ELIGIBILITY}, follow=True)
    entry = Entry.objects.get()
    assert response.redirect_chain == [(url("entry", entry), 302)]

    answers = make.full_answers()
    for code in PART_CODES:
        form = client.get(url("part", entry, code)).context["form"]
        data = {"base": form.initial["base"]}
        for name in form.writable:
            value = answers[name]
            if isinstance(value, list) and value and isinstance(value[0], dict):
                for n, row in enumerate(value):
                    data |= {f"{name}-{n}-{column}": cell for column, cell in row.items()}
            elif value not in (False, None):
                data[name] = "on" if value is True else value
        assert client.post(url("part", entry, code), data).status_code == 302

    preview = client.get(url("preview", entry)).content.decode()
    assert "Читатели двух сёл" in preview
    response = client.post(url("send", entry), follow=True)
    entry.refresh_from_db()
    assert (entry.state, entry.round) == ("submitted", round)
    text = response.content.decode()
    assert all(part in text for part in ("A27-0001", entry.current_snapshot.sha256))
    assert entry.page.answers()["partners"] == answers["partners"]
    assert Letter.objects.filter(kind="awards/receipt").count() == 1


def test_the_preview_of_the_jury_holds_no_names(client, author):
    entry = make.draft(by=author, answers=make.full_answers())

    sections = client.get(url("preview", entry)).context["sections"]

    shown = json.dumps(
        [[str(line.value) for line in section.lines] for section in sections], ensure_ascii=False
    )
    assert not any(name in shown for name in ("Дилижана", "Нарине", "Районная", "Кочкор", "aiperi@"))
    assert "Выбирала книги" in shown


def test_the_frozen_text_is_what_was_hashed(client, author):
    entry = make.sent(by=author)

    response = client.get(url("frozen_text", entry, 1))

    assert hashlib.sha256(response.content).hexdigest() == entry.current_snapshot.sha256
    assert response["Content-Disposition"] == 'attachment; filename="A27-0001-1.json"'


NAMES = [
    ("entry", ()), ("part", ("project",)), ("preview", ()), ("send", ()), ("receipt", (1,)), ("frozen_text", (1,)),
    ("authors", ()), ("files", ()), ("withdraw", ()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "args"), NAMES, ids=lambda value: str(value))
def test_a_foreign_entry_answers_like_a_missing_one(client, author, name, args):
    foreign = make.sent()

    responses = [
        client.get(reverse(f"awards:{name}", args=[reference, *args]))
        for reference in (foreign.reference, "A27-9999")
    ]

    assert [response.status_code for response in responses] == [404, 404]
    assert responses[0].content.replace(foreign.reference.encode(), b"") == responses[1].content.replace(
        b"A27-9999", b""
    )


@pytest.mark.parametrize(("name", "args"), NAMES, ids=lambda value: str(value))
def test_a_stranger_is_asked_to_sign_in(client, name, args):
    entry = make.sent()

    response = client.get(url(name, entry, *args))

    assert response.status_code == 302
    assert "/account/login/" in response["Location"]


def test_no_ends_the_questions_with_its_reason(client, author):
    make.award_round()
    begin = reverse("awards:begin", args=["a27"])

    text = client.post(begin, {q.code: "yes" for q in ELIGIBILITY} | {"abroad": "no"}).content.decode()
    again = client.post(begin, {q.code: "yes" for q in ELIGIBILITY}).content.decode()

    with override("ru"):
        assert str(ELIGIBILITY[1].why)[:40] in text
        assert str(ELIGIBILITY[1].why)[:40] in again
    assert Entry.objects.count() == 0


def test_unanswered_questions_keep_the_form(client, author):
    make.award_round()

    assert client.post(reverse("awards:begin", args=["a27"]), {"library": "yes"}).status_code == 422


def test_what_is_well_formed_is_kept_beside_what_is_not(client, author):
    entry = make.draft(by=author)

    response = client.post(
        url("part", entry, "evidence"),
        {
            "video": "javascript:alert(1)",
            "voices-0-text": "Я впервые получила письмо",
            "voices-0-who": "читательница",
        },
    )

    assert response.status_code == 422
    assert "javascript:alert(1)" in response.content.decode()
    assert entry.parts.get().data == {
        "voices": [{"text": "Я впервые получила письмо", "who": "читательница"}]
    }


@pytest.mark.parametrize("url_", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://x"])
def test_only_web_addresses_are_links(client, author, url_):
    entry = make.draft(by=author)

    response = client.post(url("part", entry, "evidence"), {"links-0-title": "Заметка", "links-0-url": url_})

    assert response.status_code == 422
    assert entry.parts.filter(data__links__isnull=False).count() == 0


def test_two_tabs_lose_nothing(client, author):
    entry = make.draft(by=author)
    page = url("part", entry, "answers")
    first = {"base": client.get(page).context["form"].initial["base"], "need": "Первая вкладка"}
    second = {"base": client.get(page).context["form"].initial["base"], "need": "Вторая вкладка"}

    client.post(page, first)
    response = client.post(page, second, follow=True)

    aside = SetAside.objects.get()
    text = response.content.decode()
    assert response.redirect_chain[0][0] == url("aside", entry, aside.pk)
    assert "Первая вкладка" in text
    assert "Вторая вкладка" in text

    base = response.context["form"].initial["base"]
    client.post(url("aside", entry, aside.pk), {"base": base, "need": "Обе вкладки"})
    assert entry.parts.get(code="answers").data["need"] == "Обе вкладки"
    aside.refresh_from_db()
    assert aside.resolved_at is not None


def test_the_script_saves_and_is_told_of_a_conflict(client, author):
    entry = make.draft(by=author)
    page, headers = url("part", entry, "answers"), {"X-Requested-With": "autosave"}
    old = client.get(page).context["form"].initial["base"]

    saved = client.post(page, {"base": old, "need": "Одно"}, headers=headers).json()
    refused = client.post(page, {"base": old, "need": "Другое"}, headers=headers)

    assert saved["saved"] is True
    assert json.loads(saved["base"])["need"] == digest("Одно")
    assert (refused.status_code, refused.json()["conflict"]) == (
        409,
        url("aside", entry, SetAside.objects.get().pk),
    )


@pytest.mark.parametrize("base", ["", "{", "[]", "null", '{"need": 5}', "x" * 6000])
def test_a_rubbish_base_never_loses_text(client, author, base):
    entry = make.draft(by=author, answers={"need": "Старое"})

    response = client.post(url("part", entry, "answers"), {"base": base, "need": "Новое"})

    assert response.status_code in {302, 422}
    kept = entry.parts.get(code="answers").data["need"]
    assert kept == "Старое"
    assert SetAside.objects.get().data == {"need": "Новое"}


def test_after_the_deadline_her_text_stays_on_her_screen(client, author):
    entry = make.draft(by=author, answers={"need": "Старое"})
    with time_machine.travel(make.AFTER, tick=False):
        client.force_login(author)
        response = client.post(url("part", entry, "answers"), {"base": "{}", "need": "Поздние слова"})

    assert response.status_code == 409
    assert "Поздние слова" in response.content.decode()
    assert entry.parts.get(code="answers").data["need"] == "Старое"


def test_sending_twice_from_two_devices_is_one_receipt(client, author):
    entry = make.draft(by=author, answers=make.full_answers())

    places = [client.post(url("send", entry))["Location"] for _device in range(2)]

    assert places == [url("receipt", entry, 1)] * 2
    assert Letter.objects.filter(kind="awards/receipt").count() == 1


def test_sending_after_the_deadline_says_why(client, author):
    entry = make.draft(by=author, answers=make.full_answers())
    with time_machine.travel(make.DEADLINE + timedelta(minutes=15, seconds=1), tick=False):
        client.force_login(author)
        response = client.post(url("send", entry))

    entry.refresh_from_db()
    assert (response.status_code, entry.state) == (409, "draft")


def test_looking_changes_nothing(client, author):
    entry = make.sent(by=author)
    before = Entry.objects.values().get()

    for name, args in NAMES:
        client.get(url(name, entry, *args))
        client.head(url(name, entry, *args))

    assert Entry.objects.values().get() == before


def attach(client, entry, body=None, name="снимок.jpg", **words):
    body = uploads.picture() if body is None else body
    data = {"file": uploads.upload(body, name), "alt_text": "Выставка", "names_nobody": "on", **words}
    return client.post(url("files", entry), data)


def test_a_file_is_kept_and_served_privately(client, author):
    entry = make.draft(by=author)

    assert attach(client, entry).status_code == 302
    file = EntryAttachment.objects.get()
    response = client.get(url("file", entry, file.uuid))

    assert b"".join(response.streaming_content) == file.file.read()
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"].startswith("private, no-store")
    assert set(response["Content-Security-Policy"].split("; ")) == {"default-src 'none'", "sandbox"}
    assert "снимок" not in file.file.name
    assert file.uuid.hex in file.file.name


def test_a_file_is_for_its_authors_and_the_secretary(client, author):
    entry = make.sent(by=author)
    attach(client, entry)
    file = url("file", entry, EntryAttachment.objects.get().uuid)

    for user, status in (
        (make.person(), 404),
        (make.secretary(), 200),
        (make.chair(), 200),
        (make.person(role="editor"), 404),
    ):
        client.force_login(user)
        assert client.get(file).status_code == status
    client.logout()
    assert client.get(file).status_code == 302


def test_a_draft_of_others_has_no_files_for_the_secretary(client, author):
    entry = make.draft(by=author)
    attach(client, entry)
    client.force_login(make.secretary())

    assert client.get(url("file", entry, EntryAttachment.objects.get().uuid)).status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<svg onload=alert(1)>",
        b"MZ" + bytes(99),
        uploads.huge_png(),
        uploads.docx({"word/vbaProject.bin": b"x"}),
    ],
)
def test_bad_files_are_refused_beside_the_field(client, author, body):
    entry = make.draft(by=author)

    response = attach(client, entry, body, "файл.pdf")

    assert response.status_code == 422
    assert len(response.context["form"].errors["file"]) == 1
    assert EntryAttachment.objects.count() == 0


def test_the_same_file_twice_is_one_file(client, author):
    entry = make.draft(by=author)

    attach(client, entry)
    attach(client, entry)

    assert EntryAttachment.objects.count() == 1


def test_an_entry_has_at_most_ten_pictures(client, author):
    entry = make.draft(by=author)
    for width in range(40, 50):
        assert attach(client, entry, uploads.picture(size=(width, 30))).status_code == 302

    assert attach(client, entry, uploads.picture(size=(50, 30))).status_code == 422
    assert EntryAttachment.objects.count() == 10


def test_files_together_have_a_limit(client, author):
    entry = make.draft(by=author)
    attach(client, entry)
    EntryAttachment.objects.update(size=60 * 1024 * 1024)

    assert attach(client, entry, uploads.pdf()).status_code == 422


def test_a_removed_file_of_a_draft_leaves_the_disk(client, author, django_capture_on_commit_callbacks):
    entry = make.draft(by=author)
    attach(client, entry)
    file = EntryAttachment.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url("remove_file", entry, file.uuid))

    assert EntryAttachment.objects.count() == 0
    assert not file.file.storage.exists(file.file.name)


def test_a_removed_file_that_was_sent_stays_for_the_receipt(client, author):
    entry = make.draft(by=author, answers=make.full_answers())
    attach(client, entry)
    client.post(url("send", entry))
    file = EntryAttachment.objects.get()

    client.post(url("remove_file", entry, file.uuid))

    file.refresh_from_db()
    assert file.removed_at is not None
    assert client.get(url("file", entry, file.uuid)).status_code == 404
    assert file.sha256 in entry.snapshots.get().body


def test_text_of_members_is_never_mark_up(client, author):
    evil = '<script>alert(1)</script>{{ 7|add:7 }}{% now "Y" %}'
    entry = make.sent(by=author, need=evil, project_title=evil)

    for name, args in (("entry", ()), ("preview", ()), ("receipt", (1,)), ("part", ("answers",))):
        text = client.get(url(name, entry, *args)).content.decode()
        assert "<script>alert" not in text
        assert ">14" not in text


def test_a_wrong_answer_is_kept_and_said_at_its_field(client, author):
    entry = make.draft(by=author)
    page = url("part", entry, "project")
    long = "слово " * 230

    response = client.post(
        page, {"project_title": "Мост", "summary": long, "starts": "2026-05-01", "ends": "2026-02-01"}
    )

    form = response.context["form"]
    assert response.status_code == 422
    assert set(form.errors) == {"summary", "ends"}
    assert Entry.objects.get(pk=entry.pk).project_title == "Мост"
    steps = client.get(url("part", entry, PART_CODES[1])).context["steps"]
    assert steps[0]["state"] == "todo"


def test_a_figure_of_an_entry_says_what_it_counts(client, author):
    entry = make.draft(by=author, answers=make.full_answers())

    text = client.get(url("preview", entry)).content.decode()

    assert re.findall(r'<span class="quiet">([^<]+):</span> 84<', text) == ["Получилось", "Получилось"]
