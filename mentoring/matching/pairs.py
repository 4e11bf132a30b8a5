"""Which mentor each mentee may have, by which rule not, and how well the two fit.

One mentee is weighed against all mentors at a time, in numpy rows: quick enough for a million pairs, and nothing
the size of all pairs is kept but what the rules leave. Rules and parts of the score are those of the contract;
their order here is their order there.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

import numpy as np

from mentoring.matching.draw import Draw
from mentoring.matching.problem import WEEK, Problem
from mentoring.matching.reach import most_placed

RULES = (
    "self",
    "forbid",
    "avoid",
    "institution",
    "language",
    "topic",
    "overlap",
    "capacity",
    "floor",
)  # fmt: skip
NOT_SCORED = "not_scored"
ENOUGH_MINUTES = 120  # of shared time a week; less than this and the two cannot meet
FULL_MINUTES = 600  # from here on more shared time is no better

# Numbers below this are added and multiplied in machine words; larger ones (a bonus of 10**15, say) in Python's
# own whole numbers, which are exact at any size and fifty times slower.
SMALL = 2**40

PEOPLE_UNPRUNED = 2_000
PAIRS_UNPRUNED = PEOPLE_UNPRUNED**2
PAIRS_PRUNED = 1_000_000


class Pairs:
    """The pairs that the rules leave, all mentees in order of id, and the reasons of the others.

    ``first[i] : first[i + 1]`` are mentee i's pairs in ``mentor`` (rising) and ``score``. ``pruned`` says that
    these are not all the pairs the rules leave; :meth:`mentors_of` still knows them all.
    """

    first: np.ndarray  # (mentees + 1,)
    mentor: np.ndarray  # (pairs,)
    score: np.ndarray  # (pairs,)
    pruned = False

    def __init__(self, problem: Problem):
        self.problem = problem
        self.mentor_at = {mentor.id: at for at, mentor in enumerate(problem.mentors)}
        self.mentee_at = {mentee.id: at for at, mentee in enumerate(problem.mentees)}
        self.capacity = np.array(
            [min(mentor.capacity, len(problem.mentees)) for mentor in problem.mentors], dtype=int
        )
        self.floor = problem.policy.floor if problem.policy.goal == "floor" else None

    def mentors_of(self, mentee: int) -> np.ndarray:
        """Every mentor that the rules leave her, rising."""
        return self.mentor[self.first[mentee] : self.first[mentee + 1]]

    def score_of(self, mentee: int, mentor: int) -> int:
        """The score of a pair, whether or not the rules leave it."""
        start, end = self.first[mentee : mentee + 2].tolist()
        at = start + int(np.searchsorted(self.mentor[start:end], mentor))
        if at < end and self.mentor[at] == mentor:
            return int(self.score[at])
        return sum(self.parts(mentee, mentor).values())

    def rule_counts(self, mentee: int) -> dict[str, int]:
        """How many mentors each rule takes from her, in the order of the rules; rules that take none are left out."""
        raise NotImplementedError

    def why_not(self, mentee: int, mentor: int) -> str | None:
        """The first rule that the pair breaks, or None."""
        raise NotImplementedError

    def parts(self, mentee: int, mentor: int) -> dict[str, int]:
        """What the score of a pair is made of, whether or not the rules leave it."""
        raise NotImplementedError


class GivenPairs(Pairs):
    """Pairs whose scores are handed in. What is not scored may not be paired, and profiles are not looked at."""

    def __init__(self, problem: Problem):
        super().__init__(problem)
        rows = [problem.scores.get(mentee.id, {}) for mentee in problem.mentees]
        self._first = _offsets(map(len, rows))
        mentor = np.array([self.mentor_at[name] for row in rows for name in row], dtype=np.int32)
        scores = [score for row in rows for score in row.values()]
        score = np.array(scores, dtype=np.int64 if max(scores, default=0) < SMALL else object)
        order = np.lexsort((mentor, np.repeat(np.arange(len(rows)), np.diff(self._first))))
        self._mentor, self._score = mentor[order], score[order]
        self._rule = np.zeros(score.size, dtype=np.int8)
        if self.floor is not None:
            self._rule[self._score < self.floor] = RULES.index("floor") + 1
        self._rule[self.capacity[self._mentor] == 0] = RULES.index("capacity") + 1
        for mentee, mentor in problem.policy.forbid:
            at = self._at(self.mentee_at[mentee], self.mentor_at[mentor])
            if at is not None:
                self._rule[at] = RULES.index("forbid") + 1
        left = self._rule == 0
        self.first = np.concatenate(([0], np.cumsum(left)))[self._first]
        self.mentor, self.score = self._mentor[left], self._score[left]

    def _at(self, mentee: int, mentor: int) -> int | None:
        start, end = self._first[mentee : mentee + 2]
        at = start + np.searchsorted(self._mentor[start:end], mentor)
        return int(at) if at < end and self._mentor[at] == mentor else None

    def rule_counts(self, mentee: int) -> dict[str, int]:
        start, end = self._first[mentee : mentee + 2]
        unlisted = len(self.problem.mentors) - int(end - start)
        return ({NOT_SCORED: unlisted} if unlisted else {}) | _counts(self._rule[start:end])

    def why_not(self, mentee: int, mentor: int) -> str | None:
        at = self._at(mentee, mentor)
        return NOT_SCORED if at is None else _rule_name(self._rule[at])

    def parts(self, mentee: int, mentor: int) -> dict[str, int]:
        return {"given": int(self._score[self._at(mentee, mentor)])}


class WeighedPairs(Pairs):
    """Pairs whose rules and scores are worked out from the profiles.

    Above 2,000 people on a side and four million pairs, only each mentee's best pairs are kept, and those of one
    way to place as many as can be, higher tiers first: pruning may cost points, but nobody a place.
    """

    def __init__(self, problem: Problem):
        super().__init__(problem)
        mentors, mentees, policy = problem.mentors, problem.mentees, problem.policy
        self._offering = _index(mentor.topics for mentor in mentors)
        self._speaking = _index(mentor.languages for mentor in mentors)
        self._within = _index((mentor.institution,) for mentor in mentors)
        self._knowing = _index(mentor.library_types for mentor in mentors)
        self._knowing_all = np.array([not mentor.library_types for mentor in mentors], dtype=bool)
        self._known_free = np.array([bool(mentor.free) for mentor in mentors], dtype=bool)
        self._free_before = _free_before(problem)
        self._forbidden: dict[int, list[int]] = defaultdict(list)
        for mentee, mentor in policy.forbid:
            self._forbidden[self.mentee_at[mentee]].append(self.mentor_at[mentor])
        self._avoiding: dict[int, list[int]] = defaultdict(list)
        for at, mentor in enumerate(mentors):
            for mentee in mentor.avoid:
                self._avoiding[self.mentee_at[mentee]].append(at)
        ranks = max((len(mentee.topics) + len(mentee.prefers) for mentee in mentees), default=0) + 1
        heaviest = max(policy.weights.values()) * ranks * ranks * FULL_MINUTES
        self._kind = np.int64 if heaviest < 2**60 and sum(policy.weights.values()) < SMALL else object
        self._collect()

    def _collect(self) -> None:
        mentees, mentors = len(self.problem.mentees), len(self.problem.mentors)
        many = max(mentees, mentors) > PEOPLE_UNPRUNED and mentees * mentors > PAIRS_UNPRUNED
        best = max(PAIRS_PRUNED // mentees, 1) if many else None
        kept_mentors, kept_scores, left_bits = [], [], []
        draw = Draw(self.problem) if many else None
        keep = defaultdict(list)
        for mentee, mentor in self.problem.policy.keep if many else ():
            keep[self.mentee_at[mentee]].append(self.mentor_at[mentor])
        for mentee in range(mentees):
            rule, parts = self._row(mentee)
            score = sum(parts.values())
            left = rule == 0
            if many:
                left_bits.append(np.packbits(left))
                chances = np.flatnonzero(left)
                if chances.size > best:
                    # Among equal scores a lot decides: by id all mentees would keep the same few mentors.
                    lots = draw.lots(0, np.full(chances.size, mentee), chances)
                    order = np.lexsort((-lots, -score[chances]))[:best]
                    kept = np.zeros_like(left)
                    kept[chances[order]] = True
                    kept[keep[mentee]] = True
                    left &= kept
                    self.pruned = True
            kept_mentors.append(np.flatnonzero(left).astype(np.int32))
            kept_scores.append(score[left])
        if self.pruned:
            self._left_bits = np.array(left_bits)
            self._keep_everyone(kept_mentors, kept_scores)
        self.first = _offsets(map(len, kept_mentors))
        self.mentor = np.concatenate([np.zeros(0, dtype=np.int32), *kept_mentors])
        self.score = np.concatenate([np.zeros(0, dtype=self._kind), *kept_scores])

    def _keep_everyone(self, kept_mentors: list[np.ndarray], kept_scores: list[np.ndarray]) -> None:
        tiers = [mentee.tier for mentee in self.problem.mentees]
        order = sorted(range(len(tiers)), key=lambda mentee: -tiers[mentee])
        placed, _ = most_placed(self.capacity, self.mentors_of, order, np.full(len(tiers), -1))
        for mentee in order:
            mentors, mentor = kept_mentors[mentee], placed[mentee]
            at = np.searchsorted(mentors, mentor)
            if mentor >= 0 and not (at < mentors.size and mentors[at] == mentor):
                score = sum(self.parts(mentee, mentor).values())
                kept_mentors[mentee] = np.insert(mentors, at, mentor)
                kept_scores[mentee] = np.insert(kept_scores[mentee], at, score)

    def mentors_of(self, mentee: int) -> np.ndarray:
        if not self.pruned:
            return super().mentors_of(mentee)
        return np.flatnonzero(np.unpackbits(self._left_bits[mentee], count=len(self.problem.mentors)))

    def rule_counts(self, mentee: int) -> dict[str, int]:
        return _counts(self._row(mentee)[0])

    def why_not(self, mentee: int, mentor: int) -> str | None:
        return _rule_name(self._row(mentee)[0][mentor])

    def parts(self, mentee: int, mentor: int) -> dict[str, int]:
        return {name: int(part[mentor]) for name, part in self._row(mentee)[1].items()}

    def _row(self, mentee: int) -> tuple[np.ndarray, dict[str, np.ndarray]]:
        """Of one mentee and every mentor: the rule that fails first (its number from 1, 0 if none), and the parts."""
        person = self.problem.mentees[mentee]
        minutes = self._shared_minutes(mentee)
        speaking = self._any(self._speaking, person.languages)
        wanted, offered = self._topics(person.topics)
        parts = self._parts(mentee, minutes, wanted, offered)

        rule = np.zeros(len(self.problem.mentors), dtype=np.int8)

        def removes(name: str, where) -> None:
            rule[where] = RULES.index(name) + 1

        # Last rule first, so that an earlier one overwrites a later one.
        if self.floor is not None:
            removes("floor", sum(parts.values()) < self.floor)
        removes("capacity", self.capacity == 0)
        if minutes is not None:
            removes("overlap", self._known_free & (minutes < ENOUGH_MINUTES))
        if person.topics:
            removes("topic", offered == 0)
        removes("language", ~speaking)
        if person.institution:
            removes("institution", self._within.get(person.institution, []))
        removes("avoid", [self.mentor_at[mentor] for mentor in person.avoid] + self._avoiding.get(mentee, []))
        removes("forbid", self._forbidden.get(mentee, []))
        removes("self", self.mentor_at.get(person.id, []))
        return rule, parts

    def _parts(self, mentee: int, minutes, wanted: int, offered: np.ndarray) -> dict[str, np.ndarray]:
        person, weights = self.problem.mentees[mentee], self.problem.policy.weights
        parts = {name: np.zeros(len(self.problem.mentors), dtype=self._kind) for name in weights}
        if wanted:
            parts["topics"][:] = weights["topics"] * offered // wanted
        for position, mentor in enumerate(person.prefers):
            share = len(person.prefers) - position
            parts["prefers"][self.mentor_at[mentor]] = weights["prefers"] * share // len(person.prefers)
        parts["library_type"][self._knowing_all] = weights["library_type"]
        parts["library_type"][self._knowing.get(person.library_type, [])] = weights["library_type"]
        if minutes is not None:
            parts["overlap"][:] = weights["overlap"] * np.minimum(minutes, FULL_MINUTES) // FULL_MINUTES
        parts["language"][self._speaking.get(person.languages[0], []) if person.languages else []] = weights[
            "language"
        ]
        return parts

    def _topics(self, topics: tuple[str, ...]) -> tuple[int, np.ndarray]:
        """The ranks wanted, and those each mentor offers, both summed: k for her first topic, ... 1 for her last."""
        offered = np.zeros(len(self.problem.mentors), dtype=self._kind)
        for position, topic in enumerate(topics):
            offered[self._offering.get(topic, [])] += len(topics) - position
        return len(topics) * (len(topics) + 1) // 2, offered

    def _any(self, index: dict[str, np.ndarray], names: Iterable[str]) -> np.ndarray:
        found = np.zeros(len(self.problem.mentors), dtype=bool)
        for name in names:
            found[index.get(name, [])] = True
        return found

    def _shared_minutes(self, mentee: int) -> np.ndarray | None:
        """Minutes a week shared with each mentor: 0 where his are unknown, None for all if hers are."""
        spans = self.problem.mentees[mentee].free
        if not spans:
            return None
        minutes = np.zeros(len(self.problem.mentors), dtype=self._kind)
        for start, end in spans:
            minutes += self._free_before[end] - self._free_before[start]
        return minutes


def pairs_of(problem: Problem) -> Pairs:
    """The pairs of a problem, by its ``scores`` if it has them and by the profiles if not."""
    return WeighedPairs(problem) if problem.scores is None else GivenPairs(problem)


def _free_before(problem: Problem) -> dict[int, np.ndarray]:
    """Of each minute at which a mentee's time starts or ends: how many free minutes every mentor has before it.

    Shared time is then two look-ups and a difference for each of her spans, instead of a week laid upon a week.
    """
    minutes = np.array(
        sorted({minute for mentee in problem.mentees for span in mentee.free for minute in span})
    )
    before = np.zeros((minutes.size, len(problem.mentors)), dtype=np.int16 if WEEK < 2**15 else np.int32)
    for at, mentor in enumerate(problem.mentors):
        for start, end in mentor.free:
            before[:, at] += np.clip(minutes - start, 0, end - start).astype(before.dtype)
    return dict(zip(minutes.tolist(), before, strict=True))


def _index(names: Iterable[Iterable[str]]) -> dict[str, np.ndarray]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(names):
        for name in own:
            found[name].append(at)
    return {name: np.array(people) for name, people in found.items()}


def _offsets(sizes: Iterable[int]) -> np.ndarray:
    return np.concatenate(([0], np.cumsum(np.fromiter(sizes, dtype=np.int64)))).astype(np.int64)


def _counts(rule: np.ndarray) -> dict[str, int]:
    counted = Counter(rule.tolist())
    return {name: counted[number] for number, name in enumerate(RULES, start=1) if counted[number]}


def _rule_name(number: int) -> str | None:
    return RULES[number - 1] if number else None
