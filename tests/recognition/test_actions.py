"""Certificates: given once, changed by their holder, revoked by an administrator."""

import random

import pytest
from django.utils.translation import override

from network.content.refusals import Refused
from network.members.models import HistoryEntry
from network.members.roles import Role
from network.recognition.actions import issue, reissue, revoke, show_name
from network.recognition.models import Certificate
from tests.factories.members import make_member, make_superuser
from tests.factories.recognition import AT, TITLES, certificate, programme

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_russian():
    """Another test's request may have left its language active."""
    with override("ru"):
        yield


def give(holder, *, refuses=None, name="Айпери Садыкова", code="test", **fields):
    with programme(refuses=refuses):
        return issue(holder=holder, programme=code, name=name, language="ru", by=holder, at=AT, **fields)


def verbs():
    return list(HistoryEntry.objects.order_by("pk").values_list("verb", flat=True))


def test_what_stands_on_a_certificate_comes_from_its_programme():
    holder = make_member()

    given = give(holder, subject="course", is_name_shown=True)

    given.refresh_from_db()
    assert (given.holder, given.titles, given.hours, given.edition) == (holder, TITLES, 12, "2027")
    assert (given.shown_name, given.is_name_shown, given.state, given.subject) == (
        "Айпери Садыкова",
        True,
        "valid",
        "course",
    )
    assert verbs() == ["issue_certificate"]


def test_the_name_is_kept_as_a_hash_that_knows_it_again():
    given = give(make_member(), name="Анна Ёлкина")
    assert "Анна" not in given.name_hash
    assert [given.is_of(name) for name in ("анна елкина", "Анна Ёлкина ", "Анна", "", "—")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_certificate_is_given_once_for_one_thing():
    holder = make_member()
    give(holder)

    with pytest.raises(Refused) as refused:
        give(holder)
    give(holder, subject="another")

    assert str(refused.value) == "Этот сертификат уже выдан."
    assert Certificate.objects.count() == 2


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"code": "unknown"}, "Такого сертификата нет."),
        ({"refuses": "Сначала заполните план."}, "Сначала заполните план."),
        ({"name": "—"}, "Напишите имя, как оно должно стоять в сертификате."),
    ],
)
def test_a_refusal_gives_nothing(fields, said):
    with pytest.raises(Refused) as refused:
        give(make_member(), **fields)

    assert (str(refused.value), Certificate.objects.count(), verbs()) == (said, 0, [])


def test_a_code_that_is_taken_is_drawn_again():
    give(make_member(), chance=random.Random(1))
    second = give(make_member(), chance=random.Random(1))
    assert Certificate.objects.filter(code=second.code).count() == 1
    assert Certificate.objects.count() == 2


def test_the_holder_chooses_who_sees_the_name():
    given = certificate()

    show_name(certificate=given, is_shown=True, by=given.holder, at=AT)

    given.refresh_from_db()
    assert (given.is_name_shown, verbs()[-1]) == (True, "show_name")


def test_another_name_makes_another_certificate_and_the_old_one_says_so():
    given = certificate()

    new = reissue(certificate=given, name="Айпери Токтогулова", by=given.holder, at=AT)

    given.refresh_from_db()
    assert (given.state, given.replaced_by, new.state) == ("replaced", new, "valid")
    assert (new.code != given.code, new.issued_at, new.titles) == (True, given.issued_at, given.titles)
    assert (new.is_of("Айпери Токтогулова"), new.is_of("Айпери Садыкова")) == (True, False)


@pytest.mark.parametrize("change", [lambda c, by: show_name(certificate=c, is_shown=True, by=by, at=AT), lambda c, by: reissue(certificate=c, name="Чужая", by=by, at=AT)])  # fmt: skip
def test_nobody_changes_somebody_elses_certificate(change):
    given = certificate()

    with pytest.raises(Refused):
        change(given, make_member())

    given.refresh_from_db()
    assert (given.is_name_shown, given.state) == (False, "valid")


@pytest.mark.parametrize("who", ["administrator", "superuser"])
def test_an_administrator_revokes_with_a_reason(who):
    given = certificate()
    by = make_superuser() if who == "superuser" else make_member(Role.ADMINISTRATOR)

    revoke(certificate=given, reason=" Выдано по ошибке ", by=by, at=AT)

    given.refresh_from_db()
    assert (given.state, given.reason, given.revoked_at) == ("revoked", "Выдано по ошибке", AT)
    assert HistoryEntry.objects.latest("pk").why == "Выдано по ошибке"


def test_revoking_is_refused_without_a_reason_twice_and_to_everybody_else():
    given, administrator = certificate(), make_member(Role.ADMINISTRATOR)

    for by, reason in ((administrator, " "), (given.holder, "сама"), (make_member(Role.COORDINATOR), "нет")):
        with pytest.raises(Refused):
            revoke(certificate=given, reason=reason, by=by, at=AT)
    revoke(certificate=given, reason="ошибка", by=administrator, at=AT)
    with pytest.raises(Refused):
        revoke(certificate=given, reason="ещё раз", by=administrator, at=AT)

    given.refresh_from_db()
    assert given.reason == "ошибка"


def test_after_a_revoked_one_a_new_one_can_be_given():
    given = certificate()
    revoke(certificate=given, reason="ошибка", by=make_member(Role.ADMINISTRATOR), at=AT)
    assert give(given.holder).state == "valid"
