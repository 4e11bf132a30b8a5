import pytest
from django.contrib.auth.models import Group, Permission
from django.core import checks
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page

from network.members.groups import make_groups
from network.members.models import User
from network.members.roles import (
    Role,
    grant,
    has_role,
    members_of,
    permissions_of,
    role_codes,
    role_label,
    translator,
)
from tests.factories.members import make_member

pytestmark = pytest.mark.django_db


def rights_of(group: str) -> set[tuple[str, str]]:
    rights = GroupPagePermission.objects.filter(group__name=group).select_related(
        "page__locale", "permission"
    )
    return {(right.page.locale.language_code, right.permission.codename) for right in rights}


def page_right(group: Group, page: Page, codename="change_page") -> None:
    GroupPagePermission.objects.create(
        group=group, page=page, permission=Permission.objects.get(codename=codename)
    )


def found_errors() -> list[str]:
    return [error.id for error in checks.run_checks(tags=[checks.Tags.database], databases=["default"])]


def test_pages_are_edited_on_the_front_pages_of_each_language(homes):
    make_member("second-editor")  # alone, an editor publishes, too: see the tests of moderation
    make_groups()

    assert rights_of("editor") == {
        (lang, code) for lang in ("ru", "en") for code in ("add_page", "change_page")
    }
    assert rights_of("second-editor") == {
        (lang, code) for lang in ("ru", "en") for code in ("add_page", "change_page", "publish_page")
    }
    assert rights_of("translator-en") == {("en", "change_page")}
    assert [rights_of(role) for role in ("coordinator", "award-secretary", "juror", "administrator")] == [
        set()
    ] * 4


def test_a_translator_changes_pages_of_her_language_alone(homes):
    russian, english = homes
    user = User.objects.get(pk=make_member("translator-en").pk)
    make_groups()

    rights = [
        (page.permissions_for_user(user).can_edit(), page.permissions_for_user(user).can_publish())
        for page in (english, russian)
    ]

    assert rights == [(True, False), (False, False)]
    assert user.has_perm("wagtail_localize.submit_translation")


def test_rights_nobody_named_are_taken_away(homes):
    make_groups()
    editor = Group.objects.get(name="editor")
    page_right(editor, homes[0], "unlock_page")
    editor.permissions.add(Permission.objects.get(codename="delete_user"))

    make_groups()

    assert ("ru", "unlock_page") not in rights_of("editor")
    assert not editor.permissions.filter(codename="delete_user").exists()


def test_made_again_they_are_the_same(homes):
    make_groups()
    before = list(GroupPagePermission.objects.order_by("pk").values_list("pk", flat=True))

    make_groups()

    assert list(GroupPagePermission.objects.order_by("pk").values_list("pk", flat=True)) == before


def test_editors_choose_and_add_pictures_and_the_second_changes_them():
    make_groups()

    def files(group):
        return set(
            GroupCollectionPermission.objects.filter(group__name=group).values_list(
                "permission__codename", flat=True
            )
        )

    assert files("editor") == {"add_image", "choose_image", "add_document", "choose_document"}
    assert files("second-editor") == files("editor") | {"change_image", "change_document"}
    assert files("translator-en") == {"choose_image", "choose_document"}
    assert files("coordinator") == set()


def test_wagtails_own_groups_give_way():
    make_groups()

    assert sorted(Group.objects.values_list("name", flat=True)) == sorted(role_codes())


def test_wagtails_own_groups_stay_while_somebody_is_in_them():
    Group.objects.get(name="Editors").user_set.add(make_member())

    make_groups()

    assert Group.objects.filter(name="Editors").exists()


def test_an_app_grants_what_its_roles_need(monkeypatch):
    monkeypatch.setattr("network.members.roles._permissions", {})
    grant(Role.JUROR, "members.view_institution")

    make_groups()

    juror = Group.objects.get(name="juror")
    assert permissions_of("juror") == {("members", "view_institution")}
    assert list(juror.permissions.values_list("codename", flat=True)) == ["view_institution"]


def test_who_holds_a_role():
    juror, closed, plain = make_member("juror"), make_member("juror", is_active=False), make_member()
    boss = make_member(is_superuser=True)

    assert [has_role(user, Role.JUROR) for user in (juror, closed, plain, boss, None)] == [
        True,
        False,
        False,
        False,
        False,
    ]
    assert list(members_of("juror")) == [juror]


@pytest.mark.parametrize("role", [*Role, translator("en")])
def test_each_role_has_a_name(role):
    assert str(role_label(role)) not in {"", "member", "участник"}


def test_all_is_well_from_the_start(homes):
    make_groups()

    assert found_errors() == []


@pytest.mark.parametrize("place", ["root", "intake"])
def test_a_right_that_reaches_the_intake_is_an_error(place):
    page = Page.objects.get(depth=1) if place == "root" else Page.objects.get(slug="intake", depth=2)
    page_right(Group.objects.create(name="curious"), page)

    assert found_errors() == ["members.E001"]


def test_a_live_page_in_the_intake_is_an_error():
    Page.objects.filter(slug="intake").update(live=True)

    assert found_errors() == ["members.E002"]
