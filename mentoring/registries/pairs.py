"""Pairs for the floor of members: what is exported and erased, the tie of two people, what waits on «My network»."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from mentoring.dates import said
from mentoring.models import Concern, Goal, Meeting, Pair, Signature, other_side
from mentoring.pair_states import LIVE, PAIR_TONES, PairState
from mentoring.queries.rounds import local_titles
from network.members.home import Item, Section, register_section
from network.members.queries import reader_zone
from network.members.registries import PersonalData, Tie, register_personal_data, register_ties

ORDER = 21
COVERS = (
    "mentoring.pair", "mentoring.run", "mentoring.ruling", "mentoring.signature", "mentoring.goal",
    "mentoring.meeting", "mentoring.concern", "mentoring.pairnote",
)  # fmt: skip


def fill() -> None:
    # Before the applications, which pairs hang on and which lose their person.
    register_personal_data(
        PersonalData(
            "mentoring-pairs",
            gettext_lazy("Mentoring: offers and pairs"),
            COVERS,
            export=export,
            erase=erase,
            order=30,
        )
    )
    register_ties("mentoring-pair", paired)
    register_section("mentoring-pairs", ORDER, build)


def export(user) -> list[dict]:
    """Her own part of each pair; the other person and private notes of coordinators are not hers to take along."""
    return [
        _pair(one, user) for one in Pair.objects.of_person(user).select_related("round", "mentee", "mentor")
    ]


def _pair(pair: Pair, user) -> dict:
    side = pair.side_of(user)
    return {
        "round": pair.round.code,
        "as": side,
        "state": pair.state,
        "offered": pair.offered_at,
        "answer_by": pair.answer_by,
        "your_answer": pair.answer_of(side),
        "you_answered": pair.answered_at(side),
        "your_reason": pair.decline_reason if pair.answer_of(side) == "no" else "",
        "your_words": pair.decline_words if pair.answer_of(side) == "no" else "",
        "both_said_yes": pair.settled_at,
        "ended": pair.ended_at,
        "agreement": list(
            pair.signatures.filter(side=side).values("text", "version", "language", "sha256", "signed_at")
        ),
        "goals": list(pair.goals.values("text", "measure", "state", "written_at")),
        "meetings": list(pair.meetings.values("starts_at", "minutes", "time_zone", "place", "state", "note")),
        "concerns_of_yours": list(
            pair.concerns.filter(by=user).values("text", "wishes", "may_talk", "reported_at")
        ),
    }


def erase(user, *, at) -> str | None:
    """Her texts go and her pairs end; that there was a pair stays for the counts and for the other's own history."""
    from mentoring.actions.leaving import part_ways

    own = list(Pair.objects.of_person(user).select_for_update(of=("self",)).with_people())
    for pair in own:
        if pair.state in LIVE:
            part_ways(pair, pair.side_of(user), by=None, at=at)
    pairs = Q(pair__in=[pair.pk for pair in own])
    Goal.objects.filter(pairs, written_by=user).delete()
    Meeting.objects.filter(pairs, logged_by=user).update(note="")
    Meeting.objects.filter(pairs, planned_by=user).update(place="")
    for pair in own:
        if pair.answer_of(pair.side_of(user)) == "no":
            Pair.objects.filter(pk=pair.pk).update(decline_words="")
    Pair.objects.filter(pk__in=[pair.pk for pair in own]).update(end_words="")
    for pair in own:
        pair.notes.all().delete()
    Concern.objects.filter(by=user).update(text=_("(erased)"), wishes="")
    Signature.objects.filter(person=user).update(person=None)
    return (
        _("That a pair existed and how it ended stays without you; so does the text of its agreement.")
        if own
        else None
    )


def paired(one, other) -> list[Tie]:
    """They were proposed to each other, or worked as a pair."""
    together = Pair.objects.filter(
        Q(mentee__person=one, mentor__person=other) | Q(mentee__person=other, mentor__person=one)
    ).exclude(state__in=[PairState.DECLINED, PairState.EXPIRED, PairState.CALLED_OFF])
    if not together.exists():
        return []
    return [Tie("mentoring-pair", _("The two are or were mentor and mentee of one pair."))]


def build(user, request) -> Section | None:
    """Offers to answer first, then pairs with their next meeting; five queries at most."""
    states = (*LIVE, PairState.COMPLETED)
    pairs = list(Pair.objects.of_person(user).filter(state__in=states).with_people()[:10])
    if not pairs:
        return None
    zone, now = reader_zone(user), timezone.now()
    titles = local_titles([pair.round for pair in pairs], get_language())
    coming: dict[int, Meeting] = {}
    for meeting in Meeting.objects.filter(pair__in=pairs, state="planned", starts_at__gt=now).order_by(
        "-starts_at"
    ):
        coming[meeting.pair_id] = meeting
    signed = set(Signature.objects.filter(pair__in=pairs, person=user).values_list("pair", flat=True))
    items, waiting = [], []
    for pair in pairs:
        side = pair.side_of(user)
        if pair.is_offer:
            (items if pair.answer_of(side) else waiting).append(_offer(pair, side, titles))
            continue
        items.append(_together(pair, side, coming.get(pair.pk), zone))
        if pair.is_together and pair.pk not in signed and pair.round.page.agreement:
            waiting.append(
                Item(
                    title=_("Read and confirm the agreement of your pair"),
                    url=reverse("mentoring:agreement", args=[pair.uuid]),
                    kind=_("Mentoring"),
                )
            )
    return Section(title=_("My pairs"), items=tuple(items), waiting=tuple(waiting), code="mentoring-pairs")


def _offer(pair: Pair, side: str, titles) -> Item:
    if pair.answer_of(side):
        title = _("You have said yes; the other side answers")
    else:
        title = _("Answer: a mentee for you") if side == "mentor" else _("Answer: a mentor for you")
    return Item(
        title=title,
        url=reverse("mentoring:offer", args=[pair.uuid]),
        kind=titles[pair.round_id],
        date=pair.answer_by,
        badge=pair.get_state_display(),
        tone=PAIR_TONES[pair.state],
    )


def _together(pair: Pair, side: str, meeting, zone: str) -> Item:
    other = pair.application_of(other_side(side))
    return Item(
        title=other.profile.name if other.profile else _("Your pair"),
        url=reverse("mentoring:pair", args=[pair.uuid]),
        kind=_("your mentee") if side == "mentor" else _("your mentor"),
        text=_("Next meeting: %(when)s") % {"when": said(meeting.starts_at, zone)} if meeting else "",
        badge=pair.get_state_display(),
        tone=PAIR_TONES[pair.state],
    )
