"""A draft becomes offers, in one transaction, checked anew against who is still there."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring import notices
from mentoring.actions.offers import write_offer
from mentoring.models import Application, Pair, Round, Run
from mentoring.pair_states import RUN_MOVES
from mentoring.queries.publishing import check_run
from mentoring.rules.runs import why_not_publish
from mentoring.sharing import Sharing
from mentoring.states import COORDINATOR
from network.content.refusals import Refused
from network.members.history import record


@transaction.atomic
def publish_run(*, run: Run, seen: str, tell_others: bool = True, by, at: datetime) -> list[Pair]:
    """Make the offers of a draft. ``seen`` is the fingerprint of what the coordinator was shown.

    Withdrawals after the run leave their pairs without an offer; if something
    changed between showing and publishing, nothing is offered and she looks again.
    """
    round = Round.objects.select_for_update(of=("self",)).select_related("page").get(pk=run.round_id)
    run = Run.objects.select_for_update(of=("self",)).select_related("round__page").get(pk=run.pk)
    if sentence := why_not_publish(run, by=by, at=at):
        raise Refused(sentence)
    _lock_applications(round)
    check = check_run(run, at=at)
    if check.fingerprint != seen:
        raise Refused(
            _(
                "Somebody left or was paired while you were looking. Nothing was sent: look at the list again, then publish."
            )
        )
    if not check.offers:
        raise Refused(_("No pair of this run is possible any more. Make another run."))
    before, run.state = run.state, RUN_MOVES.target("publish", run.state, by=COORDINATOR)
    run.published_at = at
    run.save(update_fields=["state", "published_at"])
    record(
        "publish_run", run, by=by, at=at, before=before, after=run.state,
        offers=len(check.offers), dropped=len(check.dropped),
    )  # fmt: skip
    sharing = Sharing(run.input)
    pairs = []
    for one in check.offers:
        one.mentee.round = one.mentor.round = round
        shared = sharing.of(one.pair["mentee"], one.pair["mentor"])
        pairs.append(
            write_offer(
                one.mentee,
                one.mentor,
                score=one.pair["score"],
                parts=one.pair["parts"],
                shared=shared,
                run=run,
                by=by,
                at=at,
            )  # fmt: skip
        )
    if tell_others:
        tell_unmatched(run, offered={one.mentee.pk for one in check.offers}, at=at)
    return pairs


def _lock_applications(round: Round) -> None:
    list(
        Application.objects.select_for_update(of=("self",))
        .filter(round=round)
        .order_by("-side", "pk")
        .values_list("pk")
    )


def tell_unmatched(run: Run, *, offered: set[int], at: datetime) -> int:
    """An honest word to mentees of the run who get no offer now: nothing of rules, people or counts in it."""
    numbers = [one["application"] for one in run.input["mentees"] if one["application"] not in offered]
    waiting = (
        Application.objects.in_pool().filter(pk__in=numbers).exclude(mentee_pairs__in=Pair.objects.live())
    )
    written = 0
    for application in waiting.select_related("round__page", "person"):
        written += notices.offers.not_paired(application, run, at=at) is not None
    return written
