"""The whole way with one jury of three and one laureate."""

from datetime import timedelta

import pytest
from django.core import mail
from wagtail.models import Locale

from network.awards.actions.deciding import approve, propose
from network.awards.actions.jury_clock import release_due
from network.awards.models import Decision, Entry, LaureatePage
from network.awards.states import Outcome, Phase
from network.content.models import Letter
from network.recognition.models import Certificate
from tests.factories.awards import award_round, chair, round_page, secretary
from tests.factories.jury import MEETING, deciding_round

pytestmark = pytest.mark.django_db


def test_from_names_to_a_laureate(home):
    Locale.objects.get_or_create(language_code="en")
    round = award_round()
    russian = round_page(round)
    english = russian.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    english.save_revision().publish()
    head, other = chair(), secretary()
    round, entries, jurors = deciding_round(round=round, chaired_by=head)
    best = round.nominations.get(code="best")

    decision = propose(
        round=round, nomination=best, lines={entries[0].reference: (Outcome.LAUREATE, "Ясная работа.", "")},
        words="Единогласно.", by=head, at=MEETING,
    )  # fmt: skip
    approve(decision=decision, by=other, at=MEETING)
    approve(decision=decision, by=head, at=MEETING)
    release_due(at=round.release_at - timedelta(minutes=1))
    round.refresh_from_db()
    assert round.phase == Phase.DECIDING

    release_due(at=round.release_at)

    round.refresh_from_db()
    assert (round.phase, round.released_at) == (Phase.RELEASED, round.release_at)
    assert list(Entry.objects.order_by("reference").values_list("state", "outcome")) == [
        ("decided", "laureate"), ("decided", "not_awarded"), ("decided", "not_awarded"),
    ]  # fmt: skip
    pages = LaureatePage.objects.order_by("locale__language_code")
    assert [(page.locale.language_code, page.live, page.title) for page in pages] == [
        ("en", False, "Проект 1"), ("ru", True, "Проект 1"),
    ]  # fmt: skip
    assert Letter.objects.filter(kind="awards/result").count() == 3
    assert list(Certificate.objects.order_by("subject").values_list("subject", "programme")) == [
        (entries[0].reference, "award-laureate"),
        (entries[1].reference, "award-participation"),
        (entries[2].reference, "award-participation"),
    ]
    assert mail.outbox == []
    assert Decision.objects.get().state == "released"
