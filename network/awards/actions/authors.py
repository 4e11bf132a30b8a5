"""Co-authors: invited, joined, removed."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext, override

from network.awards.actions.moving import lock_entry
from network.awards.models import Entry, EntryAuthor
from network.awards.notices.entrants import joined
from network.awards.rules.authors import why_not_invite, why_not_join, why_not_remove
from network.content.refusals import Refused
from network.members.actions import invite
from network.members.history import record
from network.members.models import Invitation

SUBJECT = "awards.entry:"


@transaction.atomic
def invite_author(*, entry: Entry, email: str, role: str, language: str, by, at: datetime) -> EntryAuthor:
    """Ask an address to write with us; she becomes an author when she accepts."""
    entry = lock_entry(entry)
    email = email.strip().lower()
    if sentence := why_not_invite(entry, email, by=by, at=at):
        raise Refused(sentence)
    with override(language):
        about = about_words(entry)
    invitation = invite(
        email=email,
        role="",
        subject=f"{SUBJECT}{entry.reference}",
        language=language,
        about=about,
        by=by,
        at=at,
    )
    author = EntryAuthor.objects.create(
        entry=entry, email=email, role=role, invitation=invitation, invited_at=at
    )
    record("awards.invite_author", entry, by=by, at=at, after=role)
    return author


def about_words(entry: Entry) -> str:
    return gettext("co-author of the award entry %(reference)s “%(title)s”") % {
        "reference": entry.reference,
        "title": entry.project_title or "…",
    }


def accept(invitation: Invitation, *, user, at: datetime) -> None:
    """Told of every accepted invitation; joins her to the entry it was for."""
    if not invitation.subject.startswith(SUBJECT):
        return
    author = EntryAuthor.objects.select_related("entry__round").filter(invitation=invitation).first()
    if author is None:
        return
    lock_entry(author.entry)
    author.refresh_from_db()
    if sentence := why_not_join(author, by=user, at=at):
        raise Refused(sentence)
    author.user, author.joined_at = user, at
    author.save(update_fields=["user", "joined_at"])
    record("awards.join", author.entry, by=user, at=at, after=author.role)
    joined(author, at=at)


@transaction.atomic
def remove_author(*, author: EntryAuthor, by, at: datetime) -> EntryAuthor:
    """She no longer writes the entry; what she wrote stays in it."""
    lock_entry(author.entry)
    author = EntryAuthor.objects.select_related("entry", "invitation").get(pk=author.pk)
    if sentence := why_not_remove(author, by=by, at=at):
        raise Refused(sentence)
    author.removed_at = at
    author.save(update_fields=["removed_at"])
    if author.invitation_id:
        Invitation.objects.open(at=at).filter(pk=author.invitation_id).update(revoked_at=at)
    record("awards.remove_author", author.entry, by=by, at=at, before=author.role)
    return author
