"""Writing together."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from network.awards.models import Entry, EntryAuthor
from network.awards.rules.people import author_of

MOST_AUTHORS = 8


def why_not_invite(entry: Entry, email: str, *, by, at: datetime) -> str | None:
    author = author_of(entry, by)
    if author is None or author.role != EntryAuthor.Role.OWNER:
        return _("Only the owner of an entry invites co-authors.")
    if not entry.is_writable:
        return _("This entry can no longer be changed.")
    current = entry.authors.filter(removed_at__isnull=True)
    if current.filter(email__iexact=email.strip()).exists():
        return _("This address is among the authors already.")
    if current.count() >= MOST_AUTHORS:
        return _("An entry has up to eight authors.")
    return None


def why_not_remove(author: EntryAuthor, *, by, at: datetime) -> str | None:
    own = author_of(author.entry, by)
    if author.role == EntryAuthor.Role.OWNER:
        return _("An entry always has its owner. To take it back, withdraw it.")
    if own is None or (own.role != EntryAuthor.Role.OWNER and own.pk != author.pk):
        return _("Only the owner of an entry removes co-authors.")
    return None


def why_not_join(author: EntryAuthor, *, by, at: datetime) -> str | None:
    if author.removed_at:
        return _("This invitation was taken back. Ask the person who invited you.")
    if author.entry.authors.filter(user=by, removed_at__isnull=True).exists():
        return _("You write this entry already.")
    return None
