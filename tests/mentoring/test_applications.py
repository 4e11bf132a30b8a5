"""What an applicant does: effects, letters, refusals that leave everything untouched, edges."""

from datetime import timedelta

import pytest

from mentoring.actions import applications as actions
from mentoring.models import Application, ApplicationSnapshot, MenteeProfilePage, MentoringRoundPage, Round
from mentoring.profile_fields import fingerprint
from mentoring.states import Standing
from network.content.models import Letter
from network.content.refusals import Refused
from network.members.history import history_of
from network.members.models import Consent
from tests.factories.members import NOW, make_member
from tests.factories.mentoring import (
    ALL_TOPICS,
    CONSENTED,
    ELIGIBLE,
    make_draft,
    make_mentor,
    make_round,
    make_sent,
)

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def submit(application, *, at=NOW, consented=CONSENTED, language="ru", by=None):
    return actions.submit_application(
        application=application, consented=consented, language=language, by=by or application.person, at=at
    )


def untouched(application):
    row = Application.objects.filter(pk=application.pk).values().get()
    return row, ApplicationSnapshot.objects.count(), Letter.objects.count(), Consent.objects.count()


class TestSubmitting:
    def test_leaves_a_page_a_snapshot_consents_history_and_a_letter(self):
        application = make_draft()

        snapshot = submit(application)

        application.refresh_from_db()
        assert (application.state, application.reference, application.sent_at) == (
            "submitted",
            "M27-0001",
            NOW,
        )
        assert application.mentee_profile.title == "M27-0001"
        assert (snapshot.number, snapshot.answers) == (1, application.working_copy)
        assert set(Consent.objects.values_list("purpose", flat=True)) == CONSENTED
        assert {consent.subject for consent in Consent.objects.all()} == {"M27-0001"}
        assert [entry.verb for entry in history_of(application)] == [
            "submit_application",
            "begin_application",
        ]
        letter = Letter.objects.get()
        assert (letter.kind, letter.to) == ("mentoring/receipt", application.person.email)
        assert "M27-0001" in letter.subject

    def test_twice_by_an_impatient_thumb_is_once(self):
        application = make_draft()

        first, second = submit(application), submit(application, at=NOW + SECOND)

        assert first == second
        assert (
            Letter.objects.count(),
            ApplicationSnapshot.objects.count(),
            MenteeProfilePage.objects.count(),
        ) == (1, 1, 1)
        assert Round.objects.get().last_number == 1

    def test_a_new_version_keeps_the_number_and_the_page(self):
        application = make_sent()
        actions.save_step(
            application=application, step="question", answers={"question": "Иначе", "success": "Да"},
            by=application.person, at=NOW,
        )  # fmt: skip

        snapshot = submit(application, consented=set())

        application.refresh_from_db()
        assert (snapshot.number, application.reference) == (2, "M27-0001")
        assert MenteeProfilePage.objects.get().question == "Иначе"
        assert Letter.objects.count() == 2

    def test_what_is_saved_does_not_count_before_it_is_sent(self):
        application = make_sent()

        actions.save_step(
            application=application, step="question", answers={"question": "Иначе", "success": "Да"},
            by=application.person, at=NOW,
        )  # fmt: skip

        assert MenteeProfilePage.objects.get().question == "Как найти партнёра?"

    def test_to_the_last_second_and_not_one_later(self):
        round = make_round()
        deadline = round.page.mentee_deadline
        early, late = make_draft(round=round), make_draft(round=round)

        submit(early, at=deadline - SECOND)
        before = untouched(late)
        with pytest.raises(Refused, match="закрылся"):
            submit(late, at=deadline)

        assert untouched(late) == before

    @pytest.mark.parametrize("missing", sorted(CONSENTED))
    def test_each_needed_consent_is_needed(self, missing):
        application = make_draft()
        before = untouched(application)

        with pytest.raises(Refused, match="согласия"):
            submit(application, consented=CONSENTED - {missing})

        assert untouched(application) == before

    def test_a_topic_withdrawn_meanwhile_is_named(self):
        application = make_draft()
        MentoringRoundPage.objects.update(topics=[code for code in ALL_TOPICS if code != "funding"])
        before = untouched(application)

        with pytest.raises(Refused, match="Гранты и деньги"):
            submit(application)

        assert untouched(application) == before

    def test_fewer_places_a_mentor_than_she_wrote(self):
        application = make_draft("mentor", places=3)
        MentoringRoundPage.objects.update(most_places=2)

        with pytest.raises(Refused, match="не больше 2"):
            submit(application)

    def test_what_is_missing_is_named(self):
        application = make_draft(success=None)

        with pytest.raises(Refused, match="Каким будет успех"):
            submit(application)

    def test_not_eligible_is_refused(self):
        application = make_draft()
        Application.objects.update(eligibility={"adult": "no"})

        with pytest.raises(Refused, match="вопросы в начале"):
            submit(application)

    def test_by_somebody_else_is_refused(self):
        application = make_draft()

        with pytest.raises(Refused, match="не ваша"):
            submit(application, by=make_member())

    def test_corrections_are_taken_after_the_deadline_until_their_own(self):
        application = make_sent()
        deadline = application.round.page.mentee_deadline
        Application.objects.update(state=Standing.NEEDS_CHANGES, changes_due_at=deadline + timedelta(days=3))
        Application.objects.update(working_copy={**application.working_copy, "question": "Точнее"})

        submit(application, at=deadline + timedelta(days=2))

        application.refresh_from_db()
        assert (application.state, application.asked_steps, application.changes_due_at) == (
            "submitted",
            [],
            None,
        )

    def test_corrections_after_their_own_deadline_are_refused(self):
        application = make_sent()
        Application.objects.update(state=Standing.NEEDS_CHANGES, changes_due_at=NOW + SECOND)

        with pytest.raises(Refused, match="исправления"):
            submit(application, at=NOW + SECOND)


