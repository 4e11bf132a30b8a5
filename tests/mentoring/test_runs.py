"""Runs: asked for, computed, killed and taken over, published, refused."""

from datetime import timedelta

import pytest

from mentoring.actions.applications import withdraw_application
from mentoring.actions.publishing import publish_run
from mentoring.actions.runs import (
    compute_run,
    discard_run,
    fail_stuck_runs,
    lift_ruling,
    make_run,
    rule_on_pair,
)
from mentoring.models import Application, Avoidance, Pair, Ruling, Run
from mentoring.pair_states import PairState, RunState
from mentoring.queries.publishing import check_run
from mentoring.queries.results import Result
from network.content.models import Letter
from network.content.refusals import Refused
from network.members.history import history_of
from tests.factories import pairs as make
from tests.factories.members import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def round():
    return make.matching_round()


@pytest.fixture
def boss():
    return make.coordinator()


def queued(round, boss, **kwargs) -> Run:
    return make_run(
        round=round, policy=kwargs.pop("policy", {}), by=boss, at=NOW, enqueue=lambda run: None, **kwargs
    )


def computed(round, boss, **kwargs) -> Run:
    run = queued(round, boss, **kwargs)
    compute_run(run_id=run.pk, at=NOW, now=lambda: NOW)
    run.refresh_from_db()
    return run


def pairs_in(run) -> dict:
    return {pair["mentee"]: pair["mentor"] for pair in run.result["pairs"]}


def publish(run, boss, **kwargs):
    return publish_run(run=run, seen=check_run(run, at=NOW).fingerprint, by=boss, at=NOW, **kwargs)


def test_a_run_is_kept_whole(round, boss):
    mentee, mentor = make.mentee(round), make.mentor(round, places=2)

    run = computed(round, boss, policy={"goal": "everyone_first"}, note="первая")

    assert (run.state, run.number, run.matched, run.made_by) == (RunState.DRAFT, 1, 1, boss)
    assert run.input["mentees"][0]["application"] == mentee.pk
    assert run.input["mentors"][0]["capacity"] == 2
    assert run.result["input_sha256"] == run.input_sha256
    assert pairs_in(run) == {str(mentee.person_id): str(mentor.person_id)}
    assert [entry.verb for entry in history_of(run)] == ["finish_run", "make_run"]


def test_only_a_coordinator_makes_a_run(round):
    make.mentee(round), make.mentor(round)
    with pytest.raises(Refused, match="координатор"):
        queued(round, make.make_member("award-secretary"))
    assert Run.objects.count() == 0


@pytest.mark.parametrize(
    ("mentees", "mentors", "places", "sentence"),
    [
        (0, 1, 1, "Никто не ждёт пары"),
        (1, 0, 1, "Доступных наставников нет"),
        (1, 1, 0, "места у всех наставников заняты"),
    ],
)
def test_a_run_without_people_is_refused(round, boss, mentees, mentors, places, sentence):
    for _ in range(mentees):
        make.mentee(round)
    for _ in range(mentors):
        make.mentor(round, places=places)
    with pytest.raises(Refused, match=sentence):
        queued(round, boss)


def test_no_run_before_matching(boss):
    round = make.matching_round("review")
    make.mentee(round), make.mentor(round)
    with pytest.raises(Refused, match="на подборе"):
        queued(round, boss)


def test_one_run_at_a_time(round, boss):
    make.mentee(round), make.mentor(round)
    queued(round, boss)
    with pytest.raises(Refused, match="Расчёт этого раунда ещё идёт"):
        queued(round, boss)


def test_no_shared_language_gives_no_pair_and_the_reason(round, boss):
    make.mentee(round, languages=[{"code": "kk", "level": "fluent"}])
    make.mentor(round)

    run = computed(round, boss)

    assert run.matched == 0
    [left] = Result(run).left()
    assert [(str(rule), count) for rule, count in left.rules] == [("нет общего языка", 1)]
    with pytest.raises(Refused, match="не нашёл ни одной пары"):
        publish(run, boss)


def test_a_language_she_only_reads_is_no_shared_language(round, boss):
    make.mentee(round, languages=[{"code": "kk", "level": "fluent"}, {"code": "ru", "level": "basic"}])
    make.mentor(round)
    assert computed(round, boss).matched == 0


