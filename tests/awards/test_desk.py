"""The secretary's screens: filters, search, pages, letters as they will read, tables, who gets in."""

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from network.awards.models import AwardRound, Entry, EntrySnapshot, SubmissionPage
from network.content.desk import waiting_for
from network.content.models import Letter
from network.members.models import HistoryEntry, ReadingEntry
from network.members.roles import Role
from tests.factories import awards as make
from tests.factories.members import PASSWORD
from tests.members.walking import signed_in

pytestmark = pytest.mark.django_db
LIST = reverse("awards_desk:entries")


@pytest.fixture(autouse=True)
def _after_the_deadline():
    with time_machine.travel(make.AFTER, tick=False):
        yield


@pytest.fixture
def desk(client):
    client.force_login(make.secretary())
    return client


def references(response):
    return [entry.reference for entry in response.context["listed"].rows]


@pytest.fixture
def three():
    round = make.award_round()
    return [
        make.sent(round=round, project_title="Ёлка на двоих", country="KG"),
        make.sent(
            round=round, project_title="Карта памяти", country="BY", entry_language="en", nomination="small"
        ),
        make.sent(round=round, project_title="Мост", country="RU", organisation="Библиотека имени Ёлкина"),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["A27-0001", "A27-0002", "A27-0003"]),
        ("?q=ЕЛК", ["A27-0001", "A27-0003"]),
        ("?q=елка+двоих", ["A27-0001"]),
        ("?q=a27-0002", ["A27-0002"]),
        ("?country=BY", ["A27-0002"]),
        ("?language=en", ["A27-0002"]),
        ("?nomination=small", ["A27-0002"]),
        ("?state=admitted", []),
        ("?round=A27&state=submitted", ["A27-0001", "A27-0002", "A27-0003"]),
        ("?waits=screening", []),
        ("?waits=second", []),
        ("?order=-submitted_at", ["A27-0003", "A27-0002", "A27-0001"]),
        ("?q=%00%27%22%25&state=rubbish&round=99&p=abc", ["A27-0001", "A27-0002", "A27-0003"]),
        ("?p=999999", ["A27-0001", "A27-0002", "A27-0003"]),
    ],
)
def test_filters(desk, three, query, found):
    response = desk.get(LIST + query)
    if response.status_code == 400:
        assert "%00" in query
        return

    assert references(response) == found


def test_the_line_of_the_dashboard_counts_what_its_list_shows(desk, three, client):
    AwardRound.objects.update(phase="screening")
    desk.post(reverse("awards_desk:ineligible", args=["A27-0002"]), {"reason": "period", "words": ""})

    lines = {str(line.url): line.count for line in waiting_for(desk.get("/admin/").wsgi_request)}

    assert lines == {f"{LIST}?waits=screening": 2}
    assert references(desk.get(f"{LIST}?waits=screening")) == ["A27-0001", "A27-0003"]
    client.force_login(make.chair())
    lines = {str(line.url): line.count for line in waiting_for(client.get("/admin/").wsgi_request)}
    assert lines == {f"{LIST}?waits=second": 1}


def test_nominations_stand_in_the_readers_language(desk, three):
    for language, title, small in (
        ("ru", "Мост года", "Малая"),
        ("en", "Bridge of the Year", "Small library"),
    ):
        page = make.round_page(three[0].round, language=language, title=title)
        page.nominations = [("nomination", {"code": "small", "title": small, "text": ""})]
        page.save()

    text = desk.get(LIST, headers={"accept-language": "en"}).content.decode()

    assert "<td>Small library</td>" in text
    assert ">A27 · Bridge of the Year</option>" in text
    assert "<td>Малая" not in text


def test_drafts_are_their_authors_own(desk):
    make.draft(answers={"project_title": "Тайна"})

    assert references(desk.get(LIST)) == []
    assert desk.get(reverse("awards_desk:entry", args=["A27-0001"])).status_code == 404


