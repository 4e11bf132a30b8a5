"""What the secretary does with entries and rounds, and every rule that stops her."""

from datetime import timedelta

import pytest

from network.awards.actions import rounds
from network.awards.actions.drafts import answer_eligibility, save_part
from network.awards.actions.screening import (
    admit,
    confirm_ineligible,
    drop_proposal,
    extend,
    propose_ineligible,
    return_for_repair,
    take_back_admission,
)
from network.awards.actions.sending import submit
from network.awards.answers import digest
from network.awards.models import Entry, EntryAuthor
from network.awards.questions import ELIGIBILITY
from network.awards.states import Phase
from network.content.models import Letter
from network.content.refusals import Refused
from network.members.models import HistoryEntry
from tests.factories import awards as make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def state(entry):
    return Entry.objects.get(pk=entry.pk).state


def test_an_admitted_entry_is_told_so():
    author = make.person()
    entry = make.sent(by=author)

    admit(entry=entry, words="Спасибо за снимки.", by=make.secretary(), at=make.AFTER)

    letter = Letter.objects.get(kind="awards/admitted")
    assert state(entry) == Entry.State.ADMITTED
    assert letter.to == author.email
    assert "Спасибо за снимки." in letter.text


def test_before_the_deadline_nothing_is_admitted():
    entry = make.sent()

    with pytest.raises(Refused):
        admit(entry=entry, words="", by=make.secretary(), at=make.DEADLINE)

    assert state(entry) == Entry.State.SUBMITTED


@pytest.mark.parametrize("who", [make.person, make.chair])
def test_only_the_secretary_screens(who):
    entry, by = make.sent(), who()

    for act in (
        lambda: admit(entry=entry, words="", by=by, at=make.AFTER),
        lambda: return_for_repair(
            entry=entry, questions=["city"], message="x", due_at=make.AFTER + 7 * DAY, by=by, at=make.AFTER
        ),
        lambda: propose_ineligible(entry=entry, reason="period", words="", by=by, at=make.AFTER),
        lambda: extend(entry=entry, until=make.AFTER + 7 * DAY, reason="x", by=by, at=make.AFTER),
    ):
        with pytest.raises(Refused):
            act()

    assert state(entry) == Entry.State.SUBMITTED


def test_a_secretary_does_not_screen_her_own_entry():
    by = make.secretary()
    entry = make.sent()
    EntryAuthor.objects.create(entry=entry, user=by, email=by.email, role="writer", joined_at=make.DURING)

    with pytest.raises(Refused):
        admit(entry=entry, words="", by=by, at=make.AFTER)


def repaired():
    """An entry returned for its city and files, with its author."""
    author = make.person()
    entry = make.sent(by=author)
    return_for_repair(
        entry=entry,
        questions=["city", "video"],
        message="Не указан город.",
        due_at=make.AFTER + 7 * DAY,
        by=make.secretary(),
        at=make.AFTER,
    )
    entry.refresh_from_db()
    return entry, author


def test_a_returned_entry_opens_only_what_was_named():
    entry, author = repaired()
    at = make.AFTER + DAY

    save_part(
        entry=entry,
        code="partners",
        values={"city": "Нарын", "organisation": "Другая"},
        base={"city": digest("Кочкор"), "organisation": digest("Районная библиотека Кочкора")},
        by=author,
        at=at,
    )
    with pytest.raises(Refused):
        save_part(entry=entry, code="results", values={"results": "Больше"}, base={}, by=author, at=at)
    second = submit(entry=entry, by=author, at=at)

    entry.refresh_from_db()
    repair = entry.repairs.get()
    assert (entry.state, entry.page.city, entry.page.organisation) == (
        "submitted",
        "Нарын",
        "Районная библиотека Кочкора",
    )
    assert (repair.answered_at, repair.after, second.deadline_applied) == (at, second, repair.due_at)


def test_a_repair_has_its_own_deadline():
    entry, author = repaired()
    due = entry.repairs.get().due_at

    with pytest.raises(Refused):
        submit(entry=entry, by=author, at=due + timedelta(seconds=1))

    assert submit(entry=entry, by=author, at=due).number == 2


@pytest.mark.parametrize(
    ("questions", "due"),
    [(["results"], 7 * DAY), (["city", "need"], 7 * DAY), (["city"], timedelta(hours=23))],
)
def test_substance_and_hurry_are_not_returned(questions, due):
    entry = make.sent()

    with pytest.raises(Refused):
        return_for_repair(
            entry=entry,
            questions=questions,
            message="x",
            due_at=make.AFTER + due,
            by=make.secretary(),
            at=make.AFTER,
        )

    assert state(entry) == Entry.State.SUBMITTED


def test_a_refusal_takes_two_people():
    entry, first = make.sent(), make.secretary()
    decision = propose_ineligible(entry=entry, reason="period", words="", by=first, at=make.AFTER)
    assert (state(entry), Letter.objects.filter(kind="awards/ineligible").count()) == ("submitted", 0)

    with pytest.raises(Refused):
        confirm_ineligible(decision=decision, by=first, at=make.AFTER)
    with pytest.raises(Refused):
        admit(entry=entry, words="", by=first, at=make.AFTER)
    confirm_ineligible(decision=decision, by=make.chair(), at=make.AFTER)

    letter = Letter.objects.get(kind="awards/ineligible")
    assert state(entry) == Entry.State.INELIGIBLE
    assert "вне месяцев" in letter.text or "outside the months" in letter.text