class TestBeginning:
    def test_what_the_account_knows_need_not_be_written_again(self):
        person = make_member(name="Айпери")
        person.profile.country, person.profile.city = "KG", "Ош"
        person.profile.save()

        application = actions.begin_application(
            round=make_round(), side="mentee", person=person, eligibility=ELIGIBLE, language="ru", at=NOW
        )

        known = {name: application.working_copy[name] for name in ("name", "country", "city")}
        assert known == {"name": "Айпери", "country": "KG", "city": "Ош"}

    def test_her_own_words_for_a_step_stand_alone(self):
        person = make_member()
        person.profile.country, person.profile.city = "AM", "Гюмри"
        person.profile.save()

        application = actions.begin_application(
            round=make_round(), side="mentee", person=person, eligibility=ELIGIBLE, language="ru", at=NOW,
            answers={"name": "Бермет", "country": "KG"},
        )  # fmt: skip

        assert application.working_copy == {"name": "Бермет", "country": "KG"}

    def test_twice_is_once(self):
        round, person = make_round(), make_member()

        one, other = (
            actions.begin_application(
                round=round, side="mentee", person=person, eligibility=ELIGIBLE, language="ru", at=NOW
            )
            for _ in range(2)
        )

        assert one == other

    def test_before_the_call_opens(self):
        round = make_round(mentee_call_opens_at=NOW + SECOND)

        with pytest.raises(Refused, match="ещё не открыт"):
            actions.begin_application(
                round=round, side="mentee", person=make_member(), eligibility=ELIGIBLE, language="ru", at=NOW
            )

    def test_mentees_wait_for_the_call_of_mentors(self):
        with pytest.raises(Refused, match="Сначала мы зовём наставников"):
            make_draft(round=make_round("mentor_call"))

    def test_one_person_may_stand_on_both_sides(self):
        round, person = make_round(), make_member()

        make_draft("mentee", round=round, person=person)
        make_draft("mentor", round=round, person=person)

        assert Application.objects.filter(person=person).count() == 2


