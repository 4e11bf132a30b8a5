"""What the screens of an entrant show."""

from dataclasses import dataclass
from datetime import datetime

from network.awards.answers import canonical, count_words
from network.awards.models import AwardRound, Entry
from network.awards.questions import PARTS, Part
from network.awards.rules.completeness import Lack, lacks
from network.awards.rules.drafts import last_moment, open_repair, told_moment, writable_questions
from network.awards.rules.sending import why_not_withdraw
from network.awards.states import EntryState


@dataclass(frozen=True)
class PartState:
    """How far a part is: ``lacking`` questions, words written, who saved it last and when."""

    part: Part
    lacking: tuple[Lack, ...]
    words: int
    updated_at: datetime | None
    updated_by: object
    is_writable: bool

    @property
    def state(self) -> str:
        if not self.lacking and self.updated_at:
            return "done"
        return "begun" if self.updated_at else "todo"


def nomination_titles(round: AwardRound) -> dict[str, str]:
    """Titles of the round's nominations in the reader's language, in order."""
    page = round.page()
    words = page.nomination_titles() if page else {}
    return {
        nomination.code: words.get(nomination.code) or nomination.name
        for nomination in round.nominations.all()
    }


def answers_of(entry: Entry) -> dict:
    answers = {}
    for part in entry.parts.all():
        answers.update(part.data)
    return answers


def part_states(entry: Entry, *, nominations) -> list[PartState]:
    kept = {part.code: part for part in entry.parts.select_related("updated_by")}
    answers = {code: value for part in kept.values() for code, value in part.data.items()}
    missing = lacks(answers, nominations=set(nominations))
    states = []
    for part in PARTS:
        row = kept.get(part.code)
        states.append(
            PartState(
                part=part,
                lacking=tuple(lack for lack in missing if lack.part is part),
                words=sum(count_words(row.data.get(q.code) or "") for q in part.questions if q.words)
                if row
                else 0,
                updated_at=row.updated_at if row else None,
                updated_by=row.updated_by if row else None,
                is_writable=bool(writable_questions(entry, part.code)) and entry.is_writable,
            )
        )
    return states


def entry_overview(entry: Entry, *, by, at: datetime) -> dict:
    """All the overview of one entry shows."""
    nominations = nomination_titles(entry.round)
    states = part_states(entry, nominations=nominations)
    return {
        "entry": entry,
        "round": entry.round,
        "round_page": entry.round.page(),
        "parts": states,
        "lacks": [lack for state in states for lack in state.lacking],
        "authors": list(entry.authors.filter(removed_at__isnull=True).select_related("user", "invitation")),
        "snapshots": list(entry.snapshots.order_by("-number")),
        "aside": list(entry.set_aside.filter(resolved_at__isnull=True).select_related("by")),
        "repair": open_repair(entry),
        "until": told_moment(entry, at=at) if entry.is_writable else None,
        "is_open": entry.is_writable and at <= last_moment(entry),
        "changed_since_sent": changed_since_sent(entry),
        "may_withdraw": why_not_withdraw(entry, by=by, at=at) is None,
    }


def changed_since_sent(entry: Entry) -> bool:
    """Whether the working copy holds words that the jury would not read."""
    if entry.state != EntryState.SUBMITTED or not entry.current_snapshot:
        return False
    sent = entry.current_snapshot.content.get("answers", {})
    now = answers_of(entry)
    return any(canonical(sent.get(code)) != canonical(now.get(code)) for code in sent)


def my_entries(user) -> list[Entry]:
    return list(
        Entry.objects.of_author(user)
        .exclude(state=EntryState.PURGED)
        .select_related("round")
        .order_by("-created_at", "-pk")
        .distinct()
    )
