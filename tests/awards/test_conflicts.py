"""Names first, content afterwards; the chair decides; nobody comes back."""

import pytest
from django.urls import reverse

from network.awards.actions.judging import open_judging
from network.awards.actions.jury import decide_conflict, declare, finish_check
from network.awards.models import Assignment, Conflict, Juror
from network.awards.models.reviews import Review
from network.awards.queries.conflicts import reason_words, substitutes
from network.awards.queries.jury_ranking import ranking_for
from network.content.models import Letter
from network.content.refusals import Refused
from tests.factories.awards import admitted, award_round, chair, person, secretary
from tests.factories.jury import (
    CHECKING,
    MEETING,
    READING,
    checked,
    deciding_round,
    juror,
    reading_of,
    reading_round,
    review,
    screened_round,
)

pytestmark = pytest.mark.django_db


def test_the_same_organisation_and_a_name_in_the_team_are_suggested():
    round, (entry, *_rest) = screened_round(
        entries=1,
        organisation="Библиотека Дилижана",
        team=[{"name": "Саакян Нарине", "part": "", "organisation": ""}],
    )

    row = juror(round, user=person("Нарине Саакян", institution_name="Городская библиотека Дилижана"))

    conflict = Conflict.objects.get(juror=row, entry=entry)
    assert (conflict.state, [reason["code"] for reason in conflict.reasons]) == (
        "found",
        ["organisation", "named"],
    )


def test_a_tie_of_the_register_is_suggested_in_the_readers_language():
    round, (entry, other) = screened_round(entries=2)
    author = entry.authors.get().user
    friend = person("Тимур Рахимов", institution_name="Одна контора")
    author.profile.institution_name = "Одна контора"
    author.profile.save()

    row = juror(round, user=friend)

    reasons = Conflict.objects.get(juror=row, entry=entry).reasons
    assert reasons == [{"code": "tie", "detail": "They belong to the same institution."}]
    assert "организации" in reason_words(reasons[0], to_juror=False)
    assert not Conflict.objects.filter(juror=row, entry=other).exists()


def test_her_own_entry_closes_the_whole_round_until_the_chair_has_spoken():
    round, entries = screened_round(entries=2)
    row = juror(round, user=entries[0].authors.get().user)

    assert {c.entry_id: [r["code"] for r in c.reasons] for c in Conflict.objects.filter(juror=row)} == {
        entries[0].pk: ["named", "author"],
        entries[1].pk: ["competes"],
    }


def test_declaring_is_one_click_and_closes_the_entry(client):
    round, entries = screened_round(entries=2)
    row = juror(round)
    client.force_login(row.user)
    url = reverse("jury:check", args=[round.code.lower()])

    answer = client.post(
        url, {"declare": entries[0].reference, f"statement-{entries[0].reference}": "Учились вместе"}
    )

    conflict = Conflict.objects.get(juror=row, entry=entries[0])
    assert (answer.status_code, conflict.state, conflict.statement) == (302, "declared", "Учились вместе")


def test_one_button_answers_for_all_the_others_but_not_for_what_was_noticed():
    round, entries = screened_round(entries=2, organisation="Читальня Оазис")
    row = juror(round, user=person("Олег", institution_name="Читальня Оазис"))
    Conflict.objects.filter(juror=row, entry=entries[1]).delete()
    entries[1].page.organisation = "Другая"
    entries[1].page.save()

    finish_check(juror=row, by=row.user, at=CHECKING)

    states = dict(Conflict.objects.filter(juror=row).values_list("entry", "state"))
    row.refresh_from_db()
    assert states == {entries[0].pk: "found", entries[1].pk: "clear"}
    assert row.checked_at == CHECKING


def test_the_list_shows_names_and_nothing_of_the_content(client):
    round, (entry,) = screened_round(
        entries=1,
        results="ТАЙНОЕ СОДЕРЖАНИЕ",
        team=[{"name": "Мария Иванова", "part": "x", "organisation": ""}],
    )
    row = juror(round)
    client.force_login(row.user)

    page = client.get(reverse("jury:check", args=[round.code.lower()])).content.decode()

    assert ("Мария Иванова" in page, "ТАЙНОЕ СОДЕРЖАНИЕ" in page, entry.page.summary in page) == (
        True,
        False,
        False,
    )


def test_content_stays_closed_until_she_has_answered(client):
    round, entries, people = reading_round(entries=1)
    late = juror(round, at=READING)
    Assignment.objects.create(entry=entries[0], juror=late, assigned_at=READING)
    client.force_login(late.user)
    url = reverse("jury:entry", args=[entries[0].reference])

    before = client.get(url).status_code
    checked(late, at=READING)

    assert (before, client.get(url).status_code) == (404, 200)


