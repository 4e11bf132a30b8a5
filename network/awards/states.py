"""Which states exist, which moves are legal and whose they are. A generated test refuses every other move."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.content.moves import Moves, move


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


# Whose moves: the authors of the entry, the award's secretary, the chair, the clock.
AUTHOR, SECRETARY, CHAIR, CLOCK = "author", "secretary", "chair", "clock"

PHASE_MOVES = Moves(
    move("announce", [Phase.PREPARING], Phase.CALLED, SECRETARY),
    move("take_back", [Phase.CALLED], Phase.PREPARING, SECRETARY),
    move("close", [Phase.CALLED], Phase.SCREENING, SECRETARY, CLOCK),
    move("reopen", [Phase.SCREENING], Phase.CALLED, SECRETARY),
    move("open_judging", [Phase.SCREENING], Phase.JUDGING, CHAIR, SECRETARY),
    move("stop_judging", [Phase.JUDGING], Phase.SCREENING, CHAIR),
    move("close_judging", [Phase.JUDGING], Phase.DECIDING, CHAIR, SECRETARY),
    move("reopen_judging", [Phase.DECIDING], Phase.JUDGING, CHAIR),
    move("release", [Phase.DECIDING], Phase.RELEASED, SECRETARY, CLOCK),
)

_READ = (EntryState.ADMITTED, EntryState.SHORTLISTED, EntryState.NOT_SHORTLISTED)

ENTRY_MOVES = Moves(
    move(
        "submit", [EntryState.DRAFT, EntryState.SUBMITTED, EntryState.RETURNED], EntryState.SUBMITTED, AUTHOR
    ),
    move(
        "withdraw",
        [EntryState.DRAFT, EntryState.SUBMITTED, EntryState.RETURNED, *_READ],
        EntryState.WITHDRAWN,
        AUTHOR,
    ),
    move("expire", [EntryState.DRAFT], EntryState.EXPIRED, CLOCK),
    move("extend", [EntryState.EXPIRED], EntryState.DRAFT, SECRETARY),
    move("return", [EntryState.SUBMITTED], EntryState.RETURNED, SECRETARY),
    move("admit", [EntryState.SUBMITTED, EntryState.RETURNED], EntryState.ADMITTED, SECRETARY),
    move("take_back_admission", [EntryState.ADMITTED], EntryState.SUBMITTED, SECRETARY),
    move(
        "confirm_ineligible",
        [EntryState.SUBMITTED, EntryState.RETURNED],
        EntryState.INELIGIBLE,
        SECRETARY,
        CHAIR,
    ),
    move("uphold_appeal", [EntryState.INELIGIBLE], EntryState.SUBMITTED, CHAIR),
    move("shortlist", [EntryState.ADMITTED], EntryState.SHORTLISTED, CHAIR),
    move("leave_off_shortlist", [EntryState.ADMITTED], EntryState.NOT_SHORTLISTED, CHAIR),
    move("redo_shortlist", [EntryState.SHORTLISTED, EntryState.NOT_SHORTLISTED], EntryState.ADMITTED, CHAIR),
    move("release", _READ, EntryState.DECIDED, SECRETARY, CLOCK),
    move("disqualify", [EntryState.SUBMITTED, EntryState.RETURNED, *_READ], EntryState.DISQUALIFIED, CHAIR),
    move(
        "purge",
        [
            EntryState.EXPIRED,
            EntryState.WITHDRAWN,
            EntryState.INELIGIBLE,
            EntryState.DECIDED,
            EntryState.DISQUALIFIED,
        ],
        EntryState.PURGED,
        CLOCK,
    ),
)

# Entries whose words their authors may still change while the clock allows it.
WRITABLE = frozenset({EntryState.DRAFT, EntryState.SUBMITTED, EntryState.RETURNED})
# Entries a jury reads.
JUDGED = frozenset(_READ)
# Entries the secretary has to do with: everything once sent.
SENT = frozenset(EntryState) - {EntryState.DRAFT, EntryState.EXPIRED, EntryState.PURGED}