class TestSaving:
    def test_an_older_form_never_writes_over_a_newer_one(self):
        application = make_draft()
        shown = fingerprint(
            {"question": application.working_copy["question"], "success": application.working_copy["success"]}
        )
        save = {
            "application": application,
            "step": "question",
            "by": application.person,
            "at": NOW,
            "seen": shown,
        }
        actions.save_step(answers={"question": "С телефона", "success": "да"}, **save)

        with pytest.raises(actions.Overtaken) as overtaken:
            actions.save_step(answers={"question": "С ноутбука", "success": "да"}, **save)

        assert overtaken.value.there == {"question": "С телефона", "success": "да"}
        application.refresh_from_db()
        assert application.working_copy["question"] == "С телефона"

    def test_another_step_changed_elsewhere_is_no_conflict(self):
        application = make_draft()
        actions.save_step(
            application=application, step="you", answers={"name": "Иная"}, by=application.person, at=NOW
        )

        actions.save_step(
            application=application, step="topics", answers={"topics": ["campaigns"]}, by=application.person, at=NOW,
            seen=fingerprint(
                {"topics": ["funding", "campaigns"]}
            ),
        )  # fmt: skip

        application.refresh_from_db()
        assert (application.working_copy["name"], application.working_copy["topics"]) == (
            "Иная",
            ["campaigns"],
        )

    def test_after_a_decision_nothing_can_be_saved(self):
        application = make_mentor()

        with pytest.raises(Refused, match="уже нельзя изменить"):
            actions.save_step(
                application=application, step="about", answers={"bio": "x"}, by=application.person, at=NOW
            )


class TestLeaving:
    def test_a_withdrawn_application_can_be_taken_up_again(self):
        application = make_sent()

        actions.withdraw_application(application=application, by=application.person, at=NOW, why="передумала")
        actions.come_back(application=application, by=application.person, at=NOW)
        submit(application, consented=set())

        application.refresh_from_db()
        assert (application.state, application.reference, application.withdrawn_at) == (
            "submitted",
            "M27-0001",
            None,
        )
        kinds = list(Letter.objects.order_by("pk").values_list("kind", flat=True))
        assert kinds[:2] == ["mentoring/receipt", "mentoring/withdrawn"]

    def test_not_after_the_deadline(self):
        application = make_sent()
        actions.withdraw_application(application=application, by=application.person, at=NOW)

        with pytest.raises(Refused, match="закрылся"):
            actions.come_back(
                application=application, by=application.person, at=application.round.page.mentee_deadline
            )

    def test_a_draft_is_thrown_away_with_what_hangs_on_it(self):
        application = make_draft()
        actions.save_equity(
            application=application, answers={"place": "village"}, by=application.person, at=NOW
        )

        actions.discard_draft(application=application, by=application.person, at=NOW)

        assert Application.objects.count() == 0

    def test_what_was_sent_is_not_thrown_away(self):
        application = make_sent()

        with pytest.raises(Refused, match="отправлена"):
            actions.discard_draft(application=application, by=application.person, at=NOW)

        assert Application.objects.count() == 1


class TestPlaces:
    def change(self, application, places, paused_until=None):
        return actions.change_places(
            application=application, places=places, paused_until=paused_until, by=application.person, at=NOW
        )

    def test_fewer_places_stand_at_once(self):
        application = make_mentor()

        self.change(application, 1)

        application.refresh_from_db()
        assert (application.mentor_profile.places, application.working_copy["places"]) == (1, 1)

    def test_not_below_what_is_taken(self, monkeypatch):
        application = make_mentor()
        monkeypatch.setattr("mentoring.rules.applications.places_taken", lambda pks: {application.pk: 2})

        with pytest.raises(Refused, match="Уже занято 2 места"):
            self.change(application, 1)

        application.refresh_from_db()
        assert application.mentor_profile.places == 2
        assert self.change(application, 2).pk == application.pk

    @pytest.mark.parametrize("places", [-1, 4])
    def test_within_the_limits_of_the_round(self, places):
        with pytest.raises(Refused, match="не больше 3"):
            self.change(make_mentor(), places)

    def test_mentees_have_none(self):
        with pytest.raises(Refused):
            self.change(make_sent(), 1)
