"""Groups as the code wants them: rights that nobody named are taken away."""

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Workflow,
)

from network.members.moderation import is_alone
from network.members.roles import Role, page_types_of, permissions_of, role_codes, translator

# On the front page of every language and all below it; never on the root, never in the intake.
PAGE_RIGHTS = {
    Role.EDITOR: ("add_page", "change_page"),
    Role.SECOND_EDITOR: ("add_page", "change_page", "publish_page"),
}
# On the pages of her own language alone.
TRANSLATOR_RIGHTS = ("change_page",)
FILE_RIGHTS = {
    Role.EDITOR: ("add_image", "choose_image", "add_document", "choose_document"),
    Role.SECOND_EDITOR: (
        "add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document",
    ),
}  # fmt: skip
TRANSLATOR_FILES = ("choose_image", "choose_document")
STOCK_GROUPS = ("Editors", "Moderators")
STOCK_WORKFLOW = "Moderators approval"
WORKFLOW = "Проверка вторым редактором"


@transaction.atomic
def make_groups() -> list[str]:
    """Make or mend the group of every role; returns their names. Run at every release and after setup."""
    names = role_codes()
    fronts = front_pages()
    for name in names:
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(Permission.objects.filter(_named(permissions_of(name))))
        _set_page_rights(group, page_rights(name, fronts))
        _set_file_rights(group, _file_rights(name))
    _replace_stock_groups()
    return names


def front_pages() -> dict[str, list[Page]]:
    """The front page of each site in each language."""
    fronts: dict[str, list[Page]] = {}
    for site in Site.objects.select_related("root_page"):
        for page in Page.objects.filter(
            translation_key=site.root_page.translation_key, depth__gt=1
        ).select_related("locale"):
            fronts.setdefault(page.locale.language_code, []).append(page)
    return fronts


def mend_page_rights(role: str) -> None:
    """Bring the page rights of one role up to date; nothing happens before its group is made."""
    group = Group.objects.filter(name=role).first()
    if group:
        _set_page_rights(group, page_rights(role, front_pages()))


def page_rights(role: str, fronts: dict[str, list[Page]]) -> set[tuple[int, str]]:
    if role in PAGE_RIGHTS:
        rights = PAGE_RIGHTS[role]
        if role == Role.EDITOR and is_alone():
            rights = (*rights, "publish_page")
        return {(page.pk, code) for pages in fronts.values() for page in pages for code in rights}
    for language, _name in settings.LANGUAGES:
        if role == translator(language):
            return {(page.pk, code) for page in fronts.get(language, []) for code in TRANSLATOR_RIGHTS}
    return {
        (pk, code)
        for model, code in page_types_of(role)
        for pk in apps.get_model(model).objects.filter(depth__gt=1).values_list("pk", flat=True)
    }


def _file_rights(role: str) -> tuple[str, ...]:
    return FILE_RIGHTS.get(role, TRANSLATOR_FILES if role.startswith("translator-") else ())


def _named(permissions) -> Q:
    wanted = Q(pk__in=[])
    for app_label, codename in permissions:
        wanted |= Q(content_type__app_label=app_label, codename=codename)
    return wanted


def _set_page_rights(group: Group, wanted: set[tuple[int, str]]) -> None:
    present = {
        (r.page_id, r.permission.codename): r for r in group.page_permissions.select_related("permission")
    }
    for key, right in present.items():
        if key not in wanted:
            right.delete()
    known = {p.codename: p for p in Permission.objects.filter(content_type__app_label="wagtailcore")}
    for page_id, codename in wanted - present.keys():
        GroupPagePermission.objects.create(group=group, page_id=page_id, permission=known[codename])


def _set_file_rights(group: Group, wanted: tuple[str, ...]) -> None:
    root = Collection.get_first_root_node()
    known = Permission.objects.filter(
        content_type__app_label__in=["wagtailimages", "wagtaildocs"], codename__in=wanted
    )
    GroupCollectionPermission.objects.filter(group=group).exclude(
        permission__in=known, collection=root
    ).delete()
    for permission in known:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _replace_stock_groups() -> None:
    """Wagtail's own groups go when nobody is in them; its workflow asks our second editors instead."""
    task = GroupApprovalTask.objects.filter(name=STOCK_WORKFLOW).first()
    if task:
        task.groups.set([Group.objects.get(name=Role.SECOND_EDITOR)])
        task.name = WORKFLOW
        task.save()
        Workflow.objects.filter(name=STOCK_WORKFLOW).update(name=WORKFLOW)
    Group.objects.filter(name__in=STOCK_GROUPS, user__isnull=True).delete()
