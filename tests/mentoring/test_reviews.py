"""What a coordinator does: decisions with their letters, notes, letters of her own."""

from datetime import timedelta

import pytest

from mentoring import notices
from mentoring.actions import reviews as actions
from mentoring.models import Application, ApplicationReview, Avoidance, Round
from network.content.models import Letter
from network.content.refusals import Refused
from network.members.history import history_of
from network.members.roles import Role
from tests.factories.members import NOW, make_member, make_superuser
from tests.factories.mentoring import make_round, make_sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(db):
    return make_member(Role.COORDINATOR)


def decide(application, verb, by, **facts):
    return actions.decide(application=application, verb=verb, by=by, at=NOW, **facts)


ASK = {"message": "О каком гранте речь?", "steps": ["question"], "due_at": NOW + timedelta(days=5)}
DECISIONS = [
    ("accept", {}, "accepted", "mentoring/accepted"),
    ("waitlist", {}, "waitlisted", "mentoring/waitlisted"),
    ("ask_changes", ASK, "needs_changes", "mentoring/needs-changes"),
    ("decline", {"reason": "no-places"}, "declined", "mentoring/declined"),
]


@pytest.mark.parametrize(("verb", "facts", "state", "letter"), DECISIONS)
def test_a_decision_has_its_state_letter_review_and_history(verb, facts, state, letter, coordinator):
    application = make_sent()

    decide(application, verb, coordinator, note="между нами", **facts)

    application.refresh_from_db()
    review = ApplicationReview.objects.get()
    written = Letter.objects.order_by("pk").last()
    assert application.state == state
    assert (review.kind, review.note, review.by) == (verb, "между нами", coordinator)
    assert (written.kind, written.to) == (letter, application.person.email)
    assert "между нами" not in written.text
    entry = history_of(application).first()
    assert (entry.verb, entry.before, entry.after, entry.actor) == (verb, "submitted", state, coordinator)


REFUSED = [
    ("decline", {}, "Выберите причину"),
    ("decline", {"reason": "eaten"}, "Выберите причину"),
    ("decline", {"reason": "other"}, "Назовите причину"),
    ("ask_changes", {**ASK, "message": " "}, "что изменить"),
    ("ask_changes", {**ASK, "steps": []}, "Выберите шаги"),
    ("ask_changes", {**ASK, "steps": ["places"]}, "Выберите шаги"),
    ("ask_changes", {**ASK, "due_at": NOW}, "будущий день"),
    ("reconsider", {}, "изменилось"),
]


@pytest.mark.parametrize(("verb", "facts", "words"), REFUSED)
def test_a_refused_decision_leaves_everything_untouched(verb, facts, words, coordinator):
    application = make_sent()
    before = Application.objects.values().get()

    with pytest.raises(Refused, match=words):
        decide(application, verb, coordinator, **facts)

    assert Application.objects.values().get() == before
    assert (ApplicationReview.objects.count(), Letter.objects.count()) == (0, 1)


@pytest.mark.parametrize("role", ["", Role.EDITOR, Role.AWARD_SECRETARY, Role.ADMINISTRATOR])
def test_nobody_but_a_coordinator_decides(role):
    application = make_sent()

    with pytest.raises(Refused, match="только координатор"):
        decide(application, "accept", make_member(role))


def test_a_superuser_is_no_coordinator_by_that():
    with pytest.raises(Refused, match="только координатор"):
        decide(make_sent(), "accept", make_superuser())


def test_nobody_decides_on_her_own_application(coordinator):
    with pytest.raises(Refused, match="собственная"):
        decide(make_sent(person=coordinator), "accept", coordinator)


def test_decisions_end_when_the_pairs_are_out(coordinator):
    application = make_sent()
    Round.objects.update(phase="running")

    with pytest.raises(Refused, match="Пары этого раунда"):
        decide(application, "accept", coordinator)


def test_a_mistake_is_taken_back_without_a_letter(coordinator):
    application = make_sent()
    decide(application, "decline", coordinator, reason="topic")

    decide(application, "reconsider", coordinator)

    application.refresh_from_db()
    assert (application.state, application.decline_reason, application.decided_at) == ("submitted", "", None)
    assert Letter.objects.order_by("pk").last().kind == "mentoring/declined"


def test_many_are_decided_together_or_none(coordinator):
    round = make_round()
    one, other = make_sent(round=round), make_sent(round=round)
    decide(other, "decline", coordinator, reason="topic")

    with pytest.raises(Refused, match=other.reference):
        actions.decide_together(applications=[one, other], verb="accept", by=coordinator, at=NOW)

    assert list(Application.objects.order_by("pk").values_list("state", flat=True)) == [
        "submitted",
        "declined",
    ]


def test_the_preview_is_the_letter_that_goes(coordinator):
    application = make_sent()
    facts = {"message": "Мест не хватило & жаль.", "reason": "no-places"}
    reader, subject, text = notices.reviews.preview_decision(application, "decline", **facts)

    application = Application.objects.get()
    decide(application, "decline", coordinator, **facts)

    letter = Letter.objects.order_by("pk").last()
    assert (reader.email, subject, text) == (letter.to, letter.subject, letter.text)
    assert "заявок больше, чем мест" in text
    assert "&" in text


def test_her_own_letter_goes_once_for_one_click(coordinator):
    round = make_round()
    people = [make_sent(round=round), make_sent(round=round)]
    write = {"applications": people, "subject": "Встреча", "text": "В среду.", "by": coordinator, "at": NOW}

    actions.write_to(once="click", **write)
    actions.write_to(once="click", **write)

    letters = Letter.objects.filter(kind="mentoring/letter")
    assert sorted(letters.values_list("to", flat=True)) == sorted(one.person.email for one in people)


def test_a_letter_without_words_is_refused(coordinator):
    with pytest.raises(Refused, match="тема и текст"):
        actions.write_to(applications=[make_sent()], subject=" ", text="x", once="a", by=coordinator, at=NOW)


def test_an_avoidance_is_made_once_and_taken_away(coordinator):
    application, other = make_sent(), make_member()

    for _ in range(2):
        row = actions.add_avoidance(application=application, other=other, by=coordinator, at=NOW)
    assert Avoidance.objects.get() == row
    actions.remove_avoidance(avoidance=row, by=coordinator, at=NOW)

    assert Avoidance.objects.count() == 0
