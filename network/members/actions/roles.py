from datetime import datetime

from django.contrib.auth.models import Group
from django.db import transaction

from network.content.refusals import Refused
from network.members.history import record
from network.members.models import User
from network.members.roles import give_role as put_into_group
from network.members.rules import why_not_change_role, why_not_take_role


@transaction.atomic
def give_role(*, user: User, role: str, by: User | None, at: datetime, why: str = "") -> bool:
    """Give a role; ``by`` is None only for the operator's commands. False when she holds it already."""
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if by is not None and (sentence := why_not_change_role(user, role, by=by, at=at)):
        raise Refused(sentence)
    if user.groups.filter(name=role).exists():
        return False
    put_into_group(user, role)
    record("give_role", user, by=by, at=at, after=role, why=why)
    return True


@transaction.atomic
def take_role(*, user: User, role: str, by: User, at: datetime, why: str = "") -> bool:
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if sentence := why_not_take_role(user, role, by=by, at=at):
        raise Refused(sentence)
    if not user.groups.filter(name=role).exists():
        return False
    user.groups.remove(Group.objects.get(name=role))
    record("take_role", user, by=by, at=at, before=role, why=why)
    return True
