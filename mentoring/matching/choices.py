"""What if she had another mentor? For each one she may have: what the pair scores, and what it would cost whom."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from mentoring.matching.pairs import Pairs, pairs_of
from mentoring.matching.placing import horner
from mentoring.matching.problem import Problem, check
from mentoring.matching.reach import NOBODY
from mentoring.matching.solving import COUNTRY_CAP, Board, Locks, places_per_country


@dataclass(frozen=True)
class Move:
    """A mentee whose mentor would change; None is no mentor."""

    mentee: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Alternative:
    """One mentor for one mentee, and the result there would be with this pair locked."""

    mentor: str
    score: int
    parts: dict[str, int]
    is_present: bool  # she has this mentor in the result as it stands
    refusal: (
        str | None
    )  # why a lock would be refused: "capacity" or "country_cap"; then nothing below would change
    total: int  # change of the sum of scores, her own pair included
    matched: int  # change of the number of pairs
    moves: tuple[Move, ...]  # everybody whose mentor changes, she included, by mentee id

    @property
    def losing(self) -> tuple[str, ...]:
        """Mentees who have a mentor now and would have none."""
        return tuple(move.mentee for move in self.moves if move.after is None)

    @property
    def gaining(self) -> tuple[str, ...]:
        """Mentees who have no mentor now and would have one."""
        return tuple(move.mentee for move in self.moves if move.before is None)


def alternatives(document: Mapping[str, Any], mentee: str) -> list[Alternative]:
    """Every mentor that the rules leave to a mentee, by mentor id, each with what choosing him would mean.

    Each answer is what :func:`~mentoring.matching.solving.solve` would give with the pair locked in addition to the
    locks that were placed (her own gives way), and it is exact: one placing is solved, and since only one pair is
    forced, the best result with it differs from that by one round of moves, the cheapest, found for all mentors at
    once by a shortest path search in whole numbers. Ties on the way are drawn by the same lot, draw 0.

    If pairs were pruned, only the pairs kept are looked at. Raises ``KeyError`` for a mentee who is not in the problem, and
    :class:`~mentoring.matching.problem.BadProblem` for a document that cannot be read.
    """
    problem = check(document)
    pairs = pairs_of(problem)
    at = pairs.mentee_at[mentee]
    locks = Locks(pairs, problem.policy.locks)
    mentor_of = Board(pairs, locks.placed).settled()
    others = {locked: mentor for locked, mentor in locks.placed.items() if locked != at}
    board = Board(pairs, others)
    rounds = _Rounds(board, mentor_of, at) if at in board.mentees else None
    hers = {} if rounds is None else rounds.options
    found = []
    for mentor in pairs.mentor[slice(*pairs.first[at : at + 2])].tolist():
        after = rounds.with_mentor(mentor) if mentor in hers else None
        refusal = "capacity" if after is None else _refusal(problem, after)
        if refusal:
            after = mentor_of
        found.append(_alternative(pairs, at, mentor, mentor_of, after, refusal))
    return found


def _alternative(pairs: Pairs, mentee: int, mentor: int, before, after, refusal: str | None) -> Alternative:
    mentors, mentees = pairs.problem.mentors, pairs.problem.mentees
    moves, total = [], 0
    for at in np.flatnonzero(before != after).tolist():
        old, new = int(before[at]), int(after[at])
        total += sum(sign * pairs.score_of(at, one) for sign, one in ((1, new), (-1, old)) if one != NOBODY)
        moves.append(
            Move(mentees[at].id, *(None if one == NOBODY else mentors[one].id for one in (old, new)))
        )
    parts = pairs.parts(mentee, mentor)
    return Alternative(
        mentor=mentors[mentor].id,
        score=sum(parts.values()),
        parts=parts,
        is_present=int(before[mentee]) == mentor,
        refusal=refusal,
        total=total,
        matched=sum(move.before is None for move in moves) - sum(move.after is None for move in moves),
        moves=tuple(moves),
    )


def _refusal(problem: Problem, mentor_of: np.ndarray) -> str | None:
    cap = places_per_country(problem)
    if cap is None:
        return None
    placed = np.flatnonzero(mentor_of != NOBODY).tolist()
    countries = Counter(problem.mentees[at].country for at in placed if problem.mentees[at].country)
    return COUNTRY_CAP if max(countries.values(), default=0) > cap else None


class _Rounds:
    """The cheapest rounds of moves that let one mentee into each place, from the best result in which she is fixed.

    When she leaves her seat and takes another, somebody may have to make room, who needs another place in turn, and
    so on until the seat she left, or an empty one, is reached. The cheapest way from each place is a shortest path
    to the seat she leaves; there is no round that gains, so Bellman and Ford's method ends.
    """

    def __init__(self, board: Board, mentor_of: np.ndarray, mentee: int):
        self._board, self._mentor_of = board, mentor_of
        self._she = int(np.searchsorted(board.mentees, mentee))
        self._weight = horner(
            board.options, [*board.goals, board.lots(0, np.arange(board.options.place.size))]
        )
        self._held = self._seats(mentor_of[board.mentees])
        first, end = board.options.first[self._she : self._she + 2].tolist()
        self.options: dict[int, list[int]] = defaultdict(list)  # hers, by mentor
        for option in range(first, end):
            self.options[int(board.options.means[board.options.place[option]])].append(option)
        self._search()

    def _seats(self, mentor: np.ndarray) -> np.ndarray:
        """The place each person holds, of the several that mean the same: first seats and "left out" fill first."""
        board = self._board
        held = np.where(mentor == NOBODY, board.nowhere, mentor)
        used: Counter[int] = Counter()
        for person, at in enumerate(board.mentees.tolist()):
            if mentor[person] == NOBODY:
                better = board.left_out.get(board.pairs.problem.mentees[at].country)
            else:
                first_seat = int(board.first_seat[mentor[person]])
                better = None if first_seat == NOBODY else first_seat
            if better is not None and used[better] < board.room[better]:
                used[better] += 1
                held[person] = better
        return held

    def _search(self) -> None:
        options, held = self._board.options, self._held
        keys = options.person * options.room.size + options.place
        # Hers is not among the options of a lock below the floor; she does not move on the way, so any will do.
        chosen = np.searchsorted(keys, np.arange(options.people) * options.room.size + held)
        chosen = np.minimum(chosen, options.place.size - 1)
        moving = options.person != self._she
        cost = (self._weight[chosen][options.person] - self._weight)[moving]
        target, person, number = options.place[moving], options.person[moving], np.flatnonzero(moving)
        source = held[person]
        order = np.argsort(source, kind="stable")
        cost, target, number = cost[order], target[order], number[order]
        sources, starts = np.unique(source[order], return_index=True)
        idle = options.room.size
        count = np.bincount(np.delete(held, self._she), minlength=idle)
        # Her own seat counts as taken: she is the one who leaves it.
        free = np.flatnonzero(count + (np.arange(idle) == held[self._she]) < options.room)
        # Farther than any way, even after the cheapest way from there: a place not reached yet never looks near.
        far = 2 * sum(abs(one) for one in cost.tolist()) + 1
        self._way = np.full(idle + 1, far, dtype=object)
        self._way[held[self._she]] = 0
        self._step: dict[int, tuple[int, int]] = {}  # place: the next place, and the option that leads there
        while self._relax(cost, target, number, sources, starts) | self._relax_idle(free, sources):
            pass

    def _relax(self, cost, target, number, sources, starts) -> bool:
        if not sources.size:
            return False
        total = cost + self._way[target]
        least = np.minimum.reduceat(total, starts)
        ends = np.append(starts[1:], total.size)
        nearer = np.flatnonzero(least < self._way[sources])
        for at in nearer.tolist():
            option = starts[at] + int(np.argmax(total[starts[at] : ends[at]] == least[at]))
            self._step[int(sources[at])] = int(target[option]), int(number[option])
        self._way[sources[nearer]] = least[nearer]
        return bool(nearer.size)

    def _relax_idle(self, free: np.ndarray, sources: np.ndarray) -> bool:
        way, idle, changed = self._way, self._way.size - 1, False
        leaving = [*sources.tolist(), int(self._held[self._she])]
        nearest = min(leaving, key=lambda place: way[place])
        if way[nearest] < way[idle]:
            way[idle], self._step[idle], changed = way[nearest], (nearest, NOBODY), True
        for place in free.tolist():
            if way[idle] < way[place]:
                way[place], self._step[place], changed = way[idle], (idle, NOBODY), True
        return changed

    def with_mentor(self, mentor: int) -> np.ndarray:
        """The mentor of every mentee, (mentees,), in the best result in which hers is this one."""
        options, after = self._board.options, self._mentor_of.copy()
        taken = min(
            self.options[mentor], key=lambda option: self._way[options.place[option]] - self._weight[option]
        )
        after[self._board.mentees[self._she]] = mentor
        place = int(options.place[taken])
        while place != self._held[self._she]:
            place, option = self._step[place]
            if option != NOBODY:
                after[self._board.mentees[options.person[option]]] = options.means[options.place[option]]
        return after
