"""Roles are groups made by code, with the least they need. Nobody edits them by hand."""

from enum import StrEnum

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


class Role(StrEnum):
    EDITOR = "editor"
    SECOND_EDITOR = "second-editor"
    COORDINATOR = "coordinator"
    AWARD_SECRETARY = "award-secretary"
    AWARD_CHAIR = "award-chair"
    JUROR = "juror"
    ADMINISTRATOR = "administrator"


LABELS = {
    Role.EDITOR: _("editor"),
    Role.SECOND_EDITOR: _("second editor"),
    Role.COORDINATOR: _("coordinator"),
    Role.AWARD_SECRETARY: _("award secretary"),
    Role.AWARD_CHAIR: _("award chair"),
    Role.JUROR: _("juror"),
    Role.ADMINISTRATOR: _("administrator"),
}

# Permissions each app wants for a role, as (app_label, codename); filled by the apps' ready().
_permissions: dict[str, set[tuple[str, str]]] = {}


def translator(language: str) -> str:
    """The name of the group of translators into one language."""
    return f"translator-{language}"


def role_label(role: str):
    """The name of a role for people; a translator's names her language."""
    prefix, _dash, language = role.partition("translator-")
    if not prefix and language:
        return format_lazy(
            _("translator ({language})"), language=dict(settings.LANGUAGES).get(language, language)
        )
    return LABELS.get(role, _("member"))


def role_codes() -> list[str]:
    return [
        *Role,
        *(translator(code) for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE),
    ]


def grant(role: str, *permissions: str) -> None:
    """Name permissions ("app_label.codename") a role needs; they are given when groups are made."""
    for permission in permissions:
        app_label, _dot, codename = permission.partition(".")
        _permissions.setdefault(role, set()).add((app_label, codename))


# Page types whose pages a role edits, with all below them: (model, codes of Wagtail's page permissions).
_page_types: dict[str, set[tuple[str, str]]] = {}


def grant_pages(role: str, model: str, *codes: str) -> None:
    """Name rights ("change_page") a role needs on every page of a type ("app.Model") and all below it."""
    _page_types.setdefault(role, set()).update((model, code) for code in codes)


def page_types_of(role: str) -> set[tuple[str, str]]:
    return _page_types.get(role, set())


def permissions_of(role: str) -> set[tuple[str, str]]:
    return _permissions.get(role, set())


def has_role(user, *roles: str) -> bool:
    """Whether an active member holds one of the roles. A superuser holds none by that alone."""
    if not user or not user.is_authenticated or not user.is_active:
        return False
    if not hasattr(user, "_role_names"):
        user._role_names = set(user.groups.values_list("name", flat=True))
    return bool(user._role_names & set(roles))


def give_role(user, role: str) -> None:
    """Only for actions: puts the member into the role's group."""
    user.groups.add(Group.objects.get(name=role))
    user.__dict__.pop("_role_names", None)


def members_of(role: str):
    from network.members.models import User

    return User.objects.filter(groups__name=role, is_active=True).order_by("pk")
