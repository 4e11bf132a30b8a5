"""The one door through which rounds and entries change their state."""

from datetime import datetime

from network.awards.models import AwardRound, Entry
from network.awards.states import ENTRY_MOVES, PHASE_MOVES
from network.members.history import record


def lock_entry(entry: Entry) -> Entry:
    """The entry as it is now, held until the transaction ends."""
    return Entry.objects.select_for_update(of=("self",)).select_related("round").get(pk=entry.pk)


def lock_round(round: AwardRound) -> AwardRound:
    return AwardRound.objects.select_for_update(of=("self",)).get(pk=round.pk)


def move_entry(
    entry: Entry, verb: str, *, whose: str, by, at: datetime, why: str = "", fields: dict | None = None
) -> Entry:
    """Move a locked entry as the table allows, with its history row; ``fields`` are written with it.

    Raises ``IllegalMove`` for what the table does not know: rules have said no before.
    """
    before = entry.state
    entry.state = ENTRY_MOVES.target(verb, before, by=whose)
    entry.updated_at = at
    changed = fields or {}
    for name, value in changed.items():
        setattr(entry, name, value)
    entry.save(update_fields=["state", "updated_at", *changed])
    record(f"awards.{verb}", entry, by=by, at=at, before=before, after=entry.state, why=why)
    return entry


def move_round(
    round: AwardRound, verb: str, *, whose: str, by, at: datetime, why: str = "", fields: dict | None = None
) -> AwardRound:
    """Move a locked round to another phase, with its history row."""
    before = round.phase
    round.phase = PHASE_MOVES.target(verb, before, by=whose)
    changed = fields or {}
    for name, value in changed.items():
        setattr(round, name, value)
    round.save(update_fields=["phase", *changed])
    record(f"awards.{verb}", round, by=by, at=at, before=before, after=round.phase, why=why)
    return round
