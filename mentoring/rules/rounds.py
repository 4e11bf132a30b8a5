from zoneinfo import available_timezones

from django.utils.translation import gettext as _

from mentoring.states import PHASE_MOVES, Phase
from mentoring.vocabularies import TOPIC_LABELS
from network.members.roles import Role, has_role


def round_mistakes(page) -> dict[str, list[str]]:
    """What an editor must mend before a round's page can be saved, by field."""
    found: dict[str, list[str]] = {}
    if page.time_zone and page.time_zone not in available_timezones():
        found["time_zone"] = [_("There is no such time zone. Write it like Asia/Almaty.")]
    for opens, closes in (
        ("mentor_call_opens_at", "mentor_deadline"),
        ("mentee_call_opens_at", "mentee_deadline"),
    ):
        if _both(page, opens, closes) and getattr(page, closes) <= getattr(page, opens):
            found[closes] = [_("The call must close after it opens.")]
    if (
        _both(page, "mentor_call_opens_at", "mentee_call_opens_at")
        and page.mentee_call_opens_at < page.mentor_call_opens_at
    ):
        found["mentee_call_opens_at"] = [
            _("Mentors are called first, so that nobody is promised what is not there.")
        ]
    if _both(page, "pairs_from", "pairs_until") and page.pairs_until <= page.pairs_from:
        found["pairs_until"] = [_("The end must come after the beginning.")]
    codes = [block.value["code"] for block in page.eligibility or []]
    if len(set(codes)) != len(codes):
        found["eligibility"] = [_("Two questions have the same code.")]
    if unknown := [code for code in page.topics or [] if code not in TOPIC_LABELS]:
        found["topics"] = [_("There are no such topics: %(codes)s.") % {"codes": ", ".join(unknown)}]
    return found


def _both(page, one: str, other: str) -> bool:
    return bool(getattr(page, one) and getattr(page, other))


def is_coordinator(user) -> bool:
    return has_role(user, Role.COORDINATOR)


def why_not_move_phase(round, verb: str, *, by, at) -> str | None:
    if not is_coordinator(by):
        return _("Only a coordinator moves a round.")
    if not PHASE_MOVES.allows(verb, round.phase, by="coordinator"):
        return _("The round has moved on meanwhile. Look at its page again.")
    if verb in {"open_mentor_call", "open_mentee_call", "reopen_calls"}:
        return _why_not_open(round, verb, at=at)
    if verb == "begin_matching" and (waiting := _undecided(round)):
        return _("%(number)d applications have no answer yet. Decide on them first.") % {"number": waiting}
    return None


def _why_not_open(round, verb: str, *, at) -> str | None:
    page = round.page
    if not page.live:
        return _("The round's page is not published yet. Publish it first.")
    if not page.topics:
        return _("The round offers no topics yet. Choose them on its page.")
    closes = page.mentor_deadline if verb == "open_mentor_call" else page.mentee_deadline
    if closes <= at:
        return _("The deadline of this call has passed. Change it on the round's page first.")
    if verb == "open_mentor_call" and _others_calling(round):
        return _("Another round is calling for applications already. Close its calls first.")
    return None


def _others_calling(round) -> bool:
    from mentoring.models import Round

    return (
        Round.objects.filter(phase__in=[Phase.MENTOR_CALL, Phase.MENTEE_CALL]).exclude(pk=round.pk).exists()
    )


def _undecided(round) -> int:
    from mentoring.states import UNDECIDED

    return round.applications.filter(state__in=UNDECIDED).count()
