from datetime import datetime

from django.db import transaction

from network.content.refusals import Refused
from network.members.history import record
from network.members.models import User
from network.members.registries import personal_data
from network.members.rules import why_not_erase


@transaction.atomic
def erase_account(*, user: User, by: User, at: datetime, why: str = "") -> list[str]:
    """Erase a person: every part of the house erases its own, then the account goes. Returns what stayed.

    Done twice it does nothing the second time.
    """
    locked = User.objects.select_for_update(of=("self",)).filter(pk=user.pk).first()
    if locked is None:
        return []
    if sentence := why_not_erase(locked, by=by, at=at):
        raise Refused(sentence)
    stayed = [sentence for part in personal_data() if (sentence := part.erase(locked, at=at))]
    record("erase_account", locked, by=None if by == locked else by, at=at, why=why)
    locked.delete()
    return stayed
