"""The shortage before matching, each part of it as a sentence one can act on."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.matching import shortages
from mentoring.models import Application, MentorProfilePage, Round
from mentoring.pair_states import LIVE
from mentoring.queries.pool import Pool, parted, person_id, problem_of, rulings_of
from mentoring.states import Standing
from mentoring.vocabularies import topic_label
from network.members.vocabularies import SPOKEN_LANGUAGES

MOST_WANTED = 2
WITH_US = (Standing.SUBMITTED, Standing.WAITLISTED, Standing.ACCEPTED)


@dataclass(frozen=True)
class Wanted:
    """A mentor who would help: her language and topic, and how many of the group she could serve."""

    language: str
    topic: str
    serves: int

    @property
    def code(self) -> str:
        return f"{self.language}.{self.topic}"

    @property
    def language_label(self):
        return dict(SPOKEN_LANGUAGES).get(self.language, self.language)

    @property
    def topic_label(self):
        return topic_label(self.topic)

    def __str__(self):
        if not self.topic:
            return _("speak: %(language)s") % {"language": self.language_label}
        return _("speak: %(language)s, and know: %(topic)s") % {
            "language": self.language_label,
            "topic": self.topic_label,
        }


@dataclass(frozen=True)
class Gap:
    mentees: list[Application]
    mentors: list[Application]
    places: int
    wanted: list[Wanted]

    @property
    def missing(self) -> int:
        return len(self.mentees) - self.places

    @property
    def sentence(self) -> str:
        number = len(self.mentees)
        if not self.mentors:
            first = ngettext(
                "%(number)d mentee has no possible mentor at all.",
                "%(number)d mentees have no possible mentor at all.",
                number,
            ) % {"number": number}
        else:
            first = ngettext(
                "%(number)d mentee can only be served by %(places)s.",
                "%(number)d mentees can only be served by %(places)s.",
                number,
            ) % {"number": number, "places": _places(self.places)}
        if not self.wanted:
            return first
        return f"{first} " + _("Find mentors who %(wanted)s.") % {
            "wanted": _("; or who ").join(str(one) for one in self.wanted)
        }


def _places(number: int) -> str:
    return ngettext("%(number)d place", "%(number)d places", number) % {"number": number}


def gaps_of(round: Round, pool: Pool) -> list[Gap]:
    """Groups of mentees who compete for too few places, the worst first. Rulings by hand count as rules."""
    _locks, forbids = rulings_of(round)
    document = problem_of(pool, {"forbid": sorted([a, b] for a, b in forbids | parted(round))})
    mentees = {person_id(one): one for one in pool.mentees}
    mentors = {person_id(one): one for one in pool.mentors}
    return [
        Gap(
            [mentees[one] for one in shortage.mentees],
            [mentors[one] for one in shortage.mentors],
            shortage.places,
            wanted([mentees[one] for one in shortage.mentees], shortage.missing),
        )
        for shortage in shortages(document)
    ]


def wanted(mentees: list[Application], missing: int) -> list[Wanted]:
    """Kinds of mentors, by language and topic, that would serve most of a group; at most two."""
    served: dict[tuple[str, str], set[int]] = defaultdict(set)
    for one in mentees:
        for language in one.mentee_profile.working_languages:
            for topic in one.mentee_profile.topics or [""]:
                served[language, topic].add(one.pk)
    found, covered = [], set()
    while served and len(found) < MOST_WANTED and len(covered) < missing:
        best = min(served, key=lambda pair: (-len(served[pair] - covered), pair))
        gained = served.pop(best) - covered
        if not gained:
            break
        covered |= gained
        found.append(Wanted(*best, serves=len(gained)))
    return found


@dataclass(frozen=True)
class Possible:
    """A mentor who could help: her newest application, and how she stands in this round."""

    application: Application
    how: str


def possible_mentors(round: Round, language: str, topic: str) -> list[Possible]:
    """Mentors of this round without a free place and of earlier ones, who speak the language and know the topic."""
    rows = (
        Application.objects.mentors()
        .filter(person__isnull=False, mentor_profile__isnull=False, state__in=WITH_US)
        .select_related("mentor_profile", "person", "round__page")
        .order_by("-round__code", "-pk")
    )
    gone = set(
        Application.objects.filter(
            round=round, side="mentor", state__in=[Standing.DECLINED, Standing.WITHDRAWN]
        )
        .exclude(person=None)
        .values_list("person", flat=True)
    )
    held = _held(round)
    found, seen = [], set(gone)
    for one in rows:
        if one.person_id in seen:
            continue
        seen.add(one.person_id)
        if _fits(one.mentor_profile, language, topic) and (how := _how(one, round, held)):
            found.append(Possible(one, how))
    return found


def _held(round: Round) -> dict[int, int]:
    from django.db.models import Count

    from mentoring.models import Pair

    rows = (
        Pair.objects.filter(round=round, state__in=LIVE)
        .values_list("mentor")
        .annotate(n=Count("pk"))
        .order_by()
    )
    return dict(rows)


def _fits(profile: MentorProfilePage, language: str, topic: str) -> bool:
    return language in profile.working_languages and (not topic or topic in profile.topics)


def _how(one: Application, round: Round, held: dict[int, int]) -> str:
    if one.round_id != round.pk:
        return _("mentor of %(round)s") % {"round": one.round.code}
    if one.paused_until:
        return _("in this round, pauses")
    if one.state != Standing.ACCEPTED:
        return _("in this round: %(state)s") % {"state": one.get_state_display()}
    if one.mentor_profile.places <= held.get(one.pk, 0):
        return _("in this round, all her places are taken")
    # A place of hers is free, and still she may not have these mentees: a letter would not help.
    return ""
