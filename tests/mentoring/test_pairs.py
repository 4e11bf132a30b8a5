"""A pair at work: agreement, goals, meetings, pause, the end, a concern; who may see what."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.translation import override
from icalendar import Calendar

from mentoring.actions.meetings import (
    call_off_meeting,
    change_meeting,
    log_meeting,
    log_past_meeting,
    plan_meeting,
)
from mentoring.actions.pairs import (
    add_goal,
    ask_for_another,
    close_concern,
    complete_pair,
    end_early,
    go_on,
    pause_pair,
    report_concern,
    sign_agreement,
    write_note,
)
from mentoring.forms.pairs import MeetingForm
from mentoring.models import Application, Concern, Meeting, Pair, Signature
from mentoring.pair_states import PairState
from network.content.models import Letter
from network.content.refusals import Refused
from network.members.models import ReadingEntry
from tests.factories import pairs as make
from tests.factories.members import NOW

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def pair():
    return make.pair(state=PairState.ACTIVE)


def fresh(pair) -> Pair:
    return Pair.objects.get(pk=pair.pk)


def sign(pair, application, text="<p>Текст</p>"):
    return sign_agreement(pair=pair, text=text, version="1", language="ru", by=application.person, at=NOW)


def plan(pair, by=None, **fields) -> Meeting:
    values = {
        "starts_at": NOW + DAY,
        "minutes": 60,
        "time_zone": "Europe/Moscow",
        "place": "Звонок",
        **fields,
    }
    return plan_meeting(pair=pair, by=by or pair.mentee.person, at=NOW, **values)


def test_the_agreement_is_kept_as_each_of_the_two_read_it():
    pair = make.pair(state=PairState.ACCEPTED)
    sign(pair, pair.mentee, "<p>Первый текст</p>")
    assert fresh(pair).state == PairState.ACCEPTED

    sign(pair, pair.mentor, "<p>Second text</p>")

    assert fresh(pair).state == PairState.ACTIVE
    assert set(Signature.objects.values_list("side", "text")) == {
        ("mentee", "<p>Первый текст</p>"), ("mentor", "<p>Second text</p>")
    }  # fmt: skip
    with pytest.raises(Refused, match="уже подтвердили"):
        sign(pair, pair.mentee)


def test_a_text_that_changed_while_she_read_is_not_signed(client):
    pair = make.pair(state=PairState.ACCEPTED)
    client.force_login(pair.mentee.person)
    address = reverse("mentoring:agreement", args=[pair.uuid])
    seen = client.get(address).context["form"]["seen"].value()
    page = pair.round.page
    page.agreement = "<p>Новый текст</p>"
    page.save()

    client.post(address, {"agree": "on", "seen": seen})

    assert Signature.objects.count() == 0


def test_five_goals_at_most(pair):
    for number in range(5):
        add_goal(pair=pair, text=f"Цель {number}", by=pair.mentee.person, at=NOW)
    with pytest.raises(Refused, match="Пяти целей"):
        add_goal(pair=pair, text="Ещё одна", by=pair.mentor.person, at=NOW)


def test_a_meeting_reaches_both_in_their_own_zones():
    round = make.matching_round("running")
    pair = make.pair(
        state=PairState.ACTIVE,
        mentee_=make.mentee(round, time_zone="Asia/Bishkek"),
        mentor_=make.mentor(round, time_zone="Europe/Moscow", language="en"),
    )
    plan(pair)

    files = {
        letter.to: (letter, Calendar.from_ical(__import__("base64").b64decode(letter.attachments[0]["body"])))
        for letter in Letter.objects.filter(kind="mentoring/meeting-planned")
    }
    mentee, mentor = files[pair.mentee.person.email], files[pair.mentor.person.email]
    for (letter, calendar), zone, hour in ((mentee, "Asia/Bishkek", 18), (mentor, "Europe/Moscow", 15)):
        [event] = calendar.walk("VEVENT")
        assert (str(event["DTSTART"].dt.tzinfo), event["DTSTART"].dt.hour) == (zone, hour)
        assert "18:00" in letter.text
        assert "15:00" in letter.text
    assert (mentee[0].language, mentor[0].language) == ("ru", "en")


def test_two_taps_plan_one_meeting(pair):
    assert plan(pair) == plan(pair)
    assert Letter.objects.count() == 2


def test_a_changed_and_a_called_off_meeting_raise_the_sequence(pair):
    meeting = plan(pair)
    change_meeting(
        meeting=meeting,
        starts_at=NOW + 2 * DAY,
        minutes=30,
        time_zone="UTC",
        place="",
        by=pair.mentor.person,
        at=NOW,
    )
    call_off_meeting(meeting=meeting, by=pair.mentor.person, at=NOW)

    meeting.refresh_from_db()
    assert (meeting.sequence, meeting.state) == (2, "called_off")
    body = __import__("base64").b64decode(
        Letter.objects.filter(kind__endswith="called-off")[0].attachments[0]["body"]
    )
    assert b"METHOD:CANCEL" in body
    assert b"SEQUENCE:2" in body


@pytest.mark.parametrize("starts", [timedelta(0), -DAY, timedelta(days=400)])
def test_a_meeting_in_the_past_or_too_far_away_is_refused(pair, starts):
    with pytest.raises(Refused):
        plan(pair, starts_at=NOW + starts)


def test_a_meeting_is_logged_after_it_not_before(pair):
    meeting = plan(pair)
    with pytest.raises(Refused, match="ещё впереди"):
        log_meeting(meeting=meeting, was_held=True, by=pair.mentee.person, at=NOW)
    log_meeting(meeting=meeting, was_held=False, by=pair.mentee.person, at=NOW + 2 * DAY)
    log_meeting(meeting=meeting, was_held=True, note="Всё же были", by=pair.mentor.person, at=NOW + 3 * DAY)
    meeting.refresh_from_db()
    assert (meeting.state, meeting.note, meeting.logged_by) == ("held", "Всё же были", pair.mentor.person)


def test_the_first_meeting_held_begins_the_work():
    pair = make.pair(state=PairState.ACCEPTED)
    log_past_meeting(
        pair=pair, starts_at=NOW - DAY, minutes=60, time_zone="UTC", by=pair.mentor.person, at=NOW
    )
    assert (fresh(pair).state, fresh(pair).begun_at) == ("active", NOW)


@pytest.mark.parametrize(("days", "allowed"), [(0, False), (1, True), (56, True), (57, False)])
def test_a_pause_lasts_a_day_to_eight_weeks(pair, days, allowed):
    until = (NOW + timedelta(days=days)).date()
    if allowed:
        pause_pair(pair=pair, until=until, by=pair.mentee.person, at=NOW)
        go_on(pair=pair, by=pair.mentor.person, at=NOW)
        assert fresh(pair).state == PairState.ACTIVE
    else:
        with pytest.raises(Refused):
            pause_pair(pair=pair, until=until, by=pair.mentee.person, at=NOW)


def test_an_early_end_tells_no_reason_and_serves_the_mentee_first(pair):
    end_early(
        pair=pair, reason="no-fit", words="Не сошлись", wants_another=True, by=pair.mentee.person, at=NOW
    )

    letter = Letter.objects.get()
    assert letter.to == pair.mentor.person.email
    assert "сошлись" not in letter.text
    assert (fresh(pair).state, Application.objects.get(pk=pair.mentee_id).tier) == ("ended_early", 1)


def test_the_other_side_may_ask_for_another_partner_afterwards(pair):
    end_early(pair=pair, reason="no-time", by=pair.mentor.person, at=NOW)
    ask_for_another(pair=pair, by=pair.mentee.person, at=NOW)
    assert fresh(pair).mentee_wants_another is True
    with pytest.raises(Refused):
        ask_for_another(pair=pair, by=make.make_member(), at=NOW)


def test_a_concern_goes_to_the_named_person_and_its_words_to_no_letter(pair):
    boss = make.coordinator()
    concern = report_concern(pair=pair, text="Тайное слово", by=pair.mentee.person, at=NOW)

    assert concern.to_name == pair.round.page.contact_name
    receivers = dict(Letter.objects.values_list("to", "kind"))
    assert receivers == {
        pair.mentee.person.email: "mentoring/concern-received",
        boss.email: "mentoring/concern-waits",
        pair.round.page.contact_email: "mentoring/concern-waits",
    }
    assert [letter for letter in Letter.objects.all() if "Тайное" in letter.text] == []
    close_concern(concern=concern, outcome="Поговорили", by=boss, at=NOW)
    with pytest.raises(Refused, match="уже закрыто"):
        close_concern(concern=concern, outcome="Ещё раз", by=boss, at=NOW)
    assert Concern.objects.get().outcome == "Поговорили"


def test_the_partner_sees_nothing_of_a_concern_a_reason_or_a_note(client, pair):
    boss = make.coordinator()
    report_concern(pair=pair, text="Тайная тревога", by=pair.mentee.person, at=NOW)
    write_note(pair=pair, text="Тайная заметка", by=boss, at=NOW)
    client.force_login(pair.mentor.person)

    page = client.get(reverse("mentoring:pair", args=[pair.uuid])).content.decode()

    assert "Тайная" not in page


def test_the_coordinator_reads_no_log_and_no_goal_of_the_two(client, pair):
    boss = make.coordinator()
    log_past_meeting(
        pair=pair,
        starts_at=NOW - DAY,
        minutes=60,
        time_zone="UTC",
        note="Между нами",
        by=pair.mentor.person,
        at=NOW,
    )
    add_goal(pair=pair, text="Наша цель", by=pair.mentee.person, at=NOW)
    client.force_login(boss)

    page = client.get(reverse("mentoring_admin:pair", args=[pair.uuid])).content.decode()

    assert "Между нами" not in page
    assert "Наша цель" not in page
    assert ReadingEntry.objects.filter(reader=boss, subject_type="mentoring.pair").count() == 1


def test_a_stranger_finds_nothing(client, pair):
    client.force_login(make.pair(state=PairState.ACTIVE, round=pair.round).mentee.person)
    for name in ("pair", "agreement", "plan_meeting", "end_pair", "report_concern"):
        assert client.get(reverse(f"mentoring:{name}", args=[pair.uuid])).status_code == 404


def test_an_address_is_no_longer_shown_after_the_end(client):
    round = make.matching_round("running")
    mentor = make.mentor(round, contact="@narine")
    pair = make.pair(round, mentor_=mentor, state=PairState.ENDED_EARLY)
    client.force_login(pair.mentee.person)
    assert "@narine" not in client.get(reverse("mentoring:pair", args=[pair.uuid])).content.decode()


def test_nothing_changes_in_a_pair_that_has_ended():
    pair = make.pair(state=PairState.COMPLETED)
    for act in (
        lambda: plan(pair),
        lambda: add_goal(pair=pair, text="Поздно", by=pair.mentee.person, at=NOW),
        lambda: sign(pair, pair.mentee),
        lambda: end_early(pair=pair, reason="no-time", by=pair.mentee.person, at=NOW),
    ):
        with pytest.raises(Refused):
            act()


def test_only_a_coordinator_completes(pair):
    with pytest.raises(Refused):
        complete_pair(pair=pair, by=pair.mentor.person, at=NOW)
    complete_pair(pair=pair, by=make.coordinator(), at=NOW)
    assert fresh(pair).state == PairState.COMPLETED


def test_pairs_are_handed_over_and_erased(pair):
    from mentoring.registries.pairs import erase, export, paired

    other = pair.mentor.person
    add_goal(pair=pair, text="Моя цель", by=pair.mentee.person, at=NOW)
    sign(pair, pair.mentee)
    [row] = export(pair.mentee.person)
    assert (row["as"], row["goals"][0]["text"], row["agreement"][0]["text"]) == (
        "mentee",
        "Моя цель",
        "<p>Текст</p>",
    )
    assert [tie.code for tie in paired(other, pair.mentee.person)] == ["mentoring-pair"]

    erase(pair.mentee.person, at=NOW)

    assert (fresh(pair).state, pair.goals.count(), Signature.objects.get().person) == ("ended_early", 0, None)
    assert Letter.objects.filter(to=other.email, kind="mentoring/pair-ended").count() == 1


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_day_stands_in_its_field_as_browsers_read_it(language):
    with override(language):
        field = str(MeetingForm(zone="UTC", initial={"day": date(2027, 3, 2)})["day"])
    assert 'value="2027-03-02"' in field
