from datetime import UTC, date, datetime

import pytest
from django.test import Client

from network.members import home
from network.members.home import Item, Section, register_section, waiting_in
from network.members.models import Profile
from tests.factories.members import give_second_factor, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def _own_sections(monkeypatch):
    monkeypatch.setattr(home, "_sections", {"members": home._sections["members"]})


def signed_in_as(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.usefixtures("_own_sections")
@pytest.mark.parametrize(("language", "word"), [("ru", "С чего начать"), ("en", "Where to begin")])
def test_empty_it_shows_where_to_begin(homes, language, word):
    page = signed_in_as(make_member()).get(f"/{language}/my/")

    assert word in page.content.decode()


@pytest.mark.usefixtures("_own_sections")
def test_sections_stand_in_their_order_and_what_waits_comes_first():
    register_section("b", 20, lambda user, request: Section("Second", items=(Item("two", "/2/"),)))
    register_section(
        "a", 30, lambda user, request: Section("Third", waiting=(Item("later", date=date(2027, 5, 1)),))
    )
    register_section(
        "c",
        10,
        lambda user, request: Section("First", text="x", waiting=(Item("soon", date=date(2027, 4, 1)),)),
    )
    register_section("d", 15, lambda user, request: None)

    page = signed_in_as(make_member()).get("/en/my/")

    assert [section.title for section in page.context["sections"]] == ["First", "Second"]
    assert [item.title for item in page.context["waiting"]] == ["soon", "later"]


def test_what_has_no_date_comes_last():
    moments = (
        Item("none"),
        Item("day", date=date(2027, 4, 1)),
        Item("hour", date=datetime(2027, 3, 31, 9, tzinfo=UTC)),
    )

    assert [item.title for item in waiting_in([Section("x", waiting=moments)])] == ["hour", "day", "none"]


@pytest.mark.usefixtures("_own_sections")
def test_who_has_no_name_is_asked_for_it():
    user = make_member()
    client = signed_in_as(user)
    before = [item.url for item in client.get("/ru/my/").context["waiting"]]
    Profile.objects.filter(user=user).update(name="")

    assert before == []
    assert [item.url for item in client.get("/ru/my/").context["waiting"]] == ["/ru/my/profile/"]


@pytest.mark.usefixtures("_own_sections")
def test_who_has_a_role_is_asked_for_a_second_factor():
    user = make_member("juror")
    client = signed_in_as(user)

    before = [item.url for item in client.get("/ru/my/").context["waiting"]]
    give_second_factor(user)

    assert before == ["/ru/account/2fa/totp/activate/"]
    assert client.get("/ru/my/").context["waiting"] == []


@pytest.mark.parametrize(("role", "shown"), [("", False), ("juror", False), ("editor", True)])
def test_the_desk_is_offered_to_those_who_may_enter(role, shown):
    page = signed_in_as(make_member(role)).get("/ru/my/").content.decode()

    assert ('href="/admin/"' in page) is shown


def test_it_is_kept_by_no_cache():
    page = signed_in_as(make_member()).get("/ru/my/")

    assert "no-store" in page.headers["Cache-Control"]
    assert "private" in page.headers["Cache-Control"]
