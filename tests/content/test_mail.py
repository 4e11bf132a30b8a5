from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.mail import get_connection, send_mail

from network.content.mail.delivery import LEASE, WAITS, deliver_due
from network.content.mail.writing import Attachment, render_letter, write_letter
from network.content.models import ContactMessage, Letter
from network.content.schedules import purge_old_rows

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def write(**fields):
    message = ContactMessage(kind="contact", text=fields.pop("text", "Здравствуйте"), language="ru")
    return write_letter(
        "contact_message",
        **{"to": "a@example.org", "language": "ru", "context": {"message": message}, "at": NOW, **fields},
    )


class Down:
    """A mail server that refuses."""

    def __init__(self, *args, **kwargs):
        pass

    def send_messages(self, messages):
        raise ConnectionRefusedError("no mail today")


@pytest.fixture
def server_down(settings):
    settings.OUTBOX_DELIVERY_BACKEND = f"{__name__}.Down"


def test_letter_is_written_in_the_language_of_its_reader(db):
    assert (write().subject, write(language="en").subject) == ("Сообщение с сайта", "A message from the site")


def test_nothing_is_sent_before_the_worker_comes(db):
    write()

    assert mail.outbox == []


def test_worker_sends_text_and_html_once(db):
    write(attachments=(Attachment("a.ics", "text/calendar", b"BEGIN:VCALENDAR"),))

    sent = [deliver_due(at=NOW), deliver_due(at=NOW + timedelta(hours=1))]

    assert sent == [1, 0]
    assert [message.to for message in mail.outbox] == [["a@example.org"]]
    assert [kind for _body, kind in mail.outbox[0].alternatives] == ["text/html"]
    assert mail.outbox[0].attachments[0][:2] == ("a.ics", "BEGIN:VCALENDAR")
    assert Letter.objects.get().state == Letter.State.SENT


def test_same_key_is_the_same_letter(db):
    assert write(once_key="k") is not None
    assert write(once_key="k") is None
    assert Letter.objects.count() == 1


def test_server_down_postpones_and_loses_nothing(db, server_down):
    letter = write()

    assert deliver_due(at=NOW) == 0

    letter.refresh_from_db()
    assert (letter.state, letter.tries, letter.try_after) == ("waiting", 1, NOW + WAITS[0])
    assert letter.last_error == "ConnectionRefusedError: no mail today"


def test_letter_is_given_up_after_the_last_wait_and_stays_visible(db, server_down):
    letter = write()
    at = NOW
    for _ in range(len(WAITS) + 1):
        deliver_due(at=at)
        at += timedelta(days=2)

    letter.refresh_from_db()
    assert (letter.state, letter.tries) == ("failed", len(WAITS) + 1)


def test_letter_of_a_killed_worker_goes_out_after_its_lease_with_the_same_message_id(db):
    letter = write()
    Letter.objects.update(state=Letter.State.SENDING, try_after=NOW + LEASE, tries=1)

    assert deliver_due(at=NOW + LEASE - timedelta(seconds=1)) == 0
    assert deliver_due(at=NOW + LEASE) == 1
    assert mail.outbox[0].extra_headers["Message-ID"].startswith(f"<{letter.uuid}@")


def test_mail_of_libraries_goes_through_the_outbox(db):
    outbox = get_connection("network.content.mail.backend.OutboxBackend")
    send_mail("Subject", "Text", None, ["b@example.org"], connection=outbox)

    letter = Letter.objects.get()
    assert (letter.to, letter.state) == ("b@example.org", "waiting")
    assert mail.outbox == []


@pytest.mark.parametrize("name", ["A\nBcc: x@example.org", "A\r\nX: y", "A\u202etxt", "A\x00"])
def test_no_name_can_add_a_header_or_turn_the_heading(db, name):
    subject, _text, _html = render_letter("test_subject", {"name": name}, language="ru")

    assert "\n" not in subject
    assert "\r" not in subject
    assert "\u202e" not in subject


def test_html_of_a_letter_escapes_what_people_wrote(db):
    letter = write(text='<script>alert(1)</script> & "words"')

    assert "<script>" not in letter.html
    assert "<script>alert(1)</script>" in letter.text


def test_old_letters_are_purged_and_waiting_ones_kept(db):
    write()
    write()
    Letter.objects.filter(pk=Letter.objects.first().pk).update(state="sent", sent_at=NOW)

    purge_old_rows(at=NOW + timedelta(days=91))

    assert [letter.state for letter in Letter.objects.all()] == ["waiting"]
