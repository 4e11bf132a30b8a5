"""Writing an entry, alone and together."""

from datetime import timedelta

import pytest

from network.awards.actions.authors import invite_author, remove_author
from network.awards.actions.drafts import answer_eligibility, begin_entry, resolve, save_part
from network.awards.answers import digest
from network.awards.models import EligibilityAnswer, Entry, EntryAuthor, SetAside
from network.awards.questions import ELIGIBILITY
from network.content.models import Letter
from network.content.refusals import Refused
from network.members.actions import accept_invitation
from network.members.models import Invitation
from tests.factories import awards as make

pytestmark = pytest.mark.django_db


def test_one_no_ends_the_questions():
    user, round = make.person(), make.award_round()
    answers = {q.code: True for q in ELIGIBILITY} | {"abroad": False}

    answered = answer_eligibility(round=round, answers=answers, by=user, at=make.DURING)

    assert answered.passed is False
    with pytest.raises(Refused):
        answer_eligibility(round=round, answers={q.code: True for q in ELIGIBILITY}, by=user, at=make.DURING)
    with pytest.raises(Refused):
        begin_entry(round=round, by=user, language="ru", at=make.DURING)
    assert EligibilityAnswer.objects.get().passed is False


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        (make.OPENS - timedelta(seconds=1), False),
        (make.OPENS, True),
        (make.DEADLINE, True),
        (make.DEADLINE + timedelta(seconds=1), False),
    ],
)
def test_entries_begin_between_opening_and_deadline(at, is_open):
    user, round = make.person(), make.award_round()
    make.eligible(user, round)

    if is_open:
        assert begin_entry(round=round, by=user, language="ru", at=at).reference == "A27-0001"
    else:
        with pytest.raises(Refused):
            begin_entry(round=round, by=user, language="ru", at=at)


def test_beginning_twice_gives_the_same_empty_draft():
    user = make.person()
    first = make.draft(by=user)

    assert begin_entry(round=first.round, by=user, language="ru", at=make.DURING) == first

    make.write(first, {"need": "слово"}, by=user)
    assert begin_entry(round=first.round, by=user, language="ru", at=make.DURING).reference == "A27-0002"


def together():
    """A draft with an owner and a co-author who has joined."""
    owner, other = make.person(), make.person("John", language="en")
    entry = make.draft(by=owner)
    EntryAuthor.objects.create(
        entry=entry, user=other, email=other.email, role="writer", joined_at=make.DURING
    )
    return entry, owner, other


def save(entry, values, *, by, base=None, code="answers"):
    base = {q: digest(None) for q in values} if base is None else base
    return save_part(entry=entry, code=code, values=values, base=base, by=by, at=make.DURING)


def text(entry, question, code="answers"):
    return entry.parts.get(code=code).data.get(question)


def test_two_people_in_different_questions_both_stay():
    entry, owner, other = together()

    save(entry, {"need": "Нужда", "cooperation": ""}, by=owner)
    second = save(entry, {"need": "", "cooperation": "Together"}, by=other)

    assert second.conflicts == []
    assert (text(entry, "need"), text(entry, "cooperation")) == ("Нужда", "Together")


def test_two_people_in_one_question_lose_nothing():
    entry, owner, other = together()
    save(entry, {"need": "Слова первой"}, by=owner)

    second = save(entry, {"need": "Words of the second"}, by=other)

    assert second.conflicts == ["need"]
    assert text(entry, "need") == "Слова первой"
    assert SetAside.objects.get().data == {"need": "Words of the second"}


def test_saving_again_and_again_keeps_one_text_aside():
    entry, owner, other = together()
    save(entry, {"need": "Слова первой"}, by=owner)

    save(entry, {"need": "Words"}, by=other)
    save(entry, {"need": "Words of the second"}, by=other)

    assert SetAside.objects.get().data == {"need": "Words of the second"}


def test_two_texts_are_brought_together():
    entry, owner, other = together()
    save(entry, {"need": "Первая"}, by=owner)
    aside = save(entry, {"need": "Second"}, by=other).aside

    resolve(
        aside=aside,
        values={"need": "Первая и second"},
        base={"need": digest("Первая")},
        by=other,
        at=make.DURING,
    )

    assert text(entry, "need") == "Первая и second"
    assert SetAside.objects.get().resolved_at == make.DURING


def test_an_unchanged_screen_does_not_undo_a_neighbours_text():
    entry, owner, other = together()
    save(entry, {"need": "Старое"}, by=owner)
    seen = {"need": digest("Старое"), "activities": digest(None)}
    save(entry, {"need": "Новое"}, by=owner, base={"need": digest("Старое")})

    save(entry, {"need": "Старое", "activities": "Шесть встреч"}, by=other, base=seen)

    assert (text(entry, "need"), text(entry, "activities")) == ("Новое", "Шесть встреч")


def test_nothing_is_written_after_the_deadline():
    entry, owner, _other = together()

    with pytest.raises(Refused):
        save_part(entry=entry, code="answers", values={"need": "x"}, base={}, by=owner, at=make.AFTER)

    assert entry.parts.count() == 0


def test_a_co_author_comes_by_invitation():
    owner, entry = make.person(), None
    entry = make.draft(by=owner)

    author = invite_author(
        entry=entry, email="John@Example.org", role="sender", language="en", by=owner, at=make.DURING
    )
    john = make.person("John", language="en", email="john@example.org")
    accept_invitation(invitation=Invitation.objects.get(), by=john, at=make.DURING)

    author.refresh_from_db()
    assert (author.user, author.joined_at, author.role) == (john, make.DURING, "sender")
    assert list(Entry.objects.of_author(john)) == [entry]
    letter = Letter.objects.get(kind="members/invitation")
    assert (letter.to, letter.language, entry.reference in letter.subject) == ("john@example.org", "en", True)
    assert Letter.objects.filter(kind="awards/joined", to=owner.email).count() == 1


def test_only_the_owner_invites_and_nobody_twice():
    entry, owner, other = together()

    for by, email in ((other, "new@example.org"), (make.person(), "new@example.org"), (owner, other.email)):
        with pytest.raises(Refused):
            invite_author(entry=entry, email=email, role="writer", language="ru", by=by, at=make.DURING)

    assert Invitation.objects.count() == 0


def test_an_invitation_taken_back_no_longer_works():
    owner = make.person()
    entry = make.draft(by=owner)
    author = invite_author(
        entry=entry, email="j@example.org", role="writer", language="ru", by=owner, at=make.DURING
    )

    remove_author(author=author, by=owner, at=make.DURING)

    with pytest.raises(Refused):
        accept_invitation(
            invitation=Invitation.objects.get(), by=make.person(email="j@example.org"), at=make.DURING
        )


def test_a_removed_co_author_sees_and_writes_nothing(client):
    entry, owner, other = together()
    remove_author(author=entry.authors.get(user=other), by=owner, at=make.DURING)
    client.force_login(other)

    assert client.get(f"/ru/my/entries/{entry.reference}/").status_code == 404
    with pytest.raises(Refused):
        save(entry, {"need": "x"}, by=other)


def test_a_writer_does_not_send():
    from network.awards.actions.sending import submit

    entry, owner, other = together()
    make.write(entry, make.full_answers(), by=owner)

    with pytest.raises(Refused):
        submit(entry=entry, by=other, at=make.DURING)
    entry.authors.filter(user=other).update(role="sender")

    assert submit(entry=entry, by=other, at=make.DURING).submitted_by == other
    assert set(Letter.objects.filter(kind="awards/receipt").values_list("to", "language")) == {
        (owner.email, "ru"),
        (other.email, "en"),
    }
