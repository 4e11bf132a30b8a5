"""Where there are too few places before anybody is matched: the shortage, split where it falls apart."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from mentoring.matching.pairs import Pairs, pairs_of
from mentoring.matching.problem import check
from mentoring.matching.reach import NOBODY, most_placed


@dataclass(frozen=True)
class Shortage:
    """Mentees who can only be served by these mentors, who have fewer places than they are."""

    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    places: int

    @property
    def missing(self) -> int:
        """How many of them stay without a mentor, whatever is decided."""
        return len(self.mentees) - self.places


def shortages(document: Mapping[str, Any]) -> list[Shortage]:
    """The mentees of the result's ``shortage``, as groups that share no mentor; the most missing first.

    Mentees whom the rules leave no mentor at all make one group, without mentors. Nothing is matched, and locks
    and the country cap are not looked at. Raises :class:`~mentoring.matching.problem.BadProblem` like ``solve``.
    """
    problem = check(document)
    pairs = pairs_of(problem)
    people = range(len(problem.mentees))
    _placed, short = most_placed(pairs.capacity, pairs.mentors_of, people, np.full(len(people), NOBODY))
    groups = [_shortage(pairs, group) for group in _apart(pairs, sorted(short))]
    return sorted(groups, key=lambda one: (-one.missing, one.mentees))


def _apart(pairs: Pairs, mentees: list[int]) -> list[list[int]]:
    """Groups of mentees connected by mentors they share; those without any mentor are one group."""
    group_of_mentor: dict[int, int] = {}
    members: dict[int, list[int]] = defaultdict(list)
    nowhere = -1
    for mentee in mentees:
        mentors = pairs.mentors_of(mentee).tolist()
        if not mentors:
            members[nowhere].append(mentee)
            continue
        group = mentee
        members[group].append(mentee)
        for other in {group_of_mentor[mentor] for mentor in mentors if mentor in group_of_mentor}:
            members[group].extend(members.pop(other))
            for mentor, at in group_of_mentor.items():
                if at == other:
                    group_of_mentor[mentor] = group
        group_of_mentor.update(dict.fromkeys(mentors, group))
    return list(members.values())


def _shortage(pairs: Pairs, mentees: list[int]) -> Shortage:
    within_reach = sorted({mentor for mentee in mentees for mentor in pairs.mentors_of(mentee).tolist()})
    return Shortage(
        mentees=tuple(pairs.problem.mentees[at].id for at in sorted(mentees)),
        mentors=tuple(pairs.problem.mentors[at].id for at in within_reach),
        places=sum(pairs.problem.mentors[at].capacity for at in within_reach),
    )
