"""Offers: answered, nudged, lapsed, replaced; the edge of each."""

from datetime import timedelta

import pytest
from django.urls import reverse

from mentoring.actions.applications import change_places, withdraw_application
from mentoring.actions.offers import (
    accept_offer,
    answer_deadline,
    call_off_offer,
    decline_offer,
    expire_due,
    give_more_time,
    nudge_due,
    offer_pair,
)
from mentoring.models import Application, Avoidance, Pair
from mentoring.pair_states import PairState
from mentoring.queries.alternatives import candidates_for
from mentoring.queries.offers import profile_lines
from mentoring.queries.taken import places_taken
from network.content.models import Letter
from network.content.refusals import Refused
from network.members.history import history_of
from network.members.models import HistoryEntry
from tests.factories import pairs as make
from tests.factories.members import NOW

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def offer():
    return make.pair()


def letters() -> list[tuple[str, str]]:
    return sorted(Letter.objects.values_list("kind", "to"))


def fresh(pair) -> Pair:
    return Pair.objects.get(pk=pair.pk)


def test_an_offer_holds_a_place_and_writes_to_both():
    round, boss = make.matching_round(), make.coordinator()
    mentee, mentor = make.mentee(round), make.mentor(round)

    pair = offer_pair(mentee=mentee, mentor=mentor, score=70, by=boss, at=NOW)

    assert (pair.state, pair.answer_by) == (PairState.OFFERED, answer_deadline(round, at=NOW))
    assert places_taken([mentor.pk]) == {mentor.pk: 1}
    assert letters() == [("mentoring/offer", mentee.person.email), ("mentoring/offer", mentor.person.email)] or letters() == [
        ("mentoring/offer", mentor.person.email), ("mentoring/offer", mentee.person.email)
    ]  # fmt: skip


def test_the_answer_is_due_at_the_end_of_the_last_day_by_the_rounds_clock():
    round = make.matching_round(time_zone="Asia/Vladivostok", answer_days=3)
    # NOW is 22:00 of 1 March in Vladivostok.
    assert answer_deadline(round, at=NOW).isoformat() == "2027-03-04T23:59:00+10:00"


@pytest.mark.parametrize("first", ["mentee", "mentor"])
def test_both_yes_make_a_pair_whoever_is_first(offer, first):
    one, other = (
        offer.application_of(first),
        offer.application_of("mentor" if first == "mentee" else "mentee"),
    )
    accept_offer(pair=offer, by=one.person, at=NOW)
    assert fresh(offer).state == PairState.OFFERED

    accept_offer(pair=offer, by=other.person, at=NOW + MINUTE)

    pair = fresh(offer)
    assert (pair.state, pair.settled_at) == (PairState.ACCEPTED, NOW + MINUTE)
    assert letters() == sorted(
        [("mentoring/pair-settled", one.person.email), ("mentoring/pair-settled", other.person.email)]
    )
    assert [entry.verb for entry in history_of(pair)] == ["settle", "accept_offer", "accept_offer"]


def test_saying_yes_twice_is_told_so(offer):
    accept_offer(pair=offer, by=offer.mentee.person, at=NOW)
    with pytest.raises(Refused, match="Вы уже согласились"):
        accept_offer(pair=offer, by=offer.mentee.person, at=NOW)


def test_the_last_moment_and_the_deadline_itself(offer):
    with pytest.raises(Refused, match="Срок ответа истёк"):
        accept_offer(pair=offer, by=offer.mentee.person, at=offer.answer_by)
    accept_offer(pair=offer, by=offer.mentee.person, at=offer.answer_by - timedelta(seconds=1))
    assert fresh(offer).mentee_answer == "yes"


@pytest.mark.parametrize("act", [accept_offer, decline_offer])
def test_a_stranger_answers_nothing(offer, act):
    with pytest.raises(Refused, match="не для вас"):
        act(
            pair=offer,
            by=make.make_member(),
            at=NOW,
            **({"reason": "no-time"} if act is decline_offer else {}),
        )
    assert fresh(offer).state == PairState.OFFERED


def test_a_no_comes_back_to_the_desk_and_the_other_side_learns_no_reason(offer):
    decline_offer(pair=offer, reason="conflict", words="Мы судились", by=offer.mentor.person, at=NOW)

    pair = fresh(offer)
    assert (pair.state, pair.decline_reason, pair.decline_words, pair.seen_at) == (
        "declined",
        "conflict",
        "Мы судились",
        None,
    )
    letter = Letter.objects.get()
    assert (letter.kind, letter.to) == ("mentoring/offer-came-back", offer.mentee.person.email)
    assert "судились" not in letter.text
    assert "интерес" not in letter.text
    assert places_taken([offer.mentor_id]) == {}


