"""People for tests, with the rights a test names."""

from itertools import count

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from network.members.models import Profile, User

numbers = count(1)


def member(email: str = "", **fields) -> User:
    email = email or f"member{next(numbers)}@example.org"
    user = User.objects.create_user(email, "a long enough password", **fields)
    Profile.objects.create(user=user, name=user.name)
    return user


def admin_user(email: str = "") -> User:
    return member(email, is_superuser=True, is_staff=True)


def permission(name: str) -> Permission:
    app_label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)


def with_page_rights(page, *actions: str, also: tuple[str, ...] = ()) -> User:
    """A member who may enter the admin and do ``actions`` (add, change, publish) below ``page`` only."""
    user = member()
    group = Group.objects.create(name=f"rights{next(numbers)}")
    for action in actions:
        GroupPagePermission.objects.create(
            group=group, page=page, permission=permission(f"wagtailcore.{action}_page")
        )
    group.permissions.add(permission("wagtailadmin.access_admin"), *(permission(name) for name in also))
    user.groups.add(group)
    return user
