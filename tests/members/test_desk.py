"""Administrators' screens: people, roles, invitations, registers."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from wagtail.users.models import UserProfile

from network.content.models import Letter
from network.members.models import HistoryEntry, Institution, Invitation, Profile, ReadingEntry, User
from network.members.roles import has_role
from tests.factories.members import give_second_factor, make_institution, make_member, make_superuser
from tests.members.walking import last_letter, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return make_member("administrator", name="Ирина")


@pytest.fixture
def desk(administrator):
    return signed_in(administrator)


def page_of(user) -> str:
    return f"/admin/users/edit/{user.pk}/"


def do(client, user, action, **values):
    prefixed = {
        f"{action}-{name}": value for name, value in values.items() if name != "role" or action == "give"
    }
    if action == "take":
        prefixed["role"] = values["role"]
    return client.post(page_of(user), {"action": action, **prefixed})


def fresh(user) -> User:
    return User.objects.get(pk=user.pk)


def test_gives_and_takes_a_role_with_its_reason(desk, administrator):
    user = make_member()

    do(desk, user, "give", role="juror", why="приглашена в жюри")
    given = has_role(fresh(user), "juror")
    do(desk, user, "take", role="juror", why="срок истёк")

    lines = HistoryEntry.objects.filter(
        subject_type="members.user", verb__in=["give_role", "take_role"]
    ).order_by("pk")
    assert (given, has_role(fresh(user), "juror")) == (True, False)
    assert [(e.actor, e.verb, e.before, e.after, e.why) for e in lines] == [
        (administrator, "give_role", "", "juror", "приглашена в жюри"),
        (administrator, "take_role", "juror", "", "срок истёк"),
    ]


def test_without_a_reason_nothing_changes(desk):
    user = make_member()

    page = do(desk, user, "give", role="juror", why=" ")

    assert page.status_code == 200
    assert not has_role(fresh(user), "juror")


@pytest.mark.parametrize("role", ["king", "translator-ru", ""])
def test_there_are_no_other_roles(desk, role):
    user = make_member()

    do(desk, user, "give", role=role, why="x")

    assert fresh(user).groups.count() == 0


def test_nobody_takes_her_own_administration_away(desk, administrator):
    do(desk, administrator, "take", role="administrator", why="x")

    assert has_role(fresh(administrator), "administrator")


def test_closes_and_opens_an_account(desk):
    user = make_member()
    session = signed_in(user)

    do(desk, user, "close", why="просила")
    closed = (fresh(user).is_active, session.get("/ru/my/").status_code)
    do(desk, user, "close", why="вернулась")

    assert closed == (False, 302)
    assert fresh(user).is_active is True
    assert list(
        HistoryEntry.objects.filter(verb__endswith="_account").values_list("verb", "why").order_by("pk")
    ) == [
        ("close_account", "просила"),
        ("open_account", "вернулась"),
    ]


def test_takes_a_lost_second_factor_away_and_she_is_told(desk):
    user = make_member("editor")
    give_second_factor(user)

    do(desk, user, "reset", why="потеряла телефон, перезвонили")

    assert user.authenticator_set.count() == 0
    assert HistoryEntry.objects.get(verb="reset_second_factor").why == "потеряла телефон, перезвонили"
    assert last_letter(user.email).kind == "account/second-factor-reset"


def test_nobody_resets_her_own(administrator):
    give_second_factor(administrator)
    client = signed_in(make_member("administrator"))

    do(client, administrator, "reset", why="x")
    other_gone = administrator.authenticator_set.count()
    give_second_factor(administrator)
    own = Client()
    own.force_login(administrator)
    do(own, administrator, "reset", why="x")

    assert (other_gone, administrator.authenticator_set.count()) == (0, 1)


@pytest.mark.parametrize("action", ["close", "reset", "erase"])
def test_a_superuser_is_changed_by_a_superuser_alone(desk, action):
    make_superuser()
    boss = make_superuser()
    give_second_factor(boss)

    do(desk, boss, action, why="x", address="wrong@example.org")

    assert (fresh(boss).is_active, boss.authenticator_set.count()) == (True, 1)


def test_erases_on_request_with_the_address_typed(desk):
    user = make_member()

    wrong = do(desk, user, "erase", why="просила письмом", address="x@example.org")
    do(desk, user, "erase", why="просила письмом", address=user.email)

    assert wrong.status_code == 200
    assert not User.objects.filter(pk=user.pk).exists()
    assert HistoryEntry.objects.get(verb="erase_account").why == "просила письмом"


def test_every_change_wants_a_fresh_sign_in(administrator):
    user = make_member()
    client = Client()
    client.force_login(administrator)

    answer = do(client, user, "give", role="juror", why="x")

    assert answer.headers["Location"].startswith("/ru/account/reauthenticate/")
    assert not has_role(fresh(user), "juror")


def test_reading_somebodys_page_is_logged(desk, administrator):
    user = make_member()

    desk.get(page_of(user))

    entry = ReadingEntry.objects.get()
    assert (entry.reader, entry.subject_type, entry.subject_id) == (
        administrator,
        "members.user",
        str(user.pk),
    )


def test_no_screen_lets_anybody_choose_a_password(desk):
    user = make_member()
    before = user.password

    page = desk.get(page_of(user)).content.decode()
    desk.post(page_of(user), {"action": "give", "password": "x", "password1": "x", "is_superuser": "on"})

    assert 'type="password"' not in page
    assert (fresh(user).password, fresh(user).is_superuser) == (before, False)


@pytest.mark.parametrize(
    "path", ["/admin/users/new/", "/admin/groups/", "/admin/groups/new/", "/admin/users/delete/1/"]
)
def test_wagtails_own_screens_are_gone(path):
    assert signed_in(make_superuser()).get(path).status_code == 404


@pytest.mark.parametrize("action", ["assign_role", "set_active_state", "delete"])
def test_wagtails_bulk_actions_change_nobody(action):
    user = make_member()
    client = signed_in(make_superuser())

    answer = client.post(
        f"/admin/bulk/members/user/{action}/?id={user.pk}", {"mark_as_active": "False", "role": "1"}
    )

    assert answer.status_code in {302, 403, 404}
    assert fresh(user).is_active is True


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"Ирина", "Асель", "Aisel"}),
        ("?q=асель", {"Асель"}),
        ("?q=АСЕЛЬ", {"Асель"}),
        ("?q=aisel", {"Aisel"}),
        ("?q=%40example.org", {"Ирина", "Асель", "Aisel"}),
        ("?role=administrator", {"Ирина"}),
        ("?role=juror", {"Aisel"}),
        ("?is_active=false", {"Aisel"}),
    ],
)
def test_finds_members(desk, query, found):
    make_member(name="Асель")
    make_member("juror", name="Aisel", is_active=False)

    page = desk.get(f"/admin/users/{query}")

    assert {user.name for user in page.context["object_list"]} == found


def test_the_list_takes_the_same_queries_whatever_its_length(desk, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for _round in range(2):
        make_member("juror")
        desk.get("/admin/users/")
        with CaptureQueriesContext(
            connection,
        ) as captured:
            desk.get("/admin/users/")
        counts.append(len(captured))
        for _number in range(5):
            make_member("editor")

    assert counts[0] == counts[1]


def test_invites_and_revokes(desk, administrator):
    desk.post(
        "/admin/member_invitations/new/", {"email": "new@example.org", "role": "juror", "language": "en"}
    )
    invitation = Invitation.objects.get()
    listed = desk.get("/admin/member_invitations/").content.decode()
    desk.post(f"/admin/member_invitations/{invitation.pk}/revoke/")

    invitation.refresh_from_db()
    assert (invitation.invited_by, invitation.language) == (administrator, "en")
    assert "new@example.org" in listed
    assert f"/admin/member_invitations/{invitation.pk}/revoke/" in listed
    assert invitation.revoked_at is not None
    assert Letter.objects.get(to="new@example.org").language == "en"


def test_a_refused_invitation_says_why(desk):
    for _number in range(3):
        desk.post(
            "/admin/member_invitations/new/", {"email": "new@example.org", "role": "juror", "language": "en"}
        )

    page = desk.post(
        "/admin/member_invitations/new/", {"email": "new@example.org", "role": "editor", "language": "en"}
    )

    assert page.status_code == 200
    assert page.context["form"].non_field_errors()


@pytest.mark.parametrize("role", ["administrator", "coordinator", "award-secretary"])
def test_keeps_the_register_of_institutions(role):
    client = signed_in(make_member(role))
    values = {
        "name": "Сельская библиотека",
        "kind": "rural",
        "country": "KG",
        "city": "Талас",
        "is_checked": "on",
    }

    client.post("/admin/institutions/new/", values)
    client.post("/admin/institutions/new/", {**values, "name": "Bad\u202ename"})

    assert [one.label for one in Institution.objects.all()] == ["Сельская библиотека (Талас)"]


@pytest.mark.parametrize("path", ["member_consents", "member_history", "member_readings"])
def test_records_are_read_by_administrators_alone(path, desk):
    make_institution()

    assert desk.get(f"/admin/{path}/").status_code == 200
    assert signed_in(make_member("coordinator")).get(f"/admin/{path}/").status_code == 302
    assert signed_in(make_superuser()).get(f"/admin/{path}/new/").status_code == 404


def test_desk_is_in_the_zone_and_under_the_name_of_her_profile(desk, administrator):
    Profile.objects.filter(user=administrator).update(time_zone="Asia/Bishkek")
    at = datetime(2027, 3, 1, 20, 30, tzinfo=UTC)
    HistoryEntry.objects.create(
        verb="give_role", actor=administrator, subject_type="user", subject_id="1", at=at
    )

    page = desk.get("/admin/member_history/", headers={"accept-language": "en"}).content.decode()

    assert "2 March 2027, 02:30" in page
    assert UserProfile.objects.count() == 0


def test_account_page_asks_for_nothing_the_profile_holds(desk, administrator):
    page = desk.get("/admin/account/").content.decode()
    answer = desk.post(
        "/admin/account/",
        {
            "locale-preferred_language": "en",
            "theme-theme": "dark",
            "theme-contrast": "system",
            "theme-density": "default",
        },
    )

    assert 'href="/ru/my/profile/"' in page
    assert "first_name" not in page
    assert "current_time_zone" not in page
    assert answer.status_code == 302
    assert fresh(administrator).wagtail_userprofile.theme == "dark"
