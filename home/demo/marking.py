"""Whose database is this? The demo touches only one that it made itself, or an empty one."""

from django.db import connection

from network.content.models import StarterItem

MARK = "demo-database"


def is_empty() -> bool:
    """No table of ours yet, or nobody and no page in it."""
    from network.members.models import User

    tables = connection.introspection.table_names()
    if "members_user" not in tables or "content_starteritem" not in tables:
        return not tables
    return not User.objects.exists() and not StarterItem.objects.exists()


def is_marked() -> bool:
    tables = connection.introspection.table_names()
    return "content_starteritem" in tables and StarterItem.objects.filter(key=MARK).exists()


def mark() -> None:
    StarterItem.objects.get_or_create(key=MARK, defaults={"sha256": "", "state": ""})
