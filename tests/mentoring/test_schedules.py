"""Reminders, promised erasures, pages that show a deadline."""

from datetime import UTC, datetime, time, timedelta

import pytest

from mentoring import schedules
from mentoring.actions.purging import announce_and_purge
from mentoring.actions.reminding import remind_of_drafts
from mentoring.models import Application, ApplicationSnapshot, MenteeProfilePage
from mentoring.queries.clock import has_boundary_between
from network.content.models import Letter
from network.content.tasks.schedules import jobs
from tests.factories.members import NOW
from tests.factories.mentoring import make_draft, make_round, make_sent

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def kinds():
    return list(Letter.objects.order_by("pk").values_list("kind", flat=True))


class TestReminders:
    def test_after_a_week_and_two_days_before_the_deadline_each_once(self):
        draft = make_draft()
        deadline = draft.round.page.mentee_deadline
        moments = [
            NOW + 6 * DAY,
            NOW + 7 * DAY,
            NOW + 8 * DAY,
            deadline - 2 * DAY,
            deadline - DAY,
            deadline,
            deadline + DAY,
        ]

        counts = []
        for at in moments:
            remind_of_drafts(at=at)
            counts.append(Letter.objects.count())

        assert counts == [0, 1, 1, 2, 2, 2, 2]
        assert set(kinds()) == {"mentoring/draft-waits"}

    def test_what_was_sent_needs_none(self):
        make_sent()

        remind_of_drafts(at=NOW + 8 * DAY)

        assert kinds() == ["mentoring/receipt"]


def over(application, days):
    """The moment so many days after the end of the round."""
    return datetime.combine(application.round.page.pairs_until, time(12), UTC) + timedelta(days=days)


class TestPurging:
    def test_a_draft_goes_90_days_after_the_round_announced_14_days_before(self):
        draft = make_draft()

        states = []
        for days in (75, 76, 77, 89, 90):
            announce_and_purge(at=over(draft, days))
            states.append((Application.objects.count(), Letter.objects.count()))

        assert states == [(1, 0), (1, 1), (1, 1), (1, 1), (0, 1)]
        assert kinds() == ["mentoring/will-be-purged"]

    def test_nothing_goes_that_was_not_announced_in_time(self):
        draft = make_draft()

        announce_and_purge(at=over(draft, 200))
        announce_and_purge(at=over(draft, 201))
        assert Application.objects.count() == 1
        announce_and_purge(at=over(draft, 214))

        assert Application.objects.count() == 0

    @pytest.mark.parametrize(("state", "field"), [("declined", "decided_at"), ("withdrawn", "withdrawn_at")])
    def test_answers_of_a_finished_application_go_after_180_days(self, state, field):
        application = make_sent()
        reason = "topic" if state == "declined" else ""
        Application.objects.update(state=state, decline_reason=reason, **{field: NOW})

        announce_and_purge(at=NOW + 166 * DAY)
        announce_and_purge(at=NOW + 179 * DAY)
        assert MenteeProfilePage.objects.count() == 1
        announce_and_purge(at=NOW + 180 * DAY)
        announce_and_purge(at=NOW + 181 * DAY)

        application.refresh_from_db()
        assert (application.person, application.working_copy, application.search_text) == (None, {}, "")
        assert (application.state, application.reference) == (state, "M27-0001")
        assert (MenteeProfilePage.objects.count(), ApplicationSnapshot.objects.count()) == (0, 0)
        assert kinds() == ["mentoring/receipt", "mentoring/will-be-purged"]

    def test_what_stands_is_left(self):
        application = make_sent()

        announce_and_purge(at=over(application, 1000))

        assert Application.objects.get().working_copy != {}


class TestDeadlines:
    def test_pages_are_made_anew_when_a_call_closes(self, monkeypatch):
        forgotten = []
        monkeypatch.setattr("mentoring.schedules.forget_pages", lambda: forgotten.append(True))
        deadline = make_round().page.mentee_deadline

        for seconds in (-61, -1, 0, 60, 181):
            schedules.show_deadlines(at=deadline + timedelta(seconds=seconds))

        assert len(forgotten) == 2

    def test_a_moment_lies_in_one_span_only(self):
        deadline = make_round().page.mentee_deadline

        assert not has_boundary_between(deadline, deadline + DAY)
        assert has_boundary_between(deadline - DAY, deadline)


def test_the_jobs_are_known_to_the_worker():
    assert {job.code for job in schedules.JOBS} <= {job.code for job in jobs()}
