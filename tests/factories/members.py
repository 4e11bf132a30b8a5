"""People for tests: made quickly, with a verified address; with a role, its group holds its real rights."""

from datetime import UTC, datetime
from itertools import count

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Group

from network.members.groups import make_groups
from network.members.models import Institution, Profile, User

NOW = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
PASSWORD = "семь тихих вечеров"
_numbers = count(1)


def make_member(
    role: str = "", *, email: str = "", name: str = "Асель Токтогулова", verified=True, **fields
) -> User:
    """A member, with a role when one is named. Her password is PASSWORD."""
    email = email or f"member{next(_numbers)}@example.org"
    user = User.objects.create_user(email, PASSWORD, name=name, **fields)
    EmailAddress.objects.create(user=user, email=email, verified=verified, primary=True)
    Profile.objects.create(user=user, name=name)
    if role:
        if not Group.objects.filter(name=role).exists():
            make_groups()
        user.groups.add(Group.objects.get(name=role))
    return user


def make_superuser(**fields) -> User:
    return make_member(is_superuser=True, is_staff=True, **fields)


def give_second_factor(user: User) -> TOTP:
    return TOTP.activate(user, generate_totp_secret())


def make_institution(name: str = "Областная библиотека", **fields) -> Institution:
    return Institution.objects.create(
        **{"name": name, "kind": "regional", "country": "KG", "city": "Ош", "is_checked": True, **fields}
    )
