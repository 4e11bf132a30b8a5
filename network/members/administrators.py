"""The first administrator: from the environment or asked for on a terminal."""

import getpass
import os
import sys

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from network.members.actions import give_role, make_verified_member
from network.members.groups import make_groups
from network.members.models import User
from network.members.roles import Role


class NoAdministrator(Exception):
    """Nothing says who the administrator is; the message names what to set."""


def first_administrator() -> User | None:
    """Make the administrator, or None when there is one already."""
    if User.objects.filter(is_superuser=True, is_active=True).exists():
        return None
    email, name, password = (
        os.environ.get("ADMIN_EMAIL"),
        os.environ.get("ADMIN_NAME"),
        os.environ.get("ADMIN_PASSWORD"),
    )
    if not (email and password):
        if not sys.stdin.isatty():
            raise NoAdministrator("Set ADMIN_EMAIL and ADMIN_PASSWORD, or run `setup` on a terminal.")
        email = email or input("E-mail address of the administrator: ").strip()
        name = name or input("Name: ").strip()
        password = password or getpass.getpass("Password (at least 15 characters): ")
    try:
        validate_email(email)
        validate_password(password, User(email=email, name=name or ""))
    except ValidationError as error:
        raise NoAdministrator(" ".join(error.messages)) from error
    user = make_verified_member(email=email, name=name or "", password=password, is_superuser=True)
    make_groups()
    give_role(user=user, role=Role.ADMINISTRATOR, by=None, at=timezone.now())
    return user
