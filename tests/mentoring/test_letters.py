"""Every letter about an application reads well in Russian and in English, and lies in the reader's own zone."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from mentoring.actions.applications import submit_application
from mentoring.notices.readers import preview
from network.content.models import Letter
from tests.factories.members import NOW
from tests.factories.mentoring import CONSENTED, make_draft, make_round, make_sent

pytestmark = pytest.mark.django_db
MINE = (
    "receipt", "withdrawn", "draft-waits", "will-be-purged", "accepted", "needs-changes", "waitlisted", "declined",
    "letter", "renewed", "invited",
)  # fmt: skip
FACTS = {
    "version": 1, "sha256": "0" * 64, "sent_at": "—", "message": "—", "steps": [], "due": "—", "reason": "", "on": "—",
    "is_draft": True, "subject": "—", "text": "—", "expires": "—", "invitation_url": "https://x.example/",
}  # fmt: skip
CYRILLIC, LATIN_WORD = re.compile(r"[а-яё]", re.I), re.compile(r"\b[a-z]{4,}\b")
NOT_WORDS = re.compile(r"https?://\S+|\S+@\S+|[0-9a-f]{64}")


@pytest.mark.parametrize("side", ["mentee", "mentor"])
@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", MINE)
def test_a_letter_speaks_one_language(name, language, side):
    application = make_sent(
        side,
        name="Aiperi" if language == "en" else "Айпери",
        round=make_round(title="2027", contact_name="2027"),
    )
    application.person.profile.letters_language = language
    application.person.profile.time_zone = "Asia/Bishkek"
    application.person.profile.save()

    _reader, subject, text = preview(name, application, **FACTS)

    words = (
        NOT_WORDS.sub("", f"{subject}\n{text}")
        .replace("Библиотечные диалоги", "")
        .replace("Library Dialogues", "")
    )
    assert (subject.strip() != "", len(text) > 60) == (True, True)
    assert (LATIN_WORD if language == "ru" else CYRILLIC).findall(words) == []


def test_the_deadline_is_said_in_her_zone_and_in_the_rounds():
    draft = make_draft()
    draft.person.profile.time_zone = "Asia/Bishkek"
    draft.person.profile.save()

    submit_application(application=draft, consented=CONSENTED, language="ru", by=draft.person, at=NOW)

    assert (
        "15 марта 2027, 18:00, Бишкек (UTC+6) (15 марта 2027, 15:00, Москва (UTC+3))"
        in Letter.objects.get().text
    )


def test_signs_of_html_stay_signs_in_the_text():
    application = make_sent(name="A & <b>")

    assert "A & <b>" in Letter.objects.get().text
    assert "<b>" not in Letter.objects.get().html.split("<body>")[1]
    assert application.reference in Letter.objects.get().html


def test_every_letter_of_ours_is_tried_here():
    folder = Path(settings.BASE_DIR) / "templates" / "mail" / "mentoring"

    assert [name for name in MINE if not (folder / f"{name}.txt").exists()] == []
    assert translation.get_language() == "ru"
