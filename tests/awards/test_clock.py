"""What the clock does: reminders, closing, lapsing, erasing. Each job run twice does nothing twice."""

from datetime import timedelta

import pytest

from network.awards.actions import clock
from network.awards.actions.sending import withdraw
from network.awards.models import AwardRound, Entry, SubmissionPage
from network.awards.states import Phase
from network.content.models import Letter
from tests.factories import awards as make

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def letters(kind):
    return Letter.objects.filter(kind=f"awards/{kind}").count()


@pytest.mark.parametrize(
    ("left", "hours"),
    [(73, None), (72, 72), (25, 72), (24, 24), (4, 24), (3, 3), (1, 3), (0, None), (-1, None)],
)
def test_a_draft_is_reminded_of_what_is_left(left, hours):
    entry = make.draft()

    clock.remind(at=make.DEADLINE - left * HOUR)
    clock.remind(at=make.DEADLINE - left * HOUR)

    found = Letter.objects.filter(kind="awards/reminder")
    assert [letter.once_key.rpartition(":")[2] for letter in found] == ([str(hours)] if hours else [])
    assert all(entry.reference in letter.subject for letter in found)


def test_what_was_sent_is_not_reminded():
    make.sent()

    clock.remind(at=make.DEADLINE - 3 * HOUR)

    assert letters("reminder") == 0


def test_the_call_closes_after_the_grace_and_drafts_lapse():
    round = make.award_round()
    lapsing, kept = make.draft(round=round), make.sent(round=round)

    clock.close_rounds(at=round.grace_ends_at)
    round.refresh_from_db()
    assert round.phase == Phase.CALLED

    for _again in range(2):
        clock.close_rounds(at=round.grace_ends_at + timedelta(seconds=1))

    round.refresh_from_db()
    lapsing.refresh_from_db()
    kept.refresh_from_db()
    assert round.phase == Phase.SCREENING
    assert (lapsing.state, kept.state) == (Entry.State.EXPIRED, Entry.State.SUBMITTED)
    assert letters("expired") == 1


def test_an_extended_draft_does_not_lapse_with_the_others():
    round = make.award_round()
    entry = make.draft(round=round)
    Entry.objects.filter(pk=entry.pk).update(extended_until=make.DEADLINE + timedelta(days=2))

    clock.close_rounds(at=make.DEADLINE + timedelta(days=1))
    entry.refresh_from_db()
    assert entry.state == Entry.State.DRAFT

    clock.close_rounds(at=make.DEADLINE + timedelta(days=2, seconds=1))
    entry.refresh_from_db()
    assert entry.state == Entry.State.EXPIRED


def test_a_lapsed_draft_is_erased_after_a_warning():
    round = make.award_round()
    entry = make.draft(round=round, answers={"need": "Слова черновика"})
    clock.close_rounds(at=make.AFTER)

    clock.purge(at=make.AFTER + timedelta(days=75))
    assert letters("purge_warning") == 0
    for _again in range(2):
        clock.purge(at=make.AFTER + timedelta(days=80))
    assert letters("purge_warning") == 1
    clock.purge(at=make.AFTER + timedelta(days=91))

    entry.refresh_from_db()
    assert (entry.state, entry.parts.count(), entry.authors.filter(user__isnull=False).count()) == (
        "purged",
        0,
        0,
    )


def test_a_sent_entry_keeps_its_number_and_fingerprint_when_its_words_go():
    author = make.person()
    entry = make.sent(by=author)
    sha256 = entry.current_snapshot.sha256
    withdraw(entry=entry, by=author, at=make.DURING)
    results = AwardRound.objects.get().release_at

    clock.purge(at=results + timedelta(days=364))
    entry.refresh_from_db()
    assert entry.state == Entry.State.WITHDRAWN
    clock.purge(at=results + timedelta(days=366))

    entry.refresh_from_db()
    snapshot, page = entry.snapshots.get(), SubmissionPage.objects.get()
    assert entry.state == Entry.State.PURGED
    assert (snapshot.sha256, snapshot.body, snapshot.content) == (sha256, "", {})
    assert (page.project_title, page.partners, page.country) == ("", [], "KG")
    assert entry.project_title == ""


def test_kept_pages_are_made_anew_when_a_round_opens_or_closes(monkeypatch):
    make.award_round()
    calls = []
    monkeypatch.setattr(clock, "forget_pages", lambda: calls.append(1))

    clock.refresh_pages(at=make.OPENS - timedelta(minutes=10))
    clock.refresh_pages(at=make.DURING)
    assert calls == []

    clock.refresh_pages(at=make.OPENS + timedelta(seconds=20))
    clock.refresh_pages(at=make.DEADLINE + timedelta(seconds=20))
    assert calls == [1, 1]