def test_only_the_chair_decides_and_never_her_own():
    round, (entry,) = screened_round(entries=1)
    head = chair()
    row = juror(round, user=head)
    conflict = declare(juror=row, entry=entry, by=head, at=CHECKING)

    for by in (secretary(), row.user):
        with pytest.raises(Refused):
            decide_conflict(conflict=conflict, verb="recuse", by=by, at=CHECKING)
    conflict.refresh_from_db()
    assert conflict.state == "declared"


def test_a_waiver_needs_a_sentence():
    round, (entry,) = screened_round(entries=1)
    row = juror(round)
    conflict = declare(juror=row, entry=entry, by=row.user, at=CHECKING)

    with pytest.raises(Refused):
        decide_conflict(conflict=conflict, verb="waive", why="да", by=chair(), at=CHECKING)
    decide_conflict(
        conflict=conflict, verb="waive", why="Виделись один раз на конференции.", by=chair(), at=CHECKING
    )

    conflict.refresh_from_db()
    assert conflict.state == "waived"


def test_reading_does_not_open_while_a_tie_waits():
    round, entries = screened_round(entries=1)
    people = [juror(round) for _ in range(4)]
    for one in people:
        checked(one, knows=entries if one is people[0] else ())

    with pytest.raises(Refused, match="conflicts of interest wait|конфликты интересов ждут"):
        open_judging(round=round, by=chair(), at=READING)


def test_a_late_recusal_voids_the_score_hides_the_entry_and_asks_for_a_substitute(client):
    round, entries, people = reading_round(entries=2, jurors=3)
    head, row = chair(), people[0]
    review(row, entries[0])
    spare = juror(round, at=READING)
    checked(spare, at=READING)
    conflict = declare(juror=row, entry=entries[0], by=row.user, at=READING)
    client.force_login(row.user)
    url = reverse("jury:entry", args=[entries[0].reference])
    assert client.get(url).status_code == 404

    decide_conflict(conflict=conflict, verb="recuse", by=head, at=READING)

    assert (reading_of(row, entries[0]).state, Review.objects.get().voided_at) == ("recused", READING)
    assert substitutes(entries[0]) == [spare]
    assert Letter.objects.filter(kind="awards/below_minimum").count() >= 1
    room = client.get(reverse("jury:room", args=[round.code.lower()])).content.decode()
    names = client.get(reverse("jury:check", args=[round.code.lower()])).content.decode()
    assert (entries[0].reference in room, entries[0].reference in names) == (False, False)
    missing = client.get(reverse("jury:entry", args=["A27-9999"]))
    assert (
        client.get(url).content == missing.content
        or client.get(url).status_code == missing.status_code == 404
    )


def test_a_recused_juror_sees_no_row_and_no_gap_in_the_ranking():
    round, entries, people = deciding_round(((9, 9, 9, 8), (7, 7, 6, 7), (4, 4, 5, 4)))
    row = people[0]
    conflict = declare(juror=row, entry=entries[0], by=row.user, at=MEETING)
    decide_conflict(conflict=conflict, verb="recuse", by=chair(), at=MEETING)

    hers = ranking_for(Juror.objects.get(pk=row.pk))
    others = ranking_for(Juror.objects.get(pk=people[1].pk))

    assert [(one["rank"], one["entry"]) for one in hers] == [
        (1, entries[1].reference),
        (2, entries[2].reference),
    ]
    assert [one["rank"] for one in others] == [1, 2, 3]
    assert entries[0].reference not in str(hers)


def test_nobody_comes_back_from_stepping_aside():
    round, (entry,) = screened_round(entries=1)
    row = juror(round)
    conflict = declare(juror=row, entry=entry, by=row.user, at=CHECKING)
    decide_conflict(conflict=conflict, verb="recuse", by=chair(), at=CHECKING)

    with pytest.raises(Refused):
        decide_conflict(
            conflict=conflict, verb="waive", why="Передумали, вреда не будет.", by=chair(), at=CHECKING
        )


def test_strangers_get_the_same_answer_as_for_a_missing_entry(client):
    round, entries, people = reading_round(entries=1)
    client.force_login(person("Чужая"))

    answers = {
        client.get(reverse("jury:entry", args=[reference])).status_code
        for reference in (entries[0].reference, "A27-9999")
    }

    assert answers == {404}


def test_an_unscreened_round_has_no_names_yet(client):
    round = award_round()
    admitted(round=round)
    row = juror(round, at=round.opens_at)
    client.force_login(row.user)

    page = client.get(reverse("jury:check", args=[round.code.lower()])).content.decode()

    assert "Книга через границу" not in page