def fill(round, number, author):
    """So many sent entries, made without actions: only their number matters."""
    from wagtail.models import Page

    model = make.sent(round=round, by=author)
    page, snapshot = model.page, model.current_snapshot
    base = Page.objects.get(pk=page.pk)
    pages = [
        Page(
            path=f"{base.path[:-8]}Z{n:07d}"[:12], depth=base.depth, title=f"{round.code}-{n:05d}", slug=f"x{n}", url_path=f"/x{n}/",
            content_type_id=base.content_type_id, locale_id=base.locale_id, live=False, draft_title="x",
        )
        for n in range(number)
    ]  # fmt: skip
    for n, one in enumerate(pages):
        one.path = base.path[:-4] + _base36(n + 1000)
    Page.objects.bulk_create(pages, batch_size=500)
    pages = list(Page.objects.filter(slug__startswith="x", title__startswith=round.code).order_by("pk"))
    from django.db import connection

    table, columns = (
        SubmissionPage._meta.db_table,
        [f.column for f in SubmissionPage._meta.local_fields if f.column != "page_ptr_id"],
    )
    with connection.cursor() as cursor:
        for chunk in (pages[i : i + 500] for i in range(0, len(pages), 500)):
            keys = ", ".join(str(one.pk) for one in chunk)
            names = ", ".join(columns)
            cursor.execute(
                f"INSERT INTO {table} (page_ptr_id, {names}) SELECT p.id, {', '.join('s.' + c for c in columns)} "  # noqa: S608
                f"FROM wagtailcore_page p, {table} s WHERE s.page_ptr_id = {page.pk} AND p.id IN ({keys})"
            )
    Entry.objects.bulk_create(
        [
            Entry(
                round=round, reference=one.title, page_id=one.pk, state="submitted", current_snapshot=snapshot, project_title=f"Проект {n}",
                search_text=f"проект {n}", created_at=make.DURING, updated_at=make.DURING, submitted_at=make.DURING, country="KG",
            )
            for n, one in enumerate(pages)
        ],
        batch_size=300,
    )  # fmt: skip


def _base36(number):
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    text = ""
    while number:
        number, rest = divmod(number, 36)
        text = digits[rest] + text
    return text.rjust(4, "0")


def ours(queries):
    return [q["sql"] for q in queries if "awards_" in q["sql"]]


def test_the_list_costs_the_same_at_one_and_at_ten_thousand(desk, django_assert_max_num_queries):
    round = make.award_round()
    make.sent(round=round)
    everything = f"{LIST}?q=проект&round=A27&state=submitted&country=KG&order=-submitted_at"
    with django_assert_max_num_queries(60) as few:
        desk.get(everything)
    fill(round, 10_000, make.person())

    with django_assert_max_num_queries(60) as many:
        response = desk.get(everything)

    assert response.context["listed"].total == 10_000
    # The first had nothing to show, so it did not read the rows of a page.
    assert len(ours(many.captured_queries)) <= 12
    assert len(ours(many.captured_queries)) - len(ours(few.captured_queries)) <= 1


def test_the_last_page_asks_no_more_than_the_first(desk, django_assert_max_num_queries):
    round = make.award_round()
    fill(round, 1_000, make.person())
    desk.get(LIST)

    with django_assert_max_num_queries(60) as first:
        desk.get(LIST)
    with django_assert_max_num_queries(60) as last:
        response = desk.get(f"{LIST}?p=21")

    assert len(references(response)) == 1
    assert len(last.captured_queries) == len(first.captured_queries)
    # Rows are read by their keys; only keys are skipped over.
    (keys,) = [q["sql"] for q in last.captured_queries if "OFFSET" in q["sql"]]
    assert keys.startswith('SELECT "awards_entry"."id" AS "pk" FROM')


def test_opening_an_entry_is_noted(desk, three):
    desk.get(reverse("awards_desk:entry", args=["A27-0001"]))

    entry = three[0]
    assert list(ReadingEntry.objects.values_list("subject_type", "subject_id", "purpose")) == [
        ("awards.entry", str(entry.pk), "screening")
    ]


def test_a_letter_is_read_before_it_is_sent(desk, three):
    page = reverse("awards_desk:admit", args=["A27-0001"])

    preview = desk.post(page, {"words": "Спасибо!", "preview": "1"})
    assert (
        Letter.objects.filter(kind="awards/admitted").count(),
        Entry.objects.get(pk=three[0].pk).state,
    ) == (0, "submitted")
    (letter,) = preview.context["letters"]
    desk.post(page, {"words": "Спасибо!"})

    sent = Letter.objects.get(kind="awards/admitted")
    assert (sent.subject, sent.text) == (letter.subject, letter.text)