def test_a_run_killed_in_the_middle_computes_from_what_it_read(round, boss):
    mentee, mentor = make.mentee(round), make.mentor(round)
    run = queued(round, boss)
    # The worker died after reading: the run is computing, its input is kept, and a new mentor came meanwhile.
    from mentoring.queries.pool import pool_of, problem_of

    document = problem_of(pool_of(round, at=NOW), run.policy)
    Run.objects.filter(pk=run.pk).update(state=RunState.RUNNING, input=document, progress=40)
    make.mentor(round, topics=["moderation", "funding"])

    compute_run(run_id=run.pk, at=NOW + timedelta(minutes=3), now=lambda: NOW)

    run.refresh_from_db()
    assert (run.state, len(run.input["mentors"])) == (RunState.DRAFT, 1)
    assert pairs_in(run) == {str(mentee.person_id): str(mentor.person_id)}


def test_computing_twice_changes_nothing(round, boss):
    make.mentee(round), make.mentor(round)
    run = computed(round, boss)
    before = Run.objects.filter(pk=run.pk).values().get()

    assert compute_run(run_id=run.pk, at=NOW + timedelta(hours=1), now=lambda: NOW) == "nothing to do"
    assert Run.objects.filter(pk=run.pk).values().get() == before


def test_a_run_put_aside_while_queued_is_not_computed(round, boss):
    make.mentee(round), make.mentor(round)
    run = queued(round, boss)
    discard_run(run=run, by=boss, at=NOW)
    compute_run(run_id=run.pk, at=NOW, now=lambda: NOW)
    run.refresh_from_db()
    assert (run.state, run.result) == (RunState.DISCARDED, None)


def test_a_problem_that_cannot_be_read_fails_with_its_sentence(round, boss):
    make.mentee(round), make.mentor(round)
    run = queued(round, boss, policy={"weights": {"topics": -1}})
    compute_run(run_id=run.pk, at=NOW, now=lambda: NOW)
    run.refresh_from_db()
    assert run.state == RunState.FAILED
    assert "topics" in run.error


def test_a_run_nobody_finishes_is_given_up(round, boss):
    make.mentee(round), make.mentor(round)
    run = queued(round, boss)
    assert fail_stuck_runs(made_before=NOW, at=NOW) == 0
    assert fail_stuck_runs(made_before=NOW + timedelta(seconds=1), at=NOW) == 1
    run.refresh_from_db()
    assert (run.state, run.error) == (RunState.FAILED, "Расчёт слишком часто прерывался. Сделайте новый.")


def test_locks_and_forbids_reach_the_next_run(round, boss):
    mentee = make.mentee(round, topics=["moderation", "funding"])
    good, poor = make.mentor(round, topics=["moderation", "funding"]), make.mentor(round, topics=["funding"])
    assert pairs_in(computed(round, boss)) == {str(mentee.person_id): str(good.person_id)}

    ruling = rule_on_pair(kind="lock", mentee=mentee, mentor=poor, by=boss, at=NOW)
    locked = computed(round, boss)
    lift_ruling(ruling=ruling, by=boss, at=NOW)
    rule_on_pair(kind="forbid", mentee=mentee, mentor=good, by=boss, at=NOW)

    assert pairs_in(locked) == {str(mentee.person_id): str(poor.person_id)}
    assert locked.result["pairs"][0]["locked"] is True
    assert pairs_in(computed(round, boss)) == {str(mentee.person_id): str(poor.person_id)}


def test_locked_with_another_replaces_the_lock(round, boss):
    mentee, one, two = make.mentee(round), make.mentor(round), make.mentor(round)
    rule_on_pair(kind="lock", mentee=mentee, mentor=one, by=boss, at=NOW)
    rule_on_pair(kind="lock", mentee=mentee, mentor=two, by=boss, at=NOW)
    assert Ruling.objects.get().mentor == two


def test_a_lock_that_breaks_a_rule_is_reported(round, boss):
    mentee = make.mentee(round, languages=[{"code": "kk", "level": "fluent"}])
    mentor = make.mentor(round)
    rule_on_pair(kind="lock", mentee=mentee, mentor=mentor, by=boss, at=NOW)

    [(one, other, rule)] = Result(computed(round, boss)).refused_locks()

    assert (one, other, str(rule)) == (mentee, mentor, "нет общего языка")