def test_an_unknown_reason_is_refused(offer):
    with pytest.raises(Refused, match="причину"):
        decline_offer(pair=offer, reason="whatever", by=offer.mentor.person, at=NOW)


def test_not_now_is_one_click_and_a_month_of_peace(client, offer):
    client.force_login(offer.mentor.person)

    client.post(reverse("mentoring:not_now", args=[offer.uuid]))

    pair, mentor = fresh(offer), Application.objects.get(pk=offer.mentor_id)
    assert (pair.state, pair.decline_reason) == ("declined", "not-now")
    assert mentor.paused_until is not None
    assert mentor.state == "accepted"


def test_a_mentee_has_no_not_now(client, offer):
    client.force_login(offer.mentee.person)
    client.post(reverse("mentoring:not_now", args=[offer.uuid]))
    assert fresh(offer).state == PairState.OFFERED


def test_reading_an_offer_changes_nothing(client, offer):
    before = Pair.objects.filter(pk=offer.pk).values().get()
    history = HistoryEntry.objects.count()
    address = reverse("mentoring:offer", args=[offer.uuid])

    # A scanner of mail, without an account, opens every link of the letter.
    assert client.get(address).status_code == 302
    assert client.get(reverse("mentoring:accept_offer", args=[offer.uuid])).status_code in (302, 405)
    client.force_login(offer.mentee.person)
    assert client.get(address).status_code == 200
    assert client.get(reverse("mentoring:accept_offer", args=[offer.uuid])).status_code == 405
    assert client.get(reverse("mentoring:decline_offer", args=[offer.uuid])).status_code == 405

    assert Pair.objects.filter(pk=offer.pk).values().get() == before
    assert HistoryEntry.objects.count() == history


def test_the_offer_shows_the_profile_without_name_library_or_address(client):
    round = make.matching_round("running")
    mentor = make.mentor(
        round,
        name="Нарине Саркисян",
        institution_name="Тайная библиотека",
        city="Гюмри",
        bio="Веду кружок",
        contact="@narine",
    )
    pair = make.pair(round, mentor_=mentor)
    client.force_login(pair.mentee.person)

    page = client.get(reverse("mentoring:offer", args=[pair.uuid])).content.decode()

    assert "Веду кружок" in page
    assert [
        word for word in ("Саркисян", "Тайная", "Гюмри", "@narine", mentor.person.email) if word in page
    ] == []


@pytest.mark.parametrize(("days", "kinds"), [(2, []), (3, [3]), (5, [3]), (6, [6])])
def test_nudges_on_the_third_and_sixth_day_to_whoever_has_not_answered(offer, days, kinds):
    accept_offer(pair=offer, by=offer.mentee.person, at=NOW)

    for _ in range(2):
        nudge_due(at=NOW + timedelta(days=days))

    keys = Letter.objects.filter(kind="mentoring/offer-waits").values_list("once_key", "to")
    assert list(keys) == [
        (f"mentoring-nudge-{offer.uuid}-mentor-{day}", offer.mentor.person.email) for day in kinds
    ]


def test_no_nudge_after_the_deadline(offer):
    nudge_due(at=offer.answer_by)
    assert letters() == []


def test_an_offer_lapses_at_its_deadline_not_before(offer):
    assert expire_due(at=offer.answer_by - timedelta(seconds=1)) == 0
    assert expire_due(at=offer.answer_by) == 1
    assert expire_due(at=offer.answer_by) == 0
    assert fresh(offer).state == PairState.EXPIRED
    assert [kind for kind, _to in letters()] == ["mentoring/offer-lapsed"] * 2


def test_who_had_said_yes_reads_another_letter_than_who_was_silent(offer):
    accept_offer(pair=offer, by=offer.mentee.person, at=NOW)
    expire_due(at=offer.answer_by)
    assert letters() == [
        ("mentoring/offer-came-back", offer.mentee.person.email), ("mentoring/offer-lapsed", offer.mentor.person.email)
    ]  # fmt: skip


def test_more_time_moves_the_deadline(offer):
    boss, until = make.coordinator(), offer.answer_by + timedelta(days=2)
    give_more_time(pair=offer, until=until, by=boss, at=NOW)
    assert expire_due(at=offer.answer_by) == 0
    with pytest.raises(Refused, match="позже прежней"):
        give_more_time(pair=offer, until=until, by=boss, at=NOW)


