"""The pool by language, topic, country and library type: who asks, how many places answer."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from mentoring.queries.pool import Pool
from mentoring.vocabularies import TOPIC_LABELS
from network.members.vocabularies import COUNTRIES, LIBRARY_TYPES, SPOKEN_LANGUAGES

KINDS = (
    ("language", _("Languages they can work in"), dict(SPOKEN_LANGUAGES)),
    ("topic", _("Topics"), TOPIC_LABELS),
    ("country", _("Countries"), dict(COUNTRIES)),
    ("library_type", _("Types of library"), dict(LIBRARY_TYPES)),
)


@dataclass(frozen=True)
class Bar:
    """One row: mentees who ask, mentors who answer and their free places; lengths are in hundredths."""

    label: object
    mentees: int
    mentors: int
    places: int
    mentees_length: int
    places_length: int

    @property
    def is_short(self) -> bool:
        return self.mentees > self.places


def bars(pool: Pool) -> list[tuple[str, object, list[Bar]]]:
    """For each kind its rows, the most asked for first. No queries: the pool is read already."""
    return [(kind, title, _rows(pool, kind, labels)) for kind, title, labels in KINDS]


def _rows(pool: Pool, kind: str, labels: dict) -> list[Bar]:
    asking, answering, places = Counter(), Counter(), Counter()
    for one in pool.mentees:
        asking.update(_codes(one.mentee_profile, kind))
    for one in pool.mentors:
        for code in _codes(one.mentor_profile, kind):
            answering[code] += 1
            places[code] += pool.free[one.pk]
    most = max([*asking.values(), *places.values(), 1])
    codes = sorted({*asking, *places}, key=lambda code: (-asking[code], -places[code], code))
    return [
        Bar(
            labels.get(code, code),
            asking[code],
            answering[code],
            places[code],
            100 * asking[code] // most,
            100 * places[code] // most,
        )
        for code in codes
    ]


def _codes(profile, kind: str) -> set[str]:
    match kind:
        case "language":
            return set(profile.working_languages)
        case "topic":
            return set(profile.topics)
    value = getattr(profile, kind)
    return {value} if value else set()