def test_avoidance_of_either_side_keeps_two_apart(round, boss):
    mentee, mentor = make.mentee(round), make.mentor(round)
    Avoidance.objects.create(application=mentor, other=mentee.person, added_at=NOW)
    run = computed(round, boss)
    assert run.result["unmatched"][0]["rules"] == {"avoid": 1}


def test_the_same_person_on_both_sides_never_meets_herself(round, boss):
    person = make.make_member()
    make.mentee(round, person=person), make.mentor(round, person=person)
    assert computed(round, boss).result["unmatched"][0]["rules"] == {"self": 1}


def test_who_has_an_offer_is_not_in_the_next_run_and_her_place_is_taken(round, boss):
    mentor = make.mentor(round, places=2)
    make.pair(round, mentor_=mentor)
    waiting = make.mentee(round)

    run = computed(round, boss)

    assert [one["application"] for one in run.input["mentees"]] == [waiting.pk]
    assert [one["capacity"] for one in run.input["mentors"]] == [1]


def test_publishing_offers_all_pairs_and_writes_to_everyone(round, boss):
    mentees = [make.mentee(round) for _ in range(2)]
    make.mentor(round, places=1)
    run = computed(round, boss)

    [pair] = publish(run, boss)

    run.refresh_from_db()
    assert (run.state, run.published_at) == (RunState.PUBLISHED, NOW)
    assert (pair.run, pair.score, pair.shared["topics"]) == (run, run.total, ["moderation"])
    left = next(one for one in mentees if one != pair.mentee)
    assert sorted(Letter.objects.values_list("kind", "to")) == sorted(
        [
            ("mentoring/offer", pair.mentee.person.email),
            ("mentoring/offer", pair.mentor.person.email),
            ("mentoring/not-paired", left.person.email),
        ]
    )


def test_a_withdrawal_while_the_run_computed_gets_no_offer(round, boss):
    gone, stays = make.mentee(round), make.mentee(round)
    make.mentor(round), make.mentor(round)
    run = computed(round, boss)
    withdraw_application(application=gone, by=gone.person, at=NOW)

    check = check_run(run, at=NOW)
    pairs = publish(run, boss)

    assert [(one.mentee, one.why) for one in check.dropped] == [
        (gone, "Подопечного больше нет среди ожидающих: заявка отозвана или пара уже есть.")
    ]
    assert [pair.mentee for pair in pairs] == [stays]


def test_a_mentor_who_pauses_or_lowers_places_drops_her_pairs(round, boss):
    make.mentee(round), make.mentee(round)
    mentor = make.mentor(round, places=2)
    run = computed(round, boss)
    profile = mentor.mentor_profile
    profile.places = 1
    profile.save()
    assert [len(check_run(run, at=NOW).offers), len(check_run(run, at=NOW).dropped)] == [1, 1]
    Application.objects.filter(pk=mentor.pk).update(paused_until=NOW.date())
    assert len(check_run(run, at=NOW).dropped) == 2


def test_what_changed_since_it_was_shown_stops_publishing(round, boss):
    gone = make.mentee(round)
    make.mentee(round), make.mentor(round, places=2)
    run = computed(round, boss)
    seen = check_run(run, at=NOW).fingerprint
    withdraw_application(application=gone, by=gone.person, at=NOW)
    Letter.objects.all().delete()

    with pytest.raises(Refused, match="Ничего не отправлено"):
        publish_run(run=run, seen=seen, by=boss, at=NOW)

    run.refresh_from_db()
    assert (run.state, Pair.objects.count(), Letter.objects.count()) == (RunState.DRAFT, 0, 0)


def test_a_run_is_published_once(round, boss):
    make.mentee(round), make.mentor(round)
    run = computed(round, boss)
    publish(run, boss)
    with pytest.raises(Refused, match="Публикуют только черновик"):
        publish(run, boss)
    assert Pair.objects.count() == 1


def test_pairs_that_came_apart_are_not_proposed_again(round, boss):
    pair = make.pair(round, state=PairState.DECLINED)
    run = computed(round, boss)
    assert [pair.mentee.person_id, run.result["unmatched"][0]["rules"]] == [
        pair.mentee.person_id,
        {"forbid": 1},
    ]
