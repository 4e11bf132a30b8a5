"""Who gets a pair in a run, by country, language and type of library; and how numbers leave the desk."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from mentoring.models import Run
from mentoring.queries.publishing import known_applications
from network.members.vocabularies import COUNTRIES, LIBRARY_TYPES, SPOKEN_LANGUAGES

SMALL = 5
KINDS = (
    ("country", _("Country"), dict(COUNTRIES)),
    ("language", _("First language"), dict(SPOKEN_LANGUAGES)),
    ("library_type", _("Type of library"), dict(LIBRARY_TYPES)),
)


@dataclass(frozen=True)
class Share:
    label: object
    asked: int
    paired: int

    @property
    def percent(self) -> int:
        return percent(self.paired, self.asked)


def percent(part: int, whole: int) -> int:
    """To the nearest whole per cent, a half up."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def shares_of(run: Run) -> list[tuple[str, object, list[Share]]]:
    """For each kind its rows, the most numerous first; one query."""
    mentees = known_applications(run, "mentees")
    paired = {pair["mentee"] for pair in run.result["pairs"]}
    found = []
    for kind, title, labels in KINDS:
        asked, got = Counter(), Counter()
        for person, application in mentees.items():
            code = _code(application.mentee_profile, kind)
            asked[code] += 1
            got[code] += person in paired
        rows = [
            Share(labels.get(code, code) if code else "—", asked[code], got[code])
            for code in sorted(asked, key=lambda code: (-asked[code], code))
        ]
        found.append((kind, title, rows))
    return found


def _code(profile, kind: str) -> str:
    if profile is None:
        return ""
    if kind == "language":
        return next(iter(profile.working_languages), "")
    return getattr(profile, kind)


HIDDEN = "*"


def hidden(number: int) -> str | int:
    """Numbers under five do not leave the desk: behind them stand people one could guess."""
    return number if number == 0 or number >= SMALL else HIDDEN


def outside(share: Share) -> list:
    """A row of a share as it may leave: a hidden number cannot be worked out from the others of its row."""
    left = share.asked - share.paired
    if HIDDEN in (hidden(share.asked), hidden(share.paired), hidden(left)):
        return [share.label, hidden(share.asked), HIDDEN, HIDDEN]
    return [share.label, share.asked, share.paired, share.percent]
