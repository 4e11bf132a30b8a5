"""Lines of a plan under two hands: nothing is ever lost."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from courses.actions import archive_plan, delete_plan, restore_line, take_events
from courses.models import LearningEvent, Plan, PlanValue, PlanValueVersion
from network.content.refusals import Refused
from network.members.models import HistoryEntry
from tests.factories.courses import AT, fill, line_event, plan_of
from tests.factories.members import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_russian():
    """Another test's request may have left its language active."""
    with override("ru"):
        yield


SLOT = "challenge.words"
LATER = AT + timedelta(hours=1)


@pytest.fixture
def plan():
    return plan_of(make_member())


def take(plan, *events, at=LATER):
    return [
        outcome.result for outcome in take_events(user=plan.owner, events=list(events), at=at, plan=plan.uuid)
    ]


def current(plan):
    return plan.values.get(slot=SLOT).value


def kept(plan):
    return {(row.value, row.is_beside) for row in plan.versions.all()}


def test_a_form_filled_from_the_current_version_replaces_it_and_the_old_text_stays_among_the_versions(plan):
    fill(plan, {SLOT: "первый"})

    assert take(plan, line_event(SLOT, "второй", base=1)) == ["kept"]

    assert (current(plan), plan.values.get().version) == ("второй", 2)
    assert kept(plan) == {("первый", False), ("второй", False)}


def test_a_form_filled_from_an_older_version_never_writes_over_the_newer_text(plan):
    fill(plan, {SLOT: "первый"})
    take(plan, line_event(SLOT, "с телефона", base=1))

    assert take(plan, line_event(SLOT, "с компьютера", base=1)) == ["beside"]

    assert current(plan) == "с телефона"
    assert kept(plan) == {("первый", False), ("с телефона", False), ("с компьютера", True)}


def test_two_first_texts_at_once_are_both_kept(plan):
    assert take(plan, line_event(SLOT, "один", base=0)) == ["kept"]
    assert take(plan, line_event(SLOT, "другой", base=0)) == ["beside"]
    assert kept(plan) == {("один", False), ("другой", True)}


def test_the_same_text_again_changes_nothing_whatever_version_it_comes_from(plan):
    fill(plan, {SLOT: "первый"})

    assert take(plan, line_event(SLOT, "первый", base=0), line_event(SLOT, "первый", base=1)) == [
        "kept",
        "kept",
    ]

    assert (plan.values.get().version, plan.versions.count()) == (1, 1)


def test_the_losing_text_is_kept_once_however_often_it_is_sent(plan):
    fill(plan, {SLOT: "первый"})
    take(plan, line_event(SLOT, "второй", base=1))

    take(plan, line_event(SLOT, "третий", base=1))
    take(plan, line_event(SLOT, "третий", base=1))

    assert sorted(row.value for row in plan.versions.all()) == ["второй", "первый", "третий"]


def test_clearing_a_line_empties_it_and_keeps_the_text_among_the_versions(plan):
    fill(plan, {SLOT: "первый"})

    take(plan, line_event(SLOT, "", base=1))

    assert current(plan) == ""
    assert kept(plan) == {("первый", False), ("", False)}


def test_clearing_from_an_old_form_does_not_empty_a_newer_text(plan):
    fill(plan, {SLOT: "первый"})
    take(plan, line_event(SLOT, "второй", base=1))

    assert take(plan, line_event(SLOT, "", base=1)) == ["beside"]

    assert (current(plan), plan.versions.count()) == ("второй", 2)


@pytest.mark.parametrize(
    ("minutes", "result", "stands"), [(5, "kept", "из браузера"), (-5, "beside", "в учётной записи")]
)
def test_from_a_browsers_store_the_newer_text_stands_and_the_older_one_is_kept(plan, minutes, result, stands):
    fill(plan, {SLOT: "в учётной записи"})

    assert take(plan, line_event(SLOT, "из браузера", at=AT + timedelta(minutes=minutes))) == [result]

    assert current(plan) == stands
    assert {value for value, _beside in kept(plan)} == {"в учётной записи", "из браузера"}


def test_a_line_without_a_plan_begins_one_in_the_language_of_the_learner():
    user = make_member()

    take_events(user=user, events=[line_event(SLOT, "text", language="en")], at=AT)

    assert [(plan.owner, plan.title) for plan in Plan.objects.all()] == [(user, "My dialogue plan")]


def test_lines_go_into_the_plan_chosen_last():
    user = make_member()
    old, new = plan_of(user, "Старый"), plan_of(user, "Новый", at=LATER)

    take_events(user=user, events=[line_event(SLOT, "куда?")], at=LATER)

    assert (old.values.count(), new.values.count()) == (0, 1)


def test_somebody_elses_plan_is_refused_like_none_and_stays_untouched(plan):
    stranger = make_member()

    with pytest.raises(Refused) as refused:
        take_events(user=stranger, events=[line_event(SLOT, "чужое")], at=AT, plan=plan.uuid)

    assert str(refused.value) == "Такого плана нет."
    assert PlanValue.objects.count() == LearningEvent.objects.count() == 0


def test_a_plan_that_was_put_away_takes_no_lines(plan):
    archive_plan(plan=plan, by=plan.owner, at=AT)

    with pytest.raises(Refused):
        take(plan, line_event(SLOT, "поздно"))

    assert PlanValue.objects.count() == 0


def test_an_earlier_text_comes_back_with_its_language_and_question(plan):
    take(plan, line_event(SLOT, "по-русски", prompt="Что?", prompt_language="ru"))
    take(plan, line_event(SLOT, "in English", base=1, language="en"))

    restore_line(plan=plan, version=plan.versions.get(version=1), by=plan.owner, at=LATER)

    row = plan.values.get()
    assert (row.value, row.language, row.prompt, row.version) == ("по-русски", "ru", "Что?", 3)
    assert PlanValueVersion.objects.count() == 3


def test_restoring_is_refused_to_a_stranger(plan):
    fill(plan, {SLOT: "моё"})

    with pytest.raises(Refused):
        restore_line(plan=plan, version=plan.versions.get(), by=make_member(), at=LATER)


def test_a_deleted_plan_takes_every_text_with_it_and_leaves_a_line_of_history(plan):
    fill(plan, {SLOT: "моё"})

    delete_plan(plan=plan, by=plan.owner, at=LATER)

    assert (Plan.objects.count(), PlanValueVersion.objects.count()) == (0, 0)
    assert [entry.verb for entry in HistoryEntry.objects.order_by("pk")] == ["begin_plan", "delete_plan"]


@pytest.mark.parametrize("verb", [archive_plan, delete_plan])
def test_nobody_elses_plan_can_be_changed(plan, verb):
    with pytest.raises(Refused):
        verb(plan=plan, by=make_member(), at=AT)

    assert Plan.objects.filter(pk=plan.pk, archived_at=None).exists()
