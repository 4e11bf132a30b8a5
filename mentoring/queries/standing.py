"""Where an application stands, and what comes next by which day."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from mentoring.answers import SIDES, asked
from mentoring.dates import said_day, said_in_both
from mentoring.models import Application, ApplicationSnapshot, Pair, other_side
from mentoring.pair_states import AFTERWARDS, LIVE
from mentoring.states import Phase, Standing

TONES = {
    Standing.DRAFT: "notice",
    Standing.SUBMITTED: "action",
    Standing.NEEDS_CHANGES: "notice",
    Standing.ACCEPTED: "success",
    Standing.WAITLISTED: "",
    Standing.DECLINED: "",
    Standing.WITHDRAWN: "",
}


@dataclass(frozen=True)
class NextStep:
    """What happens next, in a sentence with its date; ``is_hers`` when it waits for her; ``url`` where it happens."""

    sentence: str
    is_hers: bool = False
    url: str = ""


def next_step(
    application: Application, *, zone: str, at: datetime, pairs: list[Pair] | None = None
) -> NextStep:
    """``pairs`` are those of the application where they are known already."""
    page = application.round.page
    deadline = said_in_both(page.deadline(application.side), zone, page.time_zone)
    match application.state:
        case Standing.DRAFT if at < page.deadline(application.side):
            return NextStep(_("Send it by %(when)s.") % {"when": deadline}, is_hers=True)
        case Standing.DRAFT:
            return NextStep(
                _(
                    "The call closed on %(when)s, and this draft was not sent. It is kept for 90 days after the round, then erased."
                )
                % {"when": deadline}
            )
        case Standing.NEEDS_CHANGES:
            due = application.changes_due_at or page.deadline(application.side)
            return NextStep(
                _("Please correct what is marked and send it again by %(when)s.")
                % {"when": said_in_both(due, zone, page.time_zone)},
                is_hers=True,
            )
        case Standing.DECLINED:
            return NextStep(
                _("The answers are erased 180 days after the decision. The next round is open to you, too.")
            )
        case Standing.WITHDRAWN:
            return NextStep(_("Nobody reads it any more."))
        case Standing.WAITLISTED:
            return NextStep(
                _("You will hear by %(day)s whether a place became free.")
                % {"day": said_day(page.matching_on)}
            )
        case Standing.ACCEPTED:
            return _after_acceptance(application, zone, pairs)
    return NextStep(
        _("The coordinator reads it. You will have an answer by %(day)s.")
        % {"day": said_day(page.matching_on)}
    )


def _after_acceptance(application: Application, zone: str, pairs: list[Pair] | None) -> NextStep:
    page = application.round.page
    pair = live_pair(application, pairs)
    if pair is not None:
        return _with_pair(pair, application, page, zone)
    if application.round.phase in (Phase.RUNNING, Phase.CLOSED):
        return NextStep(_("Pairs of this round work until %(day)s.") % {"day": said_day(page.pairs_until)})
    return NextStep(
        _("Pairs are being found. You will hear by %(day)s.") % {"day": said_day(page.matching_on)}
    )


def pairs_of(applications) -> dict[int, list[Pair]]:
    """Offers and pairs of several applications, live and over, the newest first; one query."""
    sides = {one.pk: one.side for one in applications}
    found: dict[int, list[Pair]] = {pk: [] for pk in sides}
    rows = Pair.objects.filter(Q(mentee__in=sides) | Q(mentor__in=sides)).with_people()
    for pair in rows.filter(state__in=(*LIVE, *AFTERWARDS)):
        for side in SIDES:
            pk = pair.application_of(side).pk
            if sides.get(pk) == side:
                found[pk].append(pair)
    return found


def partner_name(pair: Pair, side: str) -> str:
    """The other one's name, which is told only when both have said yes."""
    other = pair.application_of(other_side(side)).profile
    return other.name if pair.settled_at and other else ""


def live_pair(application: Application, pairs: list[Pair] | None = None) -> Pair | None:
    """The offer or pair that concerns her most now: one that waits for her answer first."""
    pairs = pairs_of([application])[application.pk] if pairs is None else pairs
    found = [pair for pair in pairs if pair.state in LIVE]
    side = application.side
    return next(
        iter(sorted(found, key=lambda pair: (not pair.is_offer or bool(pair.answer_of(side)), pair.pk))), None
    )


def _with_pair(pair: Pair, application: Application, page, zone: str) -> NextStep:
    url = reverse("mentoring:offer" if pair.is_offer else "mentoring:pair", args=[pair.uuid])
    if not pair.is_offer:
        return NextStep(
            _("You have a pair. Pairs of this round work until %(day)s.")
            % {"day": said_day(page.pairs_until)},
            url=url,
        )
    when = said_in_both(pair.answer_by, zone, page.time_zone)
    if pair.answer_of(application.side):
        return NextStep(
            _("You have said yes to a pair. The other side answers until %(when)s.") % {"when": when}, url=url
        )
    return NextStep(_("A pair is proposed to you. Please answer by %(when)s.") % {"when": when}, url=url)


def last_sent(applications) -> dict[int, dict]:
    """The answers of the last version each of these applications was sent in; one query."""
    rows = ApplicationSnapshot.objects.filter(application__in=applications).order_by("number")
    return dict(rows.values_list("application", "answers"))


def has_unsent(application: Application, sent: dict) -> bool:
    """Whether what she is writing is not what she sent; places changed by themselves count at once."""
    profile = application.mentor_profile
    if profile is not None and application.working_copy.get("places") == profile.places:
        sent = {**sent, "places": profile.places}
    return _given(application.working_copy, application.side) != _given(sent, application.side)


def _given(answers: dict, side: str) -> dict:
    return {name: answers[name] for name in asked(side) if answers.get(name) not in ("", [], None)}
