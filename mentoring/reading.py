"""What the programme's public pages show."""

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring import vocabularies as words
from mentoring.dates import said, said_day
from mentoring.models import MentoringRoundPage, MentorPage, Round
from mentoring.queries.shown import shown
from mentoring.states import Phase
from network.content.paging import paged
from network.members.vocabularies import COUNTRIES, LIBRARY_TYPES, SPOKEN_LANGUAGES

MENTORS_ON_A_PAGE = 24
ENDED = (Phase.CLOSED,)


def rounds_of(programme) -> list[tuple[MentoringRoundPage, Round]]:
    """Published rounds of this language version with their records, the newest first; two queries."""
    pages = list(MentoringRoundPage.objects.live().child_of(programme).order_by("-pairs_from"))
    records = {
        round.page.translation_key: round
        for round in Round.objects.filter(
            page__translation_key__in=[page.translation_key for page in pages]
        ).select_related("page")
    }
    return [(page, records[page.translation_key]) for page in pages if page.translation_key in records]


def programme_context(page, request) -> dict:
    now, rows = timezone.now(), []
    for one, round in rounds_of(page):
        rows.append({"page": one, "round": round, "url": one.get_url(request), **call_state(round, at=now)})
    return {
        "rounds": [row for row in rows if row["round"].phase not in ENDED],
        "past": [row for row in rows if row["round"].phase in ENDED],
        "calls": _open_calls(rows),
    }


def _open_calls(rows) -> list[dict]:
    """What one may apply to today, mentees first, then the soonest deadline."""
    found = [
        {
            "side": side,
            "code": row["round"].code,
            "title": row["page"].title,
            "url": row["url"],
            "deadline": row["round"].page.deadline(side),
            "until": _("Applications until %(when)s")
            % {"when": said(row["round"].page.deadline(side), row["round"].page.time_zone)},
        }
        for row in rows
        for side in row["open_sides"]
    ]
    return sorted(found, key=lambda call: (call["side"] == "mentor", call["deadline"]))


def call_state(round: Round, *, at) -> dict:
    """Who may apply now, until when, and what comes next."""
    from mentoring.rules.applications import why_not_apply

    page = round.page
    open_sides = [side for side in ("mentee", "mentor") if why_not_apply(round, side, at=at) is None]
    return {"open_sides": open_sides, "next": _next_date(round, open_sides, page, at)}


def _next_date(round, open_sides, page, at) -> str:
    if open_sides:
        side = open_sides[0]
        return _("Applications until %(when)s") % {"when": said(page.deadline(side), page.time_zone)}
    match round.phase:
        case Phase.PREPARING:
            return _("The call for mentors opens on %(when)s") % {
                "when": said(page.mentor_call_opens_at, page.time_zone)
            }
        case Phase.MENTOR_CALL:
            return _("The call for mentees opens on %(when)s") % {
                "when": said(page.mentee_call_opens_at, page.time_zone)
            }
        case Phase.RUNNING:
            return _("Pairs work until %(day)s") % {"day": said_day(page.pairs_until)}
        case Phase.CLOSED:
            return _("Ended on %(day)s") % {"day": said_day(page.pairs_until)}
    return _("Answers by %(day)s") % {"day": said_day(page.matching_on)}


def next_date_note(page) -> str:
    """The next date of the programme, for the front page; one query.

    What one may apply to today comes first, the soonest deadline before others;
    then the call that opens soonest; then the newest of the other rounds.
    """
    at = timezone.now()
    shown_rounds = MentoringRoundPage.objects.live().child_of(page).values("translation_key")
    rounds = (
        Round.objects.filter(page__translation_key__in=shown_rounds)
        .exclude(phase__in=ENDED)
        .select_related("page")
        .order_by("-page__pairs_from")
    )
    found = [(round, call_state(round, at=at)) for round in rounds]
    open_now = [
        (round.page.deadline(state["open_sides"][0]), state) for round, state in found if state["open_sides"]
    ]
    coming = [
        (round.page.mentor_call_opens_at, state) for round, state in found if round.phase == Phase.PREPARING
    ]
    for dated in (open_now, coming):
        if dated:
            return min(dated, key=lambda pair: pair[0])[1]["next"]
    return found[0][1]["next"] if found else ""


