"""What must hold of rights and of the intake before anybody is served. Run with the database: by `setup` and `release`."""

from django.core import checks
from django.db import connection
from wagtail.models import GroupPagePermission, Page

from network.content.models.sealed import INTAKE_SLUG


def _is_migrated() -> bool:
    return {"wagtailcore_grouppagepermission", "content_intakepage"} <= set(
        connection.introspection.table_names()
    )


@checks.register(checks.Tags.database)
def no_group_reads_the_intake(app_configs, databases=None, **kwargs):
    """Rights on the root reach into the intake, where applications and entries lie."""
    if not databases or not _is_migrated():
        return []
    intake = Page.objects.filter(slug=INTAKE_SLUG, depth=2).first()
    found = []
    for right in GroupPagePermission.objects.select_related("group", "page", "permission"):
        if right.page.depth == 1 or (intake and right.page.path.startswith(intake.path)):
            found.append(
                checks.Error(
                    f"Group “{right.group}” has the right “{right.permission.codename}” on “{right.page}”: "
                    "it reaches applications and entries.",
                    hint="Take it away; `manage.py make_roles` gives every role the rights it needs.",
                    id="members.E001",
                )
            )
    return found


@checks.register(checks.Tags.database)
def nothing_in_the_intake_is_live(app_configs, databases=None, **kwargs):
    if not databases or not _is_migrated():
        return []
    intake = Page.objects.filter(slug=INTAKE_SLUG, depth=2).first()
    if intake is None:
        return [checks.Error("There is no intake.", hint="Run `manage.py migrate`.", id="members.E003")]
    return [
        checks.Error(f"The sealed page “{page.title}” is live.", hint="Set live to False.", id="members.E002")
        for page in Page.objects.filter(path__startswith=intake.path, live=True)
    ]
