"""What this floor itself says on «My network»."""

from django.urls import reverse
from django.utils.translation import gettext as _

from network.members.home import Item, Section, register_section
from network.members.passwords import has_second_factor
from network.members.queries import profile_of
from network.members.rules import holds_a_role


def build(user, request) -> Section | None:
    waiting = []
    if not profile_of(user).name:
        waiting.append(
            Item(
                title=_("Say how you want to be addressed"),
                url=reverse("members:profile"),
                kind=_("Profile"),
                text=_("Your name stands in letters and certificates. It takes a minute."),
            )
        )
    if holds_a_role(user) and not has_second_factor(user):
        waiting.append(
            Item(
                title=_("Set up the second factor"),
                url=reverse("mfa_activate_totp"),
                kind=_("Account"),
                text=_("You have a role and see other people's data: a password alone is not enough."),
            )
        )
    return Section(title=_("Account"), waiting=tuple(waiting)) if waiting else None


def register() -> None:
    register_section("members", 0, build)
