"""Groups as the code wants them: rights that nobody named are taken away."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q

from network.members.roles import permissions_of, role_codes


@transaction.atomic
def make_groups() -> list[str]:
    """Make or mend the group of every role; returns their names."""
    names = role_codes()
    for name in names:
        group, _ = Group.objects.get_or_create(name=name)
        wanted = Q(pk__in=[])
        for app_label, codename in permissions_of(name):
            wanted |= Q(content_type__app_label=app_label, codename=codename)
        group.permissions.set(Permission.objects.filter(wanted))
    return names
