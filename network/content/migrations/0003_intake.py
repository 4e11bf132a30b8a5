"""The intake, and no group's rights on the root: Wagtail's stock groups would read every entry."""

from django.db import migrations

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def next_step(path: str) -> str:
    """The path of the next sibling, as treebeard counts: four digits of base 36."""
    number = int(path[-4:], 36) + 1
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = ALPHABET[rest] + digits
    return path[:-4] + digits.rjust(4, "0")


def make_intake(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    IntakePage = apps.get_model("content", "IntakePage")
    ContentType = apps.get_model("contenttypes", "ContentType")
    Locale = apps.get_model("wagtailcore", "Locale")
    root = Page.objects.get(depth=1)
    last = Page.objects.filter(depth=2).order_by("path").last()
    kind, _ = ContentType.objects.get_or_create(app_label="content", model="intakepage")
    IntakePage.objects.create(
        title="Intake",
        draft_title="Intake",
        slug="intake",
        path=next_step(last.path) if last else root.path + "0001",
        depth=2,
        numchild=0,
        url_path="/intake/",
        live=False,
        has_unpublished_changes=True,
        content_type=kind,
        locale=Locale.objects.order_by("pk").first(),
    )
    Page.objects.filter(pk=root.pk).update(numchild=root.numchild + 1)


def drop_stock_rights(apps, schema_editor):
    apps.get_model("wagtailcore", "GroupPagePermission").objects.filter(page__depth=1).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0002_initial"),
        ("wagtailcore", "0090_remove_grouppagepermission_permission_type"),
    ]

    operations = [
        migrations.RunPython(make_intake, migrations.RunPython.noop),
        migrations.RunPython(drop_stock_rights, migrations.RunPython.noop),
    ]