def test_the_database_itself_wants_two_people():
    from django.db import IntegrityError, transaction

    entry, by = make.sent(), make.secretary()
    decision = propose_ineligible(entry=entry, reason="period", words="", by=by, at=make.AFTER)

    with pytest.raises(IntegrityError), transaction.atomic():
        type(decision).objects.filter(pk=decision.pk).update(confirmed_by=by, confirmed_at=make.AFTER)


def test_a_dropped_proposal_changes_nothing():
    entry, by = make.sent(), make.secretary()
    decision = propose_ineligible(entry=entry, reason="twice", words="", by=by, at=make.AFTER)

    drop_proposal(decision=decision, why="Ошибка", by=by, at=make.AFTER)
    with pytest.raises(Refused):
        confirm_ineligible(decision=decision, by=make.chair(), at=make.AFTER)

    assert state(entry) == Entry.State.SUBMITTED
    admit(entry=entry, words="", by=by, at=make.AFTER)


def test_an_admission_is_taken_back_only_before_the_jury_reads():
    by = make.secretary()
    entry = make.admitted(screened_by=by)

    take_back_admission(entry=entry, why="Ошибка", by=by, at=make.AFTER)
    assert state(entry) == Entry.State.SUBMITTED

    admit(entry=entry, words="", by=by, at=make.AFTER)
    type(entry.round).objects.update(phase=Phase.JUDGING)
    with pytest.raises(Refused):
        take_back_admission(entry=entry, why="Ошибка", by=by, at=make.AFTER)


def test_more_time_opens_a_lapsed_draft():
    from network.awards.actions.clock import close_rounds

    author = make.person()
    entry = make.draft(by=author, answers=make.full_answers())
    close_rounds(at=make.AFTER)
    until = make.AFTER + 3 * DAY

    extend(entry=entry, until=until, reason="Болезнь", by=make.secretary(), at=make.AFTER)
    snapshot = submit(entry=entry, by=author, at=until)

    entry.refresh_from_db()
    assert (entry.state, snapshot.deadline_applied, snapshot.late_by_seconds) == ("submitted", until, 0)
    assert Letter.objects.filter(kind="awards/extended").count() == 1
    assert entry.extensions.get().reason == "Болезнь"


@pytest.mark.parametrize("until", [make.DEADLINE, make.AFTER])
def test_more_time_must_be_more(until):
    entry = make.draft()

    with pytest.raises(Refused):
        extend(entry=entry, until=until, reason="x", by=make.secretary(), at=make.AFTER)


def test_the_deadline_moves_later_for_everybody():
    round, by = make.award_round(), make.secretary()
    draft, sent = make.draft(round=round), make.sent(round=round)
    until = make.DEADLINE + 7 * DAY

    rounds.move_deadline(round=round, until=until, reason="Сбой связи", by=by, at=make.DURING)

    round.refresh_from_db()
    change = round.deadline_changes.get()
    assert (round.deadline_at, change.before, change.after) == (until, make.DEADLINE, until)
    assert Letter.objects.filter(kind="awards/deadline_moved").count() == 2
    assert HistoryEntry.objects.filter(verb="awards.move_deadline").count() == 1
    assert {draft.state, sent.state} == {"draft", "submitted"}


@pytest.mark.parametrize("until", [make.DEADLINE - DAY, make.DEADLINE])
def test_the_deadline_never_moves_earlier(until):
    round = make.award_round()

    with pytest.raises(Refused):
        rounds.move_deadline(round=round, until=until, reason="x", by=make.secretary(), at=make.DURING)

    assert round.deadline_changes.count() == 0


def test_a_moved_deadline_opens_lapsed_drafts_again():
    from network.awards.actions.clock import close_rounds

    author, by = make.person(), make.secretary()
    entry = make.draft(by=author, answers=make.full_answers())
    close_rounds(at=make.AFTER)

    rounds.move_deadline(round=entry.round, until=make.AFTER + DAY, reason="Сбой", by=by, at=make.AFTER)

    entry.refresh_from_db()
    assert (entry.state, entry.round.phase) == ("draft", Phase.CALLED)
    assert submit(entry=entry, by=author, at=make.AFTER + timedelta(hours=1)).number == 1


def test_a_round_is_announced_when_it_is_complete():
    round, by = make.award_round(phase=Phase.PREPARING), make.secretary()

    with pytest.raises(Refused):
        rounds.announce(round=round, by=by, at=make.OPENS)
    make.round_page(round)
    round.criteria.filter(code="transfer").update(weight=19)
    with pytest.raises(Refused, match="99"):
        rounds.announce(round=round, by=by, at=make.OPENS)
    round.criteria.filter(code="transfer").update(weight=20)
    rounds.announce(round=round, by=by, at=make.OPENS)

    round.refresh_from_db()
    assert round.phase == Phase.CALLED
    rounds.take_back(round=round, by=by, at=make.OPENS)
    round.refresh_from_db()
    assert round.phase == Phase.PREPARING


def test_a_call_somebody_answered_is_not_taken_back():
    entry = make.draft()

    with pytest.raises(Refused):
        rounds.take_back(round=entry.round, by=make.secretary(), at=make.DURING)


def test_a_person_stopped_by_the_questions_can_be_let_in_again():
    user, round, by = make.person(), make.award_round(), make.secretary()
    no = answer_eligibility(round=round, answers={}, by=user, at=make.DURING)

    rounds.open_questions(answer=no, why="Ошиблась строкой", by=by, at=make.DURING)

    assert answer_eligibility(
        round=round, answers={q.code: True for q in ELIGIBILITY}, by=user, at=make.DURING
    ).passed
