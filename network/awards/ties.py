"""Ties between two people that awards know of: they wrote one entry, or belong to one institution."""

from django.utils.translation import gettext_lazy as _

from network.awards.jury_states import JurorState
from network.awards.models import EntryAuthor, Juror
from network.members.models import Profile
from network.members.registries import Tie, register_ties

TOGETHER = Tie("awards.together", _("They wrote an award entry together."))
SAME_JURY = Tie("awards.jury", _("They sat on one jury."))
COLLEAGUES = Tie("awards.institution", _("They belong to the same institution."))

SITTING = (JurorState.ACTIVE, JurorState.LEFT)


def find(one, other) -> list[Tie]:
    found = []
    entries = EntryAuthor.objects.filter(user=one).values("entry")
    if EntryAuthor.objects.filter(user=other, entry__in=entries).exists():
        found.append(TOGETHER)
    juries = Juror.objects.filter(user=one, state__in=SITTING).values("round")
    if Juror.objects.filter(user=other, state__in=SITTING, round__in=juries).exists():
        found.append(SAME_JURY)
    if _institution(one) and _institution(one) == _institution(other):
        found.append(COLLEAGUES)
    return found


def _institution(user):
    """The institution of the register, else its name as she wrote it; compared without case and spaces."""
    profile = Profile.objects.filter(user=user).values("institution_id", "institution_name").first()
    if profile is None:
        return None
    return profile["institution_id"] or "".join(profile["institution_name"].split()).casefold() or None


def register() -> None:
    register_ties("awards", find)