def round_context(page, request) -> dict:
    round = Round.objects.select_related("page").filter(page__translation_key=page.translation_key).first()
    if round is None:
        return {}
    source = round.page
    zone = source.time_zone
    return {
        "round": round,
        **call_state(round, at=timezone.now()),
        "dates": [
            (
                _("Call for mentors"),
                f"{said(source.mentor_call_opens_at, zone)} – {said(source.mentor_deadline, zone)}",
            ),
            (
                _("Call for mentees"),
                f"{said(source.mentee_call_opens_at, zone)} – {said(source.mentee_deadline, zone)}",
            ),
            (_("Everyone has an answer by"), said_day(source.matching_on)),
            (_("Pairs work"), f"{said_day(source.pairs_from)} – {said_day(source.pairs_until)}"),
        ],
        "families": [
            (family.label, [label for code, label in family.topics if code in source.topics])
            for family in words.FAMILIES
            if any(code in source.topics for code, _label in family.topics)
        ],
    }


def mentors_context(page, request) -> dict:
    """Listed mentors, narrowed by topic, language and country; the same number of queries for any number of rows."""
    chosen = {name: _known(name, request.GET.get(name, "")) for name in ("topic", "language", "country")}
    rows = _listed(page).select_related("locale").order_by("title", "pk")
    for name, code in chosen.items():
        if code:
            rows = rows.filter(Q(found_by__contains=f"|{name}:{code}|"))
    found = paged(rows, request, MENTORS_ON_A_PAGE)
    countries, types, languages = dict(COUNTRIES), dict(LIBRARY_TYPES), dict(SPOKEN_LANGUAGES)
    return {
        "filters": [
            {"name": "topic", "label": _("Topic"), "groups": _grouped_topics(), "chosen": chosen["topic"]},
            {
                "name": "language",
                "label": _("Language"),
                "groups": [("", SPOKEN_LANGUAGES)],
                "chosen": chosen["language"],
            },
            {
                "name": "country",
                "label": _("Country"),
                "groups": [("", COUNTRIES)],
                "chosen": chosen["country"],
            },
        ],
        "is_filtered": any(chosen.values()),
        "page_obj": found,
        "query": "&".join(f"{name}={code}" for name, code in chosen.items() if code),
        "mentors": [
            {
                "title": mentor.title,
                "url": mentor.get_url(request),
                "facts": [countries.get(mentor.country, ""), types.get(mentor.library_type, "")],
                "text": ", ".join(str(words.topic_label(code)) for code in mentor.topics),
                "languages": ", ".join(str(languages.get(code, code)) for code in mentor.languages),
                "lang": "" if mentor.locale_id == page.locale_id else mentor.locale.language_code,
            }
            for mentor in found.object_list
        ],
    }


def _listed(page):
    """Each mentor once: her page in the reader's language where there is one, else as it stands in another."""
    here = MentorPage.objects.live().child_of(page)
    elsewhere = (
        MentorPage.objects.live()
        .filter(locale__language_code__in=dict(settings.LANGUAGES))
        .exclude(locale_id=page.locale_id)
        .exclude(translation_key__in=here.values("translation_key"))
    )
    return MentorPage.objects.filter(Q(pk__in=here.values("pk")) | Q(pk__in=elsewhere.values("pk")))


def _known(name: str, code: str) -> str:
    """Only codes of ours are looked for; anything else is as if nothing was asked."""
    known = {"topic": words.TOPIC_LABELS, "language": dict(SPOKEN_LANGUAGES), "country": dict(COUNTRIES)}[
        name
    ]
    return code if code in known else ""


def _grouped_topics():
    return [(family.label, family.topics) for family in words.FAMILIES]


def mentor_context(page, request) -> dict:
    languages = dict(SPOKEN_LANGUAGES)
    facts = [
        (_("Country"), page.get_country_display()),
        (_("Library"), page.institution_name or page.get_library_type_display()),
        (_("Post"), page.post),
        (_("Languages"), ", ".join(str(languages.get(code, code)) for code in page.languages)),
        (_("Topics"), ", ".join(shown("topics", page.topics))),
    ]
    return {"facts": [(label, value) for label, value in facts if value], "bio_language": _bio_language(page)}


def _bio_language(page) -> str:
    """Of her words about herself: the page's own when a translator wrote them, else the one she wrote in."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return page.words_language or settings.LANGUAGE_CODE
    hers = MentorPage.objects.filter(
        translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE, bio=page.bio
    )
    return page.words_language if hers.exists() else page.locale.language_code
