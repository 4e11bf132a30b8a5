"""Where the decision of each nomination stands."""

from dataclasses import dataclass

from network.awards.jury_states import DecisionState
from network.awards.models import AwardRound, Decision, Entry, Nomination
from network.awards.queries.ranking import hidden_from
from network.awards.rules import deciding as rules
from network.awards.states import JUDGED, EntryState, Outcome

ORDER = {Outcome.LAUREATE: 0, Outcome.SPECIAL: 1, Outcome.COMMENDED: 2, Outcome.NOT_AWARDED: 3}


@dataclass(frozen=True)
class NominationRow:
    nomination: Nomination
    entries: int
    decision: Decision | None
    lines: list
    approvals: list
    dropped: list
    why_not_propose: object
    why_not_approve: object
    may_drop: bool
    # She stepped aside from an entry here: nothing of the nomination's decision is shown to her.
    is_hidden: bool


def decision_rows(round: AwardRound, *, by, at) -> list[NominationRow]:
    hidden = hidden_from(round, by)
    rows = []
    for nomination in round.nominations.all():
        entries = Entry.objects.filter(
            round=round, nomination=nomination, state__in=[*JUDGED, EntryState.DECIDED]
        )
        references = set(entries.values_list("reference", flat=True))
        decisions = list(
            Decision.objects.filter(round=round, nomination=nomination)
            .select_related("proposed_by", "round", "nomination")
            .prefetch_related("lines__entry", "approvals__by")
        )
        decision = next((one for one in decisions if one.state != DecisionState.DROPPED), None)
        is_hidden = bool(references & hidden)
        rows.append(
            NominationRow(
                nomination=nomination,
                entries=len(references - hidden),
                decision=decision,
                lines=[]
                if is_hidden or decision is None
                else sorted(
                    decision.lines.all(), key=lambda line: (ORDER[line.outcome], line.entry.reference)
                ),
                approvals=list(decision.approvals.all()) if decision else [],
                dropped=[one for one in decisions if one.state == DecisionState.DROPPED],
                why_not_propose=rules.why_not_propose(round, nomination, by=by, at=at),
                why_not_approve=rules.why_not_approve(decision, by=by, at=at) if decision else None,
                may_drop=bool(decision) and rules.why_not_drop(decision, by=by, at=at) is None,
                is_hidden=is_hidden,
            )
        )
    return rows
