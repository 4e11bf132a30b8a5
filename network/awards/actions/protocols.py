"""The protocol of a meeting: written down once, as things stood."""

from datetime import datetime

from django.db import transaction

from network.awards.actions.moving import lock_round
from network.awards.jury_states import DecisionState
from network.awards.models import AwardRound, Decision, Protocol, Ranking
from network.awards.queries.protocols import decided_lines, recusals, table_of
from network.awards.rules import deciding as rules
from network.content.refusals import Refused
from network.members.history import record


@transaction.atomic
def write_protocol(
    *,
    round: AwardRound,
    held_at: datetime,
    place: str,
    present: list[dict],
    discussion: str,
    by,
    at: datetime,
) -> Protocol:
    """``present`` are {"name", "role"}; everybody present signs."""
    round = lock_round(round)
    if sentence := rules.why_not_write_protocol(round, held_at, by=by, at=at):
        raise Refused(sentence)
    ranking = Ranking.objects.filter(round=round).first()
    decisions = Decision.objects.filter(round=round).exclude(state=DecisionState.DROPPED)
    protocol = Protocol.objects.create(
        round=round,
        number=round.protocols.count() + 1,
        ranking=ranking,
        held_at=held_at,
        place=place,
        present=present,
        recused=recusals(round),
        table=table_of(round, ranking),
        decisions=decided_lines(decisions),
        discussion=discussion,
        signatures=present,
        made_by=by,
        made_at=at,
    )
    record("awards.write_protocol", round, by=by, at=at, after=str(protocol.number))
    return protocol
