"""Who may do what to whom: one table for each rule."""

import pytest

from network.members import rules
from network.members.models import User
from tests.factories.members import NOW, make_member, make_superuser

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    make_superuser()  # so that the other is not the last one
    return {
        "member": make_member(),
        "other": make_member(),
        "closed": make_member(is_active=False),
        "coordinator": make_member("coordinator"),
        "administrator": make_member("administrator"),
        "second administrator": make_member("administrator"),
        "former administrator": make_member("administrator", is_active=False),
        "superuser": make_superuser(),
    }


def allowed(rule, people, by, to, *more) -> bool:
    return rule(people[to], *more, by=people[by], at=NOW) is None


@pytest.mark.parametrize(
    ("by", "to", "may"),
    [
        ("administrator", "member", True),
        ("administrator", "administrator", False),
        ("administrator", "second administrator", True),
        ("administrator", "superuser", False),
        ("superuser", "administrator", True),
        ("superuser", "superuser", False),
        ("coordinator", "member", False),
        ("member", "other", False),
        ("former administrator", "member", False),
    ],
)
def test_closing_and_resetting(people, by, to, may):
    assert allowed(rules.why_not_close, people, by, to) is may
    assert allowed(rules.why_not_reset_second_factor, people, by, to) is may


@pytest.mark.parametrize(
    ("by", "to", "role", "may"),
    [
        ("administrator", "member", "juror", True),
        ("administrator", "member", "translator-en", True),
        ("administrator", "member", "nobody", False),
        ("administrator", "closed", "juror", False),
        ("superuser", "member", "administrator", True),
        ("coordinator", "member", "juror", False),
        ("member", "member", "administrator", False),
        ("former administrator", "member", "juror", False),
    ],
)
def test_giving_roles(people, by, to, role, may):
    assert allowed(rules.why_not_change_role, people, by, to, role) is may


@pytest.mark.parametrize(
    ("by", "to", "role", "may"),
    [
        ("administrator", "administrator", "administrator", False),
        ("administrator", "administrator", "editor", True),
        ("administrator", "second administrator", "administrator", True),
        ("coordinator", "coordinator", "coordinator", False),
    ],
)
def test_taking_roles(people, by, to, role, may):
    assert allowed(rules.why_not_take_role, people, by, to, role) is may


@pytest.mark.parametrize(
    ("by", "to", "may"),
    [
        ("member", "member", True),
        ("member", "other", False),
        ("coordinator", "member", False),
        ("administrator", "member", True),
        ("administrator", "administrator", True),
        ("superuser", "superuser", True),
    ],
)
def test_erasing(people, by, to, may):
    assert allowed(rules.why_not_erase, people, by, to) is may


def test_the_last_superuser_is_not_erased(people):
    User.objects.filter(is_superuser=True).exclude(pk=people["superuser"].pk).update(is_active=False)

    assert allowed(rules.why_not_erase, people, "superuser", "superuser") is False


@pytest.mark.parametrize(
    ("who", "holds"),
    [
        ("member", False),
        ("closed", False),
        ("coordinator", True),
        ("superuser", True),
        ("former administrator", False),
    ],
)
def test_who_holds_a_role(people, who, holds):
    assert rules.holds_a_role(people[who]) is holds
