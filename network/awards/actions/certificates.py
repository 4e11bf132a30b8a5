"""Certificates after the release: one person, one transaction; run again, nobody gets a second one."""

from datetime import datetime

from network.awards.certificates import name_for, programme_for
from network.awards.models import AwardRound, EntryAuthor
from network.awards.states import EntryState
from network.content.refusals import Refused
from network.members.notices import letters_language
from network.recognition.actions import issue
from network.recognition.models import Certificate


def give_certificates(*, round: AwardRound, at: datetime) -> int:
    """To every author of every decided entry who has none yet."""
    given = 0
    authors = (
        EntryAuthor.objects.filter(
            entry__round=round,
            entry__state=EntryState.DECIDED,
            removed_at__isnull=True,
            user__isnull=False,
            user__is_active=True,
        )
        .select_related("entry", "user")
        .order_by("pk")
    )
    done = set(
        Certificate.objects.filter(
            subject__in=[author.entry.reference for author in authors], holder__isnull=False
        ).values_list("holder", "subject")
    )
    for author in authors:
        if (author.user_id, author.entry.reference) in done:
            continue
        try:
            issue(
                holder=author.user,
                programme=programme_for(author.entry),
                subject=author.entry.reference,
                name=name_for(author.user),
                language=letters_language(author.user),
                by=None,
                at=at,
            )
        except Refused:
            # Given by another worker meanwhile, or a name no certificate can carry: she writes it herself later.
            continue
        given += 1
    return given
