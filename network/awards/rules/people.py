"""Who is who to an entry."""

from network.awards.models import Entry, EntryAuthor
from network.members.roles import Role, has_role


def author_of(entry: Entry, user) -> EntryAuthor | None:
    """Her place among the authors of the entry, or None."""
    if not user or not user.is_authenticated:
        return None
    return entry.authors.filter(user=user, removed_at__isnull=True).first()


def is_secretary(user) -> bool:
    """Who screens entries and keeps rounds. A superuser is not one by that alone."""
    return has_role(user, Role.AWARD_SECRETARY)


def is_chair(user) -> bool:
    return has_role(user, Role.AWARD_CHAIR)


def is_award_staff(user) -> bool:
    return has_role(user, Role.AWARD_SECRETARY, Role.AWARD_CHAIR)
