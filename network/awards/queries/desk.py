"""What the secretary's screens show."""

import difflib
from dataclasses import dataclass

from django.db.models import Count, Q

from network.awards.answers import canonical, folded, shown
from network.awards.copies import full_copy
from network.awards.models import AwardRound, Entry, ScreeningDecision
from network.awards.questions import QUESTIONS
from network.awards.rules.drafts import open_repair
from network.awards.rules.screening import open_decision
from network.awards.states import SENT, EntryState, Phase
from network.members.history import history_of

ON_A_PAGE = 50
ORDERS = {
    "reference": ("reference",),
    "-submitted_at": ("-submitted_at", "-pk"),
    "submitted_at": ("submitted_at", "pk"),
}


def filtered(wanted: dict):
    """Sent entries that the filters leave, in order."""
    entries = Entry.objects.filter(state__in=SENT)
    if wanted.get("round"):
        entries = entries.filter(round=wanted["round"])
    for name in ("state", "country", "language"):
        if wanted.get(name):
            entries = entries.filter(**{name: wanted[name]})
    if wanted.get("nomination"):
        entries = entries.filter(nomination__code=wanted["nomination"])
    for word in folded(wanted.get("q") or "").split()[:5]:
        entries = entries.filter(search_text__contains=word)
    if wanted.get("waits") == "screening":
        entries = entries.filter(_to_screen())
    elif wanted.get("waits") == "second":
        entries = entries.filter(pk__in=_proposals().values("entry"))
    elif wanted.get("waits") == "repair":
        entries = entries.filter(state=EntryState.RETURNED)
    return entries.order_by(*ORDERS.get(wanted.get("order") or "reference", ORDERS["reference"]))


def _to_screen() -> Q:
    """Sent, in a round that is being screened, and not already waiting for a second person."""
    return Q(state=EntryState.SUBMITTED, round__phase=Phase.SCREENING) & ~Q(
        pk__in=_proposals().values("entry")
    )


def _proposals():
    return ScreeningDecision.objects.filter(confirmed_at__isnull=True, dropped_at__isnull=True)


@dataclass(frozen=True)
class EntryList:
    rows: list[Entry]
    number: int
    pages: int
    total: int

    @property
    def has_next(self) -> bool:
        return self.number < self.pages


def entry_list(wanted: dict, *, number: int) -> EntryList:
    """One page of the list. Only keys are skipped over, in an index: the last page costs what the first does."""
    entries = filtered(wanted)
    total = entries.count()
    pages = max(1, -(-total // ON_A_PAGE))
    number = min(max(number, 1), pages)
    keys = list(entries.values_list("pk", flat=True)[(number - 1) * ON_A_PAGE : number * ON_A_PAGE])
    found = (
        Entry.objects.filter(pk__in=keys)
        .select_related("round", "nomination", "current_snapshot")
        .only(
            "reference", "state", "outcome", "project_title", "organisation", "country", "language", "submitted_at",
            "is_sample", "round__code", "round__time_zone", "nomination__name", "nomination__code", "nomination__round", "current_snapshot__number",
        )
        .in_bulk()
    )  # fmt: skip
    return EntryList([found[key] for key in keys], number, pages, total)


def counts_by_state(round: AwardRound | None) -> list[tuple[str, str, int]]:
    entries = Entry.objects.filter(round=round) if round else Entry.objects.all()
    counts = dict(entries.values_list("state").annotate(number=Count("pk")).order_by())
    return [
        (state.value, state.label, counts[state.value]) for state in EntryState if counts.get(state.value)
    ]


def waits(*, by) -> dict[str, int]:
    """What waits for the secretary or the chair now, in one query."""
    proposals = _proposals()
    open_rounds = Q(round__phase__in=[Phase.CALLED, Phase.SCREENING])
    return {
        **Entry.objects.filter(open_rounds).aggregate(
            screening=Count("pk", filter=_to_screen()),
            repair=Count("pk", filter=Q(state=EntryState.RETURNED)),
            drafts=Count("pk", filter=Q(state=EntryState.DRAFT)),
        ),
        "second": proposals.exclude(proposed_by=by).count(),
    }


def entry_for_desk(entry: Entry, *, nominations: dict) -> dict:
    """One entry on one screen: what was sent, the people, the files, what was done with it."""
    sent = entry.page.answers() if entry.page else {}
    private = {
        code: value
        for part in entry.parts.all()
        if part.code == "contact"
        for code, value in part.data.items()
    }
    snapshots = list(entry.snapshots.select_related("submitted_by").order_by("-number"))
    return {
        "entry": entry,
        "round": entry.round,
        "sections": full_copy({**sent, **private}, nominations=nominations),
        "authors": list(entry.authors.filter(removed_at__isnull=True).select_related("user", "invitation")),
        "files": list(entry.attachments.filter(removed_at__isnull=True)),
        "snapshots": snapshots,
        "changes": changes(snapshots),
        "screenings": list(entry.screenings.select_related("proposed_by", "confirmed_by")),
        "repairs": list(entry.repairs.select_related("asked_by", "before", "after")),
        "repair": open_repair(entry),
        "proposal": open_decision(entry),
        "extensions": list(entry.extensions.select_related("by")),
        "history": list(history_of(entry)[:60]),
    }


@dataclass(frozen=True)
class Change:
    """What differs between two sendings in one answer, line by line: ("-" or "+" or " ", text)."""

    label: object
    lines: list[tuple[str, str]]


def changes(snapshots: list) -> list[tuple[object, list[Change]]]:
    """For each sending but the first, what it changed; newest first."""
    found = []
    for later, earlier in zip(snapshots, snapshots[1:], strict=False):
        before, after = earlier.content.get("answers", {}), later.content.get("answers", {})
        differing = [
            Change(QUESTIONS[code].label, _lines(QUESTIONS[code], before.get(code), after.get(code)))
            for code in QUESTIONS
            if canonical(before.get(code)) != canonical(after.get(code)) and (code in before or code in after)
        ]
        found.append((later, differing))
    return found


def _lines(question, before, after) -> list[tuple[str, str]]:
    diff = difflib.ndiff(_text(question, before), _text(question, after))
    return [(line[0], line[2:]) for line in diff if line[0] in "-+ "]


def _text(question, value) -> list[str]:
    seen = shown(question, value)
    if question.kind == "rows":
        return [" · ".join(str(cell) for _column, cell in row if cell) for row in seen]
    if isinstance(seen, list):
        return [", ".join(str(one) for one in seen)]
    return str(seen or "").splitlines()
