"""One problem, solved: locks first, then everybody by the goals of the policy, then what there is to say about it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from mentoring.matching.draw import Draw
from mentoring.matching.pairs import SMALL, Pairs, pairs_of
from mentoring.matching.placing import Options, settle
from mentoring.matching.problem import Problem, check
from mentoring.matching.reach import NOBODY, most_placed

ENGINE = "mentoring.matching 1.0"
TAKEN = "taken"
COUNTRY_CAP = "country_cap"


def solve(document: Mapping[str, Any]) -> dict[str, Any]:
    """The result of a problem, both as in the contract: plain dictionaries, lists, strings and whole numbers.

    Of all results that are best by the goals there is one answer, whatever the order of the input: the one with the
    largest sum of lots over its pairs (:class:`mentoring.matching.draw.Draw`, draw 0; if several share it, draw 1,
    and so on). Raises :class:`~mentoring.matching.problem.BadProblem` for a document that cannot be read.
    """
    problem = check(document)
    pairs = pairs_of(problem)
    locks = Locks(pairs, problem.policy.locks)
    mentor_of = Board(pairs, locks.placed).settled()
    return result_of(pairs, locks, mentor_of)


@dataclass(frozen=True)
class Refused:
    mentee: str
    mentor: str
    rule: str


class Locks:
    """Pairs fixed by hand: placed in order of mentee id, or refused with the rule they break.

    The floor does not hold for them; a full mentor breaks ``capacity``, a country at its cap ``country_cap``.
    """

    def __init__(self, pairs: Pairs, locks: Iterable[tuple[str, str]]):
        self.placed: dict[int, int] = {}
        self.refused: list[Refused] = []
        seats = pairs.capacity.tolist()
        cap, mentees = places_per_country(pairs.problem), pairs.problem.mentees
        countries: Counter[str] = Counter()
        for mentee_id, mentor_id in locks:
            mentee, mentor = pairs.mentee_at[mentee_id], pairs.mentor_at[mentor_id]
            country = mentees[mentee].country
            rule = pairs.why_not(mentee, mentor)
            if rule == "floor":
                rule = None
            if rule is None and not seats[mentor]:
                rule = "capacity"
            if rule is None and cap is not None and country and countries[country] >= cap:
                rule = COUNTRY_CAP
            if rule:
                self.refused.append(Refused(mentee_id, mentor_id, rule))
                continue
            self.placed[mentee] = mentor
            seats[mentor] -= 1
            countries[country] += 1


def places_per_country(problem: Problem) -> int | None:
    """How many places the mentees of one country may take, or None for any number."""
    cap = problem.policy.country_cap
    return None if cap is None else max(1, sum(mentor.capacity for mentor in problem.mentors) * cap // 100)


class Board:
    """The mentees without a lock and the places that the locks leave, as options and goals for ``settle``.

    A mentor is one place, with as much room as he has left; or two, his first seat and the others, when giving every
    mentor somebody is a goal and he has nobody yet. Staying without a mentor is the last place; a country that may
    not take all has a place more, "left out", with room for as many as must stay without: filling it is the first
    goal, and that is the cap. Mentees without any pair are not on the board.
    """

    def __init__(self, pairs: Pairs, locked: Mapping[int, int]):
        self.pairs, self.locked = pairs, locked
        self._draw = Draw(pairs.problem)
        left = pairs.capacity - np.bincount(
            np.array([*locked.values()], dtype=int), minlength=pairs.capacity.size
        )
        mentee = np.repeat(np.arange(len(pairs.problem.mentees)), np.diff(pairs.first))
        playing = left[pairs.mentor] > 0
        playing[np.isin(mentee, np.array([*locked], dtype=int))] = False
        mentee, mentor, score = mentee[playing], pairs.mentor[playing], pairs.score[playing]
        self.mentees, person = np.unique(mentee, return_inverse=True)
        self._lay_out_places(left)
        self._lay_out_options(person, mentor, score)

    def settled(self) -> np.ndarray:
        """The mentor of every mentee of the problem, locked ones too, or -1: (mentees,)."""
        taken = settle(self.options, self.goals, self.lots)
        mentor_of = np.full(len(self.pairs.problem.mentees), NOBODY)
        mentor_of[self.mentees] = self.options.means[self.options.place[taken]]
        for mentee, mentor in self.locked.items():
            mentor_of[mentee] = mentor
        return mentor_of

    def _lay_out_places(self, left: np.ndarray) -> None:
        policy = self.pairs.problem.policy
        alone = np.zeros(left.size, dtype=bool)
        if policy.min_one_per_mentor and policy.goal != "best_total":
            alone = left > 0
            alone[list(set(self.locked.values()))] = False
        firsts = np.flatnonzero(alone)
        self.first_seat = np.full(left.size, NOBODY)
        self.first_seat[firsts] = left.size + np.arange(firsts.size)
        room = np.concatenate((left - alone, np.ones(firsts.size, dtype=int)))
        means = np.concatenate((np.arange(left.size), firsts))
        must_stay = self._left_out()
        self.left_out = {country: room.size + at for at, country in enumerate(must_stay)}
        room = np.concatenate((room, [*must_stay.values(), self.mentees.size + 1]))
        self.means = np.concatenate((means, np.full(len(must_stay) + 1, NOBODY)))
        self.room, self.nowhere = room.astype(int), room.size - 1

    def _left_out(self) -> dict[str, int]:
        """Of each country with more mentees on the board than places left to it: how many must stay without."""
        people = self.pairs.problem.mentees
        cap = places_per_country(self.pairs.problem)
        if cap is None:
            return {}
        used = Counter(people[mentee].country for mentee in self.locked)
        asking = Counter(people[mentee].country for mentee in self.mentees.tolist())
        return {
            country: asking[country] - (cap - used[country])
            for country in sorted(asking)
            if country and asking[country] > cap - used[country]
        }

    def _lay_out_options(self, person: np.ndarray, mentor: np.ndarray, score: np.ndarray) -> None:
        policy, mentees = self.pairs.problem.policy, self.pairs.problem.mentees
        value = score if abs(policy.keep_bonus) < SMALL else score.astype(object)
        kept = self._kept(person, mentor)
        value = value + policy.keep_bonus * kept
        everybody = np.arange(self.mentees.size)
        capped = np.array([mentees[at].country in self.left_out for at in self.mentees.tolist()], dtype=bool)
        outside = [self.left_out[mentees[at].country] for at in self.mentees[capped].tolist()]
        seated, first_seat = self.room[mentor] > 0, self.first_seat[mentor] >= 0
        blocks = [
            (person[seated], mentor[seated], value[seated], kept[seated]),
            (person[first_seat], self.first_seat[mentor[first_seat]], value[first_seat], kept[first_seat]),
            (everybody[capped], np.array(outside, dtype=int), 0, 0),
            (everybody, np.full(everybody.size, self.nowhere), 0, 0),
        ]
        person, place = (np.concatenate([block[at] for block in blocks]) for at in (0, 1))
        value, kept = (
            np.concatenate(
                [np.broadcast_to(np.asarray(block[at], value.dtype), block[0].shape) for block in blocks]
            )
            for at in (2, 3)
        )
        order = np.lexsort((place, person))
        place, person = place[order], person[order]
        first = np.searchsorted(person, np.arange(everybody.size + 1))
        # Places without room stay in the count, so that a mentor's number is his place's.
        self.options = Options(first, place, np.maximum(self.room, 1), self.means)
        self.goals = self._goals(value[order], kept[order].astype(np.int64))

    def _kept(self, person: np.ndarray, mentor: np.ndarray) -> np.ndarray:
        at = self.pairs
        mentors = len(at.problem.mentors)
        keys = [
            at.mentee_at[mentee] * mentors + at.mentor_at[mentor] for mentee, mentor in at.problem.policy.keep
        ]
        return np.isin(self.mentees[person] * mentors + mentor, np.array(keys, dtype=int)).astype(np.int64)

    def _goals(self, value: np.ndarray, kept: np.ndarray) -> list[np.ndarray]:
        options = self.options
        mentor = options.means[options.place]
        placed = (mentor != NOBODY).astype(np.int64)
        cap = [np.isin(options.place, [*self.left_out.values()]).astype(np.int64)] if self.left_out else []
        if self.pairs.problem.policy.goal == "best_total":
            return [*cap, value, placed, kept]
        firsts = np.isin(options.place, self.first_seat[self.first_seat >= 0]).astype(np.int64)
        # How many are placed is settled by now, so what all pairs have in common does not matter; taking it off keeps
        # the numbers small.
        value = (value - min(value[placed == 1].tolist(), default=0)) * placed
        return [*cap, *self._tiers(placed), firsts, value, kept]

    def _tiers(self, placed: np.ndarray) -> list[np.ndarray]:
        tiers = np.array([mentee.tier for mentee in self.pairs.problem.mentees], dtype=object)[self.mentees]
        rank = {tier: number for number, tier in enumerate(sorted(set(tiers.tolist())), start=1)}
        ranks = np.array([rank[tier] for tier in tiers.tolist()], dtype=np.int64)[self.options.person]
        if not self.left_out:
            # The sets of mentees that can be placed form a matroid, where any weights that fall from tier to tier
            # lead to the same: first as many of the highest as can be, then of the next.
            return [ranks * placed]
        return [(ranks == number) * placed for number in sorted(rank.values(), reverse=True)]

    def lots(self, number: int, options: np.ndarray) -> np.ndarray:
        """The lots of options in one draw; 0 for staying without a mentor."""
        mentor = self.options.means[self.options.place[options]]
        mentee = self.mentees[self.options.person[options]]
        lots = np.zeros(options.size, dtype=np.int64)
        paired = mentor != NOBODY
        lots[paired] = self._draw.lots(number, mentee[paired], mentor[paired])
        return lots


def result_of(pairs: Pairs, locks: Locks, mentor_of: np.ndarray) -> dict[str, Any]:
    """The result as the contract writes it, of the mentor of every mentee, -1 for none."""
    problem = pairs.problem
    found = []
    for at in np.flatnonzero(mentor_of != NOBODY).tolist():
        parts = pairs.parts(at, int(mentor_of[at]))
        found.append(
            {
                "mentee": problem.mentees[at].id,
                "mentor": problem.mentors[mentor_of[at]].id,
                "score": sum(parts.values()),
                "parts": parts,
                "locked": at in locks.placed,
            }
        )
    without = np.flatnonzero(mentor_of == NOBODY).tolist()
    return {
        "pairs": found,
        "matched": len(found),
        "total": sum(pair["score"] for pair in found),
        "unmatched": [{"mentee": problem.mentees[at].id, "rules": _rules(pairs, at)} for at in without],
        "refused_locks": [
            {"mentee": lock.mentee, "mentor": lock.mentor, "rule": lock.rule} for lock in locks.refused
        ],
        "shortage": _shortage(pairs, mentor_of),
        "exact": not pairs.pruned,
        "input_sha256": problem.sha256,
        "engine": ENGINE,
    }


def _rules(pairs: Pairs, mentee: int) -> dict[str, int]:
    counts = pairs.rule_counts(mentee)
    taken = len(pairs.problem.mentors) - sum(counts.values())
    return counts | ({TAKEN: taken} if taken else {})


def _shortage(pairs: Pairs, mentor_of: np.ndarray) -> dict[str, Any] | None:
    """The mentees who compete for too few places, by the rules alone: before locks and cap."""
    people, mentors = pairs.problem.mentees, pairs.problem.mentors
    start = mentor_of.copy()
    for at in np.flatnonzero(start != NOBODY).tolist():
        if start[at] not in pairs.mentors_of(at):
            start[at] = NOBODY  # a lock below the floor
    _, short = most_placed(pairs.capacity, pairs.mentors_of, range(len(people)), start)
    if not short:
        return None
    within_reach = {mentor for at in short for mentor in pairs.mentors_of(at).tolist()}
    places = sum(mentors[at].capacity for at in within_reach)
    return {
        "mentees": [people[at].id for at in sorted(short)],
        "places": places,
        "unmatched_at_least": len(short) - places,
    }
