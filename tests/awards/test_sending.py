"""Sending: the page, the snapshot, the receipt; and everything by which sending is refused."""

import hashlib
import json
from datetime import timedelta

import pytest

from network.awards.actions.drafts import save_part
from network.awards.actions.sending import submit, withdraw
from network.awards.models import Entry, EntrySnapshot, SubmissionPage
from network.awards.questions import ON_PAGE
from network.content.models import Letter
from network.content.refusals import Refused
from network.members.models import HistoryEntry
from tests.factories import awards as make

pytestmark = pytest.mark.django_db


def test_sending_makes_page_snapshot_and_receipt():
    author = make.person()
    entry = make.draft(by=author, answers=make.full_answers())

    snapshot = submit(entry=entry, by=author, at=make.DURING)

    entry.refresh_from_db()
    assert entry.state == Entry.State.SUBMITTED
    assert entry.submitted_at == make.DURING
    assert entry.current_snapshot == snapshot
    assert (entry.page.title, entry.page.slug, entry.page.live) == ("A27-0001", "a27-0001", False)
    assert snapshot.sha256 == hashlib.sha256(snapshot.body.encode()).hexdigest()
    assert snapshot.deadline_applied == make.DEADLINE
    assert snapshot.received_at == make.DURING
    letter = Letter.objects.get(kind="awards/receipt")
    assert letter.to == author.email
    assert all(part in letter.text for part in ("A27-0001", snapshot.sha256, "1 февраля 2027"))


def test_what_was_answered_comes_back_from_the_page_alone():
    answers = make.full_answers()
    entry = make.sent()

    page = SubmissionPage.objects.get(pk=entry.page_id)

    for question in ON_PAGE:
        value = page.answers()[question.code]
        value = value.isoformat() if hasattr(value, "isoformat") else value
        assert value == answers[question.code], question.code


def test_contact_is_neither_on_the_page_nor_in_the_snapshot():
    entry = make.sent(contact_email="secret-contact@example.org")

    assert "secret-contact" not in entry.current_snapshot.body
    assert "secret-contact" not in json.dumps(entry.page.answers(), default=str)


def test_the_same_words_twice_are_one_sending():
    author = make.person()
    entry = make.sent(by=author)

    again = submit(entry=entry, by=author, at=make.DURING + timedelta(minutes=1))

    assert again == entry.current_snapshot
    assert EntrySnapshot.objects.count() == 1
    assert Letter.objects.filter(kind="awards/receipt").count() == 1
    assert HistoryEntry.objects.filter(verb="awards.submit").count() == 1


def test_changed_words_are_a_second_sending_of_the_same_page():
    author = make.person()
    entry = make.sent(by=author)
    page = entry.page_id
    make.write(entry, {"need": "Другие слова."}, by=author)

    second = submit(entry=entry, by=author, at=make.DURING + timedelta(hours=1))

    entry.refresh_from_db()
    assert (second.number, entry.current_snapshot, entry.page_id) == (2, second, page)
    assert entry.page.need == "Другие слова."
    assert [s.number for s in entry.snapshots.all()] == [1, 2]
    assert SubmissionPage.objects.count() == 1


@pytest.mark.parametrize(
    ("late", "is_taken", "seconds"),
    [
        (timedelta(seconds=-1), True, 0),
        (timedelta(0), True, 0),
        (timedelta(seconds=1), True, 1),
        (timedelta(minutes=15), True, 900),
        (timedelta(minutes=15, seconds=1), False, None),
    ],
)
def test_a_draft_has_the_deadline_and_its_grace(late, is_taken, seconds):
    author = make.person()
    entry = make.draft(by=author, answers=make.full_answers())
    at = make.DEADLINE + late

    if not is_taken:
        with pytest.raises(Refused):
            submit(entry=entry, by=author, at=at)
        entry.refresh_from_db()
        assert (entry.state, entry.page) == (Entry.State.DRAFT, None)
        return

    assert submit(entry=entry, by=author, at=at).late_by_seconds == seconds


def test_what_was_sent_has_no_grace():
    author = make.person()
    entry = make.sent(by=author)
    make.write(entry, {"need": "Другие слова."}, by=author)

    with pytest.raises(Refused):
        submit(entry=entry, by=author, at=make.DEADLINE + timedelta(seconds=1))

    entry.refresh_from_db()
    assert entry.current_snapshot.number == 1


def test_an_incomplete_entry_is_not_sent():
    author = make.person()
    entry = make.draft(by=author, answers=make.full_answers(need=""))

    with pytest.raises(Refused):
        submit(entry=entry, by=author, at=make.DURING)

    entry.refresh_from_db()
    assert (entry.state, SubmissionPage.objects.count()) == (Entry.State.DRAFT, 0)


def test_strangers_do_not_send():
    entry = make.draft(answers=make.full_answers())

    with pytest.raises(Refused):
        submit(entry=entry, by=make.person(), at=make.DURING)


def test_snapshots_never_change():
    snapshot = make.sent().current_snapshot
    snapshot.body = "{}"

    with pytest.raises(Exception, match="never changed"):
        snapshot.save()


def test_a_withdrawn_entry_is_not_sent_again():
    author = make.person()
    entry = make.sent(by=author)

    withdraw(entry=entry, by=author, at=make.DURING)

    with pytest.raises(Refused):
        submit(entry=entry, by=author, at=make.DURING)
    with pytest.raises(Refused):
        save_part(entry=entry, code="answers", values={"need": "x"}, base={}, by=author, at=make.DURING)
    assert Letter.objects.filter(kind="awards/withdrawn").count() == 1


def test_sending_costs_few_queries(django_assert_max_num_queries):
    author = make.person()
    entry = make.draft(by=author, answers=make.full_answers())

    # Fifteen of ours and what Wagtail needs to add a page.
    with django_assert_max_num_queries(40) as queries:
        submit(entry=entry, by=author, at=make.DURING)

    ours = [
        q["sql"]
        for q in queries.captured_queries
        if "wagtailcore_" not in q["sql"] and "SAVEPOINT" not in q["sql"]
    ]
    assert len(ours) <= 15, "\n".join(q[:160] for q in ours)
