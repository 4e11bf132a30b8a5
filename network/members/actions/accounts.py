"""Changes to people and their records. Each is one transaction with its history."""

from allauth.account.models import EmailAddress
from django.db import transaction

from network.members.models import Profile, User


@transaction.atomic
def make_verified_member(
    *, email: str, name: str, password: str, is_sample: bool = False, is_superuser: bool = False
) -> User:
    """An account whose address is taken as verified: made by the operator, not by a sign-up form.

    Without the verified address even an administrator could not sign in.
    """
    email = email.lower()
    user = User.objects.filter(email=email).first() or User(email=email)
    user.name = name
    user.is_staff = user.is_superuser = is_superuser
    user.set_password(password)
    user.save()
    EmailAddress.objects.update_or_create(
        user=user, email=email, defaults={"verified": True, "primary": True}
    )
    Profile.objects.update_or_create(user=user, defaults={"name": name, "is_sample": is_sample})
    return user
