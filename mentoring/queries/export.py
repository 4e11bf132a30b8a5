"""Sent applications as rows of a table, read in portions."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from mentoring.answers import LABELS, asked
from mentoring.models import Round
from mentoring.profile_fields import answers_of
from mentoring.queries.desk import applications
from mentoring.queries.shown import shown

NAMES = tuple(dict.fromkeys((*asked("mentee"), *asked("mentor"))))


def header() -> list:
    return [_("Number"), _("Side"), _("State"), _("Sent (UTC)"), *(str(LABELS[name]) for name in NAMES)]


def rows(round: Round) -> Iterator[list]:
    """A row for each application; private and equity answers never leave the site this way."""
    for one in applications(round, {}).iterator(chunk_size=500):
        profile = one.profile
        answers = answers_of(profile, side=one.side) if profile else {}
        yield [
            one.reference,
            one.get_side_display(),
            str(one.state_for_staff),
            one.sent_at,
            *("; ".join(shown(name, answers.get(name))) if name in answers else "" for name in NAMES),
        ]