def test_the_desk_walks_an_entry_through_repair_and_refusal(desk, three):
    at = timezone.localtime(make.AFTER + timezone.timedelta(days=7)).strftime("%Y-%m-%dT%H:%M")

    desk.post(
        reverse("awards_desk:return", args=["A27-0001"]),
        {"questions": ["city"], "message": "Город?", "due_at": at},
    )
    desk.post(reverse("awards_desk:ineligible", args=["A27-0002"]), {"reason": "period", "words": ""})
    proposal = three[1].screenings.get()
    desk.post(reverse("awards_desk:confirm", args=["A27-0002", proposal.pk]))
    assert [Entry.objects.get(pk=e.pk).state for e in three] == ["returned", "submitted", "submitted"]

    desk.force_login(make.chair())
    desk.post(reverse("awards_desk:confirm", args=["A27-0002", proposal.pk]))

    assert [Entry.objects.get(pk=e.pk).state for e in three] == ["returned", "ineligible", "submitted"]


@pytest.mark.parametrize("post", [{}, {"reason": "rubbish"}, {"reason": "other", "words": ""}])
def test_a_wrong_form_changes_nothing(desk, three, post):
    response = desk.post(reverse("awards_desk:ineligible", args=["A27-0001"]), post)

    assert response.status_code == 422
    assert three[0].screenings.count() == 0


@pytest.mark.parametrize("due_at", ["", "2001-01-01T10:00"])
@pytest.mark.parametrize("preview", [{}, {"preview": "1"}])
def test_a_returned_form_keeps_what_was_typed(desk, three, due_at, preview):
    words = "Не хватает письма партнёра & печати"
    page = reverse("awards_desk:return", args=["A27-0001"])

    response = desk.post(page, {"questions": ["city"], "message": words, "due_at": due_at, **preview})

    form = response.context["return_form"]
    assert response.status_code == (409 if due_at else 422)
    assert (form["message"].value(), form["questions"].value()) == (words, ["city"])
    assert "Не хватает письма партнёра &amp; печати" in response.content.decode()
    assert '<details class="desk-box" open>' in response.content.decode()
    assert Entry.objects.get(pk=three[0].pk).state == "submitted"


def test_tables_hold_no_formula(three):
    entry, by = three[0], make.secretary()
    by.set_password(PASSWORD)
    by.save()
    desk = signed_in(by)
    Entry.objects.filter(pk=entry.pk).update(project_title="=cmd|' /C calc'!A0", organisation="＝1+1")

    text = b"".join(desk.get(reverse("awards_desk:csv")).streaming_content).decode("utf-8-sig")
    book = desk.get(reverse("awards_desk:xlsx"))

    assert "'=cmd|" in text
    assert ",=cmd" not in text
    assert "'＝1+1" in text
    assert book["Content-Type"].endswith("spreadsheetml.sheet")
    assert HistoryEntry.objects.filter(verb="awards.export").count() == 2


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("", 302),
        (Role.EDITOR, 403),
        (Role.COORDINATOR, 403),
        (Role.ADMINISTRATOR, 403),
        (Role.AWARD_CHAIR, 200),
        (Role.AWARD_SECRETARY, 200),
    ],
)
def test_who_comes_to_the_desk(client, three, role, status):
    client.force_login(make.person(role=role or None))

    for name, args in (("entries", []), ("entry", ["A27-0001"]), ("round", ["a27"])):
        assert client.get(reverse(f"awards_desk:{name}", args=args)).status_code in (
            {302, 403} if status != 200 else {200}
        )


def test_history_of_sendings_shows_what_changed(desk, three):
    author = three[0].authors.get().user
    with time_machine.travel(make.DURING, tick=False):
        make.write(three[0], {"need": "Совсем другие слова."}, by=author)
        from network.awards.actions.sending import submit

        submit(entry=three[0], by=author, at=make.DURING)

    changes = desk.get(reverse("awards_desk:entry", args=["A27-0001"])).context["changes"]

    ((snapshot, differing),) = changes
    assert (snapshot.number, [line for change in differing for line in change.lines if line[0] != " "]) == (
        2,
        [("-", "Соседи читают разное и не знают друг о друге."), ("+", "Совсем другие слова.")],
    )
    assert EntrySnapshot.objects.count() == 4
