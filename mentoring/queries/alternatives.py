"""What another mentor would mean for one mentee of a run, and who the candidates are without a run."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.matching import WEIGHTS, alternatives
from mentoring.models import Application, Run
from mentoring.queries.pool import Pool, parted, person_id, pool_of, problem_of, rulings_of
from mentoring.queries.publishing import known_applications
from mentoring.queries.results import RULES, Part, name_of, parts_of, shared_words
from mentoring.sharing import Sharing


@dataclass(frozen=True)
class Choice:
    mentor: Application | None
    score: int
    parts: list[Part]
    why: list[str]
    is_present: bool
    cost: str
    total: int
    losing: int
    is_refused: bool


def choices_in(run: Run, mentee: Application) -> list[Choice]:
    """Every mentor the rules leave to her, the present one first, then what costs least. Exact."""
    sharing, own = Sharing(run.input), str(mentee.person_id)
    mentees, mentors = known_applications(run, "mentees"), known_applications(run, "mentors")
    weights = {**WEIGHTS, **run.policy.get("weights", {})}
    found = [
        Choice(
            mentors.get(one.mentor),
            one.score,
            parts_of(one.parts, weights),
            shared_words(sharing.of(own, one.mentor)),
            one.is_present,
            cost_words(one, own, mentees, mentors),
            one.total,
            len(one.losing),
            one.refusal is not None,
        )
        for one in alternatives(run.input, own)
    ]
    return sorted(
        found, key=lambda one: (not one.is_present, one.is_refused, one.losing, -one.total, -one.score)
    )


def cost_words(one, own: str, mentees: dict, mentors: dict) -> str:
    """«nobody loses a place, total −10; Y would go to Z»."""
    if one.is_present:
        return _("as it is")
    if one.refusal:
        return _("not possible: %(rule)s") % {"rule": RULES.get(one.refusal, one.refusal)}
    losing = [name for name in one.losing if name != own]
    if losing:
        first = ngettext(
            "%(names)s would lose her place", "%(names)s would lose their places", len(losing)
        ) % {"names": ", ".join(name_of(mentees.get(name)) for name in losing)}
    else:
        first = _("nobody loses a place")
    sign = "+" if one.total > 0 else "−" if one.total < 0 else "±"
    words = [first, _("total %(change)s") % {"change": f"{sign}{abs(one.total)}"}]
    words += [
        _("%(mentee)s would go to %(mentor)s")
        % {"mentee": name_of(mentees.get(move.mentee)), "mentor": name_of(mentors.get(move.after))}
        for move in one.moves
        if move.after is not None and move.mentee != own
    ]
    return "; ".join(words)


@dataclass(frozen=True)
class Candidate:
    mentor: Application
    score: int
    parts: list[Part]
    raw_parts: dict
    why: list[str]
    shared: dict
    free: int


def candidates_for(mentee: Application, *, at: datetime) -> list[Candidate]:
    """Mentors with a free place whom the rules leave to one mentee, the best first; without a new run."""
    round = mentee.round
    pool = pool_of(round, at=at)
    mine = Pool([mentee], pool.mentors, pool.free)
    _locks, forbids = rulings_of(round)
    document = problem_of(mine, {"forbid": sorted([a, b] for a, b in forbids | parted(round))})
    mentors = {person_id(one): one for one in pool.mentors}
    sharing = Sharing(document)
    found = []
    for one in alternatives(document, person_id(mentee)):
        if one.refusal:
            continue
        mentor, shared = mentors[one.mentor], sharing.of(person_id(mentee), one.mentor)
        found.append(
            Candidate(
                mentor, one.score, parts_of(one.parts, WEIGHTS), one.parts, shared_words(shared), shared,
                pool.free[mentor.pk],
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: (-one.score, name_of(one.mentor)))
