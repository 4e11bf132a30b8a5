"""Keeping a ranking: what went in, what came out, under the hash of both."""

from datetime import datetime

from django.db import transaction

from network.awards.actions.moving import lock_round
from network.awards.answers import canonical
from network.awards.models import AwardRound, Ranking
from network.awards.queries.plans import sha256_of
from network.awards.queries.ranking import ranking_now
from network.awards.rules import deciding as rules
from network.awards.scoring import as_document
from network.content.refusals import Refused
from network.members.history import record


def keep_ranking(round: AwardRound, *, by, at: datetime) -> Ranking:
    """The same reviews give the same row: counting twice keeps one. Inside somebody's transaction."""
    desk = ranking_now(round)
    known = Ranking.objects.filter(round=round, input_sha256=desk.sha256).first()
    if known:
        return known
    result = as_document(desk.scored)
    ranking = Ranking.objects.create(
        round=round,
        input=desk.input,
        input_sha256=desk.sha256,
        result=result,
        result_sha256=sha256_of(canonical(result)),
        computed_by=by,
        computed_at=at,
    )
    record("awards.rank", round, by=by, at=at, after=ranking.input_sha256[:12], sha256=ranking.input_sha256)
    return ranking


@transaction.atomic
def count_again(*, round: AwardRound, by, at: datetime) -> Ranking:
    """After a recusal or a withdrawal in the days of deciding."""
    round = lock_round(round)
    if sentence := rules.why_not_count(round, by=by, at=at):
        raise Refused(sentence)
    return keep_ranking(round, by=by, at=at)
