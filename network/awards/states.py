"""Which states exist and which moves are legal. A generated test refuses every other move."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Phase(models.TextChoices):
    """Where a round stands. Whether entries are taken within CALLED is decided by the clock alone."""

    PREPARING = "preparing", pgettext_lazy("round", "being prepared")
    CALLED = "called", pgettext_lazy("round", "call")
    SCREENING = "screening", pgettext_lazy("round", "screening")
    JUDGING = "judging", pgettext_lazy("round", "the jury reads")
    DECIDING = "deciding", pgettext_lazy("round", "the jury decides")
    RELEASED = "released", pgettext_lazy("round", "results are public")


class EntryState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("entry", "draft")
    SUBMITTED = "submitted", pgettext_lazy("entry", "submitted")
    RETURNED = "returned", pgettext_lazy("entry", "returned for repair")
    ADMITTED = "admitted", pgettext_lazy("entry", "admitted")
    INELIGIBLE = "ineligible", pgettext_lazy("entry", "not admitted")
    SHORTLISTED = "shortlisted", pgettext_lazy("entry", "on the shortlist")
    NOT_SHORTLISTED = "not_shortlisted", pgettext_lazy("entry", "not on the shortlist")
    DECIDED = "decided", pgettext_lazy("entry", "decided")
    WITHDRAWN = "withdrawn", pgettext_lazy("entry", "withdrawn")
    EXPIRED = "expired", pgettext_lazy("entry", "draft not sent in time")
    DISQUALIFIED = "disqualified", pgettext_lazy("entry", "disqualified")
    PURGED = "purged", pgettext_lazy("entry", "personal data deleted")


class Outcome(models.TextChoices):
    """What the jury decided; set at the release, with the state DECIDED."""

    LAUREATE = "laureate", _("laureate")
    SPECIAL = "special", _("special prize")
    COMMENDED = "commended", _("commended")
    NOT_AWARDED = "not_awarded", _("no award")


# (from, to): the verb of the action that may do it.
PHASE_MOVES = {
    (Phase.PREPARING, Phase.CALLED): "announce",
    (Phase.CALLED, Phase.PREPARING): "take_back",
    (Phase.CALLED, Phase.SCREENING): "close",
    (Phase.SCREENING, Phase.CALLED): "reopen",
    (Phase.SCREENING, Phase.JUDGING): "open_judging",
    (Phase.JUDGING, Phase.SCREENING): "stop_judging",
    (Phase.JUDGING, Phase.DECIDING): "close_judging",
    (Phase.DECIDING, Phase.JUDGING): "reopen_judging",
    (Phase.DECIDING, Phase.RELEASED): "release",
}

_READ = (EntryState.ADMITTED, EntryState.SHORTLISTED, EntryState.NOT_SHORTLISTED)
_KNOWN = (EntryState.SUBMITTED, EntryState.RETURNED, *_READ)

ENTRY_MOVES = {
    (EntryState.DRAFT, EntryState.SUBMITTED): "submit",
    (EntryState.SUBMITTED, EntryState.SUBMITTED): "submit",
    (EntryState.RETURNED, EntryState.SUBMITTED): "submit",
    (EntryState.DRAFT, EntryState.EXPIRED): "expire",
    (EntryState.EXPIRED, EntryState.DRAFT): "extend",
    (EntryState.SUBMITTED, EntryState.RETURNED): "return",
    (EntryState.SUBMITTED, EntryState.ADMITTED): "admit",
    (EntryState.ADMITTED, EntryState.SUBMITTED): "take_back_admission",
    (EntryState.SUBMITTED, EntryState.INELIGIBLE): "confirm_ineligible",
    (EntryState.INELIGIBLE, EntryState.SUBMITTED): "uphold_appeal",
    (EntryState.ADMITTED, EntryState.SHORTLISTED): "shortlist",
    (EntryState.ADMITTED, EntryState.NOT_SHORTLISTED): "shortlist",
    (EntryState.SHORTLISTED, EntryState.ADMITTED): "redo_shortlist",
    (EntryState.NOT_SHORTLISTED, EntryState.ADMITTED): "redo_shortlist",
    **{(state, EntryState.DECIDED): "release" for state in _READ},
    **{(state, EntryState.DISQUALIFIED): "disqualify" for state in _READ},
    **{(state, EntryState.WITHDRAWN): "withdraw" for state in (EntryState.DRAFT, *_KNOWN)},
    **{
        (state, EntryState.PURGED): "purge"
        for state in (
            EntryState.EXPIRED,
            EntryState.WITHDRAWN,
            EntryState.INELIGIBLE,
            EntryState.DECIDED,
            EntryState.DISQUALIFIED,
        )
    },
}

# Entries whose words their authors may still change while the clock allows it.
WRITABLE = frozenset({EntryState.DRAFT, EntryState.SUBMITTED, EntryState.RETURNED})
# Entries a jury reads.
JUDGED = frozenset(_READ)
# Entries the secretary has to do with: everything once sent.
SENT = frozenset(EntryState) - {EntryState.DRAFT, EntryState.EXPIRED, EntryState.PURGED}


def may_move(moves: dict, before: str, after: str) -> bool:
    """Whether the table knows this move."""
    return (before, after) in moves
