"""What the public pages of the award show."""

from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from network.awards.models import AwardPage, AwardRound, AwardRoundPage, LaureatePage
from network.awards.moments import said, said_twice
from network.awards.questions import BUDGETS, LICENCES
from network.awards.rules.drafts import why_not_open
from network.awards.states import Outcome, Phase
from network.members.vocabularies import COUNTRIES

LAUREATES_SHOWN = 12
ORDER = {Outcome.LAUREATE: 0, Outcome.SPECIAL: 1, Outcome.COMMENDED: 2}


def index_context(page, request) -> dict:
    """Awards, their open calls and the latest laureates."""
    at = timezone.now()
    rounds = list(
        AwardRoundPage.objects.live()
        .descendant_of(page)
        .filter(round__isnull=False)
        .exclude(round__phase=Phase.PREPARING)
        .select_related("round")
        .defer_streamfields()
        .order_by("-round__opens_at")
    )
    return {
        "awards": list(AwardPage.objects.live().child_of(page).defer_streamfields()),
        "calls": [_call(one) for one in rounds if why_not_open(one.round, at=at) is None],
        "past_rounds": [one for one in rounds if one.round.phase == Phase.RELEASED],
        "laureates": laureates(page, request.page_versions)[:LAUREATES_SHOWN],
    }


def _call(page: AwardRoundPage) -> dict:
    round = page.round
    return {
        "page": page,
        "until": _("Entries until %(date)s") % {"date": said(round.deadline_at, round.time_zone)},
        "begin_url": reverse("awards:begin", args=[round.code.lower()]),
    }


def next_date_note(page) -> str:
    """Beside the way in on the front page: until when entries are taken, or when they will be; one query."""
    at = timezone.now()
    called = list(AwardRound.objects.filter(phase=Phase.CALLED, deadline_at__gt=at).order_by("deadline_at"))
    if taking := [round for round in called if round.opens_at <= at]:
        return _("Entries until %(date)s") % {"date": said(taking[0].deadline_at, taking[0].time_zone)}
    if called:
        coming = min(called, key=lambda round: round.opens_at)
        return _("The next round opens on %(date)s") % {"date": said(coming.opens_at, coming.time_zone)}
    return _("No round is open now")


def award_context(page, request) -> dict:
    rounds = (
        AwardRoundPage.objects.live()
        .child_of(page)
        .select_related("round")
        .defer_streamfields()
        .order_by("-round__opens_at")
    )
    return {
        "rounds": [one for one in rounds if one.round and one.round.phase != Phase.PREPARING],
        "laureates": laureates(page, request.page_versions)[:LAUREATES_SHOWN],
    }


def laureates(page, versions) -> list[LaureatePage]:
    """Laureates first, then special prizes and commendations; one not translated yet stands in its own language.

    ``versions`` are the live versions of the page and of all above it; one query.
    """
    own = [one for one in versions if one.translation_key == page.translation_key]
    below = reduce(or_, (Q(path__startswith=one.path) for one in own), Q(path__startswith=page.path))
    by_key: dict = {}
    pages = LaureatePage.objects.live().filter(below).select_related("locale").defer_streamfields()
    for one in pages.order_by("-path"):
        if one.locale_id == page.locale_id:
            by_key[one.translation_key] = one
        else:
            one.foreign = one.locale.language_code
            by_key.setdefault(one.translation_key, one)
    return sorted(by_key.values(), key=lambda one: (ORDER.get(one.outcome, 9), hasattr(one, "foreign")))


def round_context(page, request) -> dict:
    """Dates in the round's zone and the reader's, criteria with the weights of the record, laureates."""
    round = page.round
    if round is None:
        return {"is_open": False}
    at = timezone.now()
    sentence = why_not_open(round, at=at)
    return {
        "round": round,
        "dates": dates(round),
        "criteria": criteria(page),
        "nominations": [block.value for block in page.nominations],
        "is_open": sentence is None,
        "why_not": sentence,
        "begin_url": reverse("awards:begin", args=[round.code.lower()]),
        "laureates": laureates(page, request.page_versions),
        "deadline_changes": list(round.deadline_changes.all()),
    }


def dates(round: AwardRound) -> list[tuple[str, str]]:
    moments: list[tuple[str, datetime | None]] = [
        (_("Entries from"), round.opens_at),
        (_("Entries until"), round.deadline_at),
        (_("The jury begins"), round.judging_opens_at),
        (_("The jury ends"), round.judging_closes_at),
        (_("Results"), round.released_at or round.release_at),
    ]
    return [(label, said_twice(moment, round.time_zone)) for label, moment in moments if moment]


def criteria(page) -> list[dict]:
    """Words from the page, weights from the record, in the record's order."""
    texts = page.criterion_texts()
    return [
        {
            "code": criterion.code,
            "weight": criterion.weight,
            "required": criterion.required,
            "title": texts.get(criterion.code, {}).get("title") or criterion.name,
            "question": texts.get(criterion.code, {}).get("question", ""),
            "anchors": texts.get(criterion.code, {}).get("anchors", []),
        }
        for criterion in page.round.criteria.all()
    ]


def laureate_context(page, request) -> dict:
    parent = page.get_parent().specific
    titles = parent.nomination_titles() if isinstance(parent, AwardRoundPage) else {}
    names = dict(COUNTRIES)
    return {
        "round_page": parent,
        "nomination_title": titles.get(page.nomination, ""),
        # The entrant's own country comes first.
        "home_country": names.get(page.countries[0], "") if page.countries else "",
        "licence_words": dict(LICENCES).get(page.licence, ""),
        "cost_words": dict(BUDGETS).get(page.cost, ""),
    }