def test_a_declined_mentor_is_replaced_without_a_run(client):
    round, boss = make.matching_round("running"), make.coordinator()
    pair = make.pair(round)
    best = make.mentor(round, topics=["moderation"], library_types_welcomed=["city"])
    make.mentor(round, topics=["moderation"], library_types_welcomed=["rural"])
    make.mentor(round, topics=["funding"])
    decline_offer(pair=pair, reason="no-time", by=pair.mentor.person, at=NOW)

    found = candidates_for(pair.mentee, at=NOW)
    client.force_login(boss)
    client.post(reverse("mentoring_admin:candidates", args=[pair.mentee.reference]), {"mentor": best.pk})

    assert [(one.mentor, one.score) for one in found][0] == (best, 70)
    assert len(found) == 2
    again = Pair.objects.exclude(pk=pair.pk).get()
    assert (again.mentor, again.run, again.score, again.state) == (best, None, 70, "offered")
    assert fresh(pair).seen_at is not None


@pytest.mark.parametrize(
    "case", ["full", "withdrawn", "paused", "avoids", "institution", "busy", "forbidden"]
)
def test_an_offer_that_may_not_be_made(case):
    from mentoring.actions.runs import rule_on_pair

    round, boss = make.matching_round("running"), make.coordinator()
    mentee, mentor = make.mentee(round), make.mentor(round, places=1)
    match case:
        case "full":
            make.pair(round, mentor_=mentor)
        case "withdrawn":
            withdraw_application(application=mentor, by=mentor.person, at=NOW)
        case "paused":
            Application.objects.filter(pk=mentor.pk).update(paused_until=NOW.date())
        case "avoids":
            Avoidance.objects.create(application=mentee, other=mentor.person, added_at=NOW)
        case "institution":
            mentee.mentee_profile.institution_key = mentor.mentor_profile.institution_key
            mentee.mentee_profile.save()
        case "busy":
            make.pair(round, mentee_=mentee)
        case "forbidden":
            rule_on_pair(kind="forbid", mentee=mentee, mentor=mentor, by=boss, at=NOW)
    count = Pair.objects.count()

    with pytest.raises(Refused):
        offer_pair(mentee=mentee, mentor=mentor, by=boss, at=NOW)

    assert Pair.objects.count() == count


def test_withdrawing_closes_the_open_offer_and_ends_the_pair():
    offer = make.pair()
    working = make.pair(offer.round, state=PairState.ACTIVE)
    for one in (offer, working):
        withdraw_application(application=one.mentor, by=one.mentor.person, at=NOW)

    assert (fresh(offer).state, fresh(working).state) == ("called_off", "ended_early")
    assert fresh(working).mentee_wants_another is True
    told = Letter.objects.filter(to__in=[offer.mentee.person.email, working.mentee.person.email])
    assert sorted(told.values_list("kind", flat=True)) == [
        "mentoring/offer-came-back",
        "mentoring/pair-ended",
    ]


def test_pausing_closes_offers_but_keeps_pairs():
    mentor_places = make.matching_round("running")
    mentor = make.mentor(mentor_places, places=2)
    offer, working = make.pair(mentor_=mentor), make.pair(mentor_=mentor, state=PairState.ACTIVE)
    change_places(
        application=mentor, places=2, paused_until=(NOW + timedelta(days=40)).date(), by=mentor.person, at=NOW
    )
    assert (fresh(offer).state, fresh(working).state) == ("called_off", "active")


def test_places_are_not_lowered_below_what_is_taken():
    round = make.matching_round("running")
    mentor = make.mentor(round, places=2)
    make.pair(mentor_=mentor), make.pair(mentor_=mentor)
    with pytest.raises(Refused):
        change_places(application=mentor, places=1, paused_until=None, by=mentor.person, at=NOW)


def test_the_coordinator_takes_an_offer_back(offer):
    boss = make.coordinator()
    with pytest.raises(Refused, match="только координатор"):
        call_off_offer(pair=offer, by=offer.mentor.person, at=NOW)
    call_off_offer(pair=offer, why="Ошибка", by=boss, at=NOW)
    assert fresh(offer).state == "called_off"
    assert [kind for kind, _to in letters()] == ["mentoring/offer-came-back"] * 2


@pytest.mark.parametrize("named", [False, True])
def test_a_mentors_wishes_are_read_by_the_coordinator_only(named):
    mentor = make.mentor(make.matching_round("running"), wishes="Пусть пишет первой.")
    lines = profile_lines(mentor.profile, "mentor", named=named)
    assert "Пусть пишет первой." not in [line.text for line in lines]
