"""Rounds: codes, phases, who moves them, what the letters of an opened call do."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError

from mentoring.actions.calls import ask_for_notice
from mentoring.actions.rounds import move_phase
from mentoring.models import CallNotice, MentoringRoundPage, Round
from mentoring.rules.rounds import round_mistakes
from network.content.models import Letter
from network.content.refusals import Refused
from network.members.history import history_of
from network.members.roles import Role
from tests.factories.members import NOW, make_member
from tests.factories.mentoring import make_programme, make_round, make_sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(db):
    return make_member(Role.COORDINATOR)


def move(round, verb, by, at=NOW):
    return move_phase(round=round, verb=verb, by=by, at=at)


def test_rounds_of_one_year_have_codes_of_their_own():
    codes = [make_round("closed").code for _ in range(3)]

    assert codes == ["M27", "M27B", "M27C"]


def test_a_translation_of_a_round_has_no_record_of_its_own():
    round = make_round()
    english = round.page.get_parent().specific.copy_for_translation(_english(), copy_parents=True)

    copy = round.page.copy_for_translation(_english())

    assert english.locale == copy.locale
    assert Round.objects.get() == round


def _english():
    from tests.factories.content import locale

    return locale("en")


def test_a_revision_of_the_page_never_turns_the_phase_back(coordinator):
    round = make_round("preparing")
    old = round.page.save_revision()
    move(round, "open_mentor_call", coordinator)

    old.publish()

    assert Round.objects.get().phase == "mentor_call"


def test_the_way_of_a_round(coordinator):
    round = make_round("preparing")

    for verb in (
        "open_mentor_call",
        "open_mentee_call",
        "begin_review",
        "begin_matching",
        "start_running",
        "close",
    ):
        round = move(round, verb, coordinator)

    assert round.phase == "closed"
    assert [entry.verb for entry in history_of(round)][:2] == ["close", "start_running"]


@pytest.mark.parametrize(
    ("phase", "verb", "words"),
    [
        ("preparing", "begin_review", "другой этап"),
        ("closed", "open_mentor_call", "другой этап"),
        ("running", "call_off", "другой этап"),
    ],
)
def test_a_move_that_is_not_in_the_table(phase, verb, words, coordinator):
    round = make_round(phase)

    with pytest.raises(Refused, match=words):
        move(round, verb, coordinator)

    assert Round.objects.get().phase == phase


@pytest.mark.parametrize("role", ["", Role.EDITOR, Role.ADMINISTRATOR])
def test_only_a_coordinator_moves(role):
    with pytest.raises(Refused, match="только координатор"):
        move(make_round("preparing"), "open_mentor_call", make_member(role))


def test_matching_waits_for_every_answer(coordinator):
    application = make_sent()
    Round.objects.update(phase="review")

    with pytest.raises(Refused, match="Заявок без ответа: 1"):
        move(application.round, "begin_matching", coordinator)


def test_a_call_without_topics_or_page_or_time_is_not_opened(coordinator):
    for change, words in (
        ({"topics": []}, "нет тем"),
        ({"live": False}, "не опубликована"),
        ({"mentor_deadline": NOW}, "прошёл"),
    ):
        round = make_round("preparing", **change)
        with pytest.raises(Refused, match=words):
            move(round, "open_mentor_call", coordinator)


def test_one_round_calls_at_a_time(coordinator):
    make_round("mentee_call")

    with pytest.raises(Refused, match="Другой раунд"):
        move(make_round("preparing"), "open_mentor_call", coordinator)


class TestNotices:
    def test_one_letter_when_the_call_opens_and_the_address_is_gone(self, coordinator):
        round = make_round("mentor_call")
        ask_for_notice(email="A@example.org", side="mentee", language="en", at=NOW)
        ask_for_notice(email="b@example.org", side="mentor", language="ru", at=NOW)

        move(round, "open_mentee_call", coordinator)

        letter = Letter.objects.get()
        assert (letter.to, letter.language, letter.subject) == (
            "a@example.org",
            "en",
            "The call for mentees is open",
        )
        assert list(CallNotice.objects.values_list("email", flat=True)) == ["b@example.org"]

    def test_asked_twice_is_asked_once(self):
        for email in ("a@example.org", "A@EXAMPLE.org"):
            ask_for_notice(email=email, side="mentee", language="ru", at=NOW)

        assert CallNotice.objects.count() == 1

    def test_a_call_opened_again_writes_nobody(self, coordinator):
        round = make_round("review")
        ask_for_notice(email="a@example.org", side="mentee", language="ru", at=NOW)

        move(round, "reopen_calls", coordinator)

        assert (Letter.objects.count(), CallNotice.objects.count()) == (0, 1)


class TestThePage:
    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"time_zone": "Europe/Narnia"}, "time_zone"),
            ({"mentor_deadline": NOW - timedelta(days=30)}, "mentor_deadline"),
            ({"mentee_deadline": NOW - timedelta(days=30)}, "mentee_deadline"),
            ({"mentee_call_opens_at": NOW - timedelta(days=60)}, "mentee_call_opens_at"),
            ({"pairs_until": NOW.date()}, "pairs_until"),
            ({"topics": ["eating"]}, "topics"),
        ],
        ids=str,
    )
    def test_mistakes_are_named_at_their_field(self, change, field):
        page = make_round().page
        for name, value in change.items():
            setattr(page, name, value)

        assert list(round_mistakes(page)) == [field]
        with pytest.raises(ValidationError) as mistakes:
            page.clean()
        assert list(mistakes.value.message_dict) == [field]

    def test_a_good_page_has_none(self):
        assert round_mistakes(make_round().page) == {}

    def test_it_stands_under_the_programme_only(self):
        make_programme()

        assert [model.__name__ for model in MentoringRoundPage.allowed_parent_page_models()] == [
            "MentoringPage"
        ]


def test_the_front_page_tells_first_what_one_may_apply_to_today(django_assert_num_queries):
    make_round("mentee_call")
    make_round("preparing", at=NOW + timedelta(days=200))
    make_round("running", at=NOW - timedelta(days=60))
    programme = MentoringRoundPage.objects.first().get_parent().specific

    with time_machine.travel(NOW, tick=False), django_assert_num_queries(1):
        note = programme.next_date_note()

    assert note == "Заявки до 15 марта 2027, 15:00, Москва (UTC+3)"


def test_between_calls_the_front_page_tells_which_opens_soonest():
    for days in (60, 9):
        make_round("preparing", at=NOW + timedelta(days=days))
    programme = MentoringRoundPage.objects.first().get_parent().specific

    with time_machine.travel(NOW, tick=False):
        note = programme.next_date_note()

    assert note == "Набор наставников откроется 24 февраля 2027, 15:00, Москва (UTC+3)"
