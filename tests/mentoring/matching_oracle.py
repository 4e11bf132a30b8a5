"""The contract of matching, read slowly: every result tried, every rule a plain loop. Shares no code with the engine.

Also the makers of small random problems, so that all tests draw from the same world.
"""

import hashlib
from functools import cache
from itertools import product

PARTS = {"topics": 55, "prefers": 20, "library_type": 10, "overlap": 10, "language": 5}


def get(record, name, default):
    value = record.get(name)
    return default if value is None else value


def minutes_of(person):
    return {minute for start, end in get(person, "free", []) for minute in range(start, end)}


class Slow:
    """All that the contract says of one problem."""

    def __init__(self, problem):
        self.policy = get(problem, "policy", {})
        self.mentors = sorted(get(problem, "mentors", []), key=lambda one: one["id"])
        self.mentees = sorted(get(problem, "mentees", []), key=lambda one: one["id"])
        self.mentor = {one["id"]: one for one in self.mentors}
        self.mentee = {one["id"]: one for one in self.mentees}
        self.scores = problem.get("scores") or None
        self.goal = get(self.policy, "goal", "everyone_first")
        self.minutes = {("o", o["id"]): minutes_of(o) for o in self.mentors}
        self.minutes |= {("e", e["id"]): minutes_of(e) for e in self.mentees}
        self.keep = {tuple(pair) for pair in get(self.policy, "keep", [])}
        self.bonus = get(self.policy, "keep_bonus", 0)
        cap = self.policy.get("country_cap")
        self.cap = None if cap is None else max(1, sum(one["capacity"] for one in self.mentors) * cap // 100)
        self.score = cache(lambda e, o: sum(self.parts(e, o).values()))
        self.table = {
            (e["id"], o["id"]): self._rule(e["id"], o["id"]) for e in self.mentees for o in self.mentors
        }

    def parts(self, e, o):
        if self.scores is not None:
            return {"given": self.scores[e][o]}
        mentee, mentor = self.mentee[e], self.mentor[o]
        weight = {**PARTS, **get(self.policy, "weights", {})}
        topics, prefers = get(mentee, "topics", []), get(mentee, "prefers", [])
        offered, types = get(mentor, "topics", []), get(mentor, "library_types", [])
        ranks = list(range(len(topics), 0, -1))
        have = sum(r for r, topic in zip(ranks, topics, strict=True) if topic in offered)
        shared = len(self.minutes["e", e] & self.minutes["o", o])
        languages = get(mentee, "languages", [])
        return {
            "topics": weight["topics"] * have // sum(ranks) if topics else 0,
            "prefers": weight["prefers"] * (len(prefers) - prefers.index(o)) // len(prefers)
            if o in prefers
            else 0,
            "library_type": weight["library_type"]
            if not types or get(mentee, "library_type", "") in types
            else 0,
            "overlap": weight["overlap"] * min(shared, 600) // 600,
            "language": weight["language"]
            if languages and languages[0] in get(mentor, "languages", [])
            else 0,
        }

    def _rule(self, e, o):
        mentee, mentor = self.mentee[e], self.mentor[o]
        forbidden = [e, o] in get(self.policy, "forbid", [])
        full = mentor["capacity"] == 0
        if self.scores is not None:
            if o not in get(self.scores, e, {}):
                return "not_scored"
            if forbidden:
                return "forbid"
        else:
            topics, free = get(mentee, "topics", []), (self.minutes["e", e], self.minutes["o", o])
            if e == o:
                return "self"
            if forbidden:
                return "forbid"
            if o in get(mentee, "avoid", []) or e in get(mentor, "avoid", []):
                return "avoid"
            if get(mentee, "institution", "") == get(mentor, "institution", "") != "":
                return "institution"
            if not set(get(mentee, "languages", [])) & set(get(mentor, "languages", [])):
                return "language"
            if topics and not set(topics) & set(get(mentor, "topics", [])):
                return "topic"
            if free[0] and free[1] and len(free[0] & free[1]) < 120:
                return "overlap"
        if full:
            return "capacity"
        if self.goal == "floor" and self.score(e, o) < get(self.policy, "floor", 0):
            return "floor"
        return None

    def locks(self):
        placed, refused = {}, []
        for e, o in sorted(map(tuple, get(self.policy, "locks", []))):
            country = get(self.mentee[e], "country", "")
            rule = self.table[e, o]
            if rule == "floor":
                rule = None
            if rule is None and list(placed.values()).count(o) == self.mentor[o]["capacity"]:
                rule = "capacity"
            compatriots = sum(get(self.mentee[other], "country", "") == country for other in placed)
            if rule is None and self.cap is not None and country and compatriots == self.cap:
                rule = "country_cap"
            if rule:
                refused.append({"mentee": e, "mentor": o, "rule": rule})
            else:
                placed[e] = o
        return placed, refused

    def fits(self, placing):
        for o in self.mentors:
            if list(placing.values()).count(o["id"]) > o["capacity"]:
                return False
        if self.cap is not None:
            countries = [get(self.mentee[e], "country", "") for e, o in placing.items() if o is not None]
            return all(countries.count(name) <= self.cap for name in set(countries) if name)
        return True

    def worth(self, placing):
        """What the goals look at, in their order: a greater tuple is a better result."""
        pairs = [(e, o) for e, o in placing.items() if o is not None]
        kept = sum(pair in self.keep for pair in pairs)
        value = sum(self.score(e, o) for e, o in pairs) + self.bonus * kept
        if self.goal == "best_total":
            return (value, len(pairs), kept)
        tiers = sorted({get(e, "tier", 0) for e in self.mentees}, reverse=True)
        counts = [sum(get(self.mentee[e], "tier", 0) == tier for e, _ in pairs) for tier in tiers]
        mentors = len({o for _, o in pairs}) if get(self.policy, "min_one_per_mentor", False) else 0
        return (*counts, mentors, value, kept)

    def placings(self, fixed):
        """Every placing that keeps to the rules, the places and the cap, and holds the fixed pairs."""
        free = [e["id"] for e in self.mentees if e["id"] not in fixed]
        chances = [[None, *(o["id"] for o in self.mentors if self.table[e, o["id"]] is None)] for e in free]
        for mentors in product(*chances):
            placing = {**fixed, **dict(zip(free, mentors, strict=True))}
            if self.fits(placing):
                yield placing

    def best(self, fixed):
        """The best result; among equals the one with the largest sum of lots, of draw 0, then of draw 1."""
        most, equals = None, []
        for placing in self.placings(fixed):
            worth = self.worth(placing)
            if most is None or worth > most:
                most, equals = worth, []
            if worth == most:
                equals.append(placing)
        return max(
            equals,
            key=lambda placing: [
                sum(lot(number, e, o) for e, o in placing.items() if o is not None) for number in (0, 1)
            ],
        )

    def best_by_states(self, fixed):
        """The same as ``best``, for problems of ten: of all ways to the same places left, only the best goes on."""
        tiers = sorted({get(e, "tier", 0) for e in self.mentees}, reverse=True)
        names = sorted({get(e, "country", "") for e in self.mentees} - {""})

        def sums(e, o):
            if o is None:
                return (0,) * (len(tiers) * (self.goal != "best_total") + 4 + (self.goal == "best_total"))
            kept = (e, o) in self.keep
            value, lots = self.score(e, o) + self.bonus * kept, (lot(0, e, o), lot(1, e, o))
            if self.goal == "best_total":
                return (value, 1, kept, *lots)
            return (*(get(self.mentee[e], "tier", 0) == tier for tier in tiers), value, kept, *lots)

        states = {(tuple(o["capacity"] for o in self.mentors), (0,) * len(names)): (sums(None, None), {})}
        for mentee in self.mentees:
            e = mentee["id"]
            allowed = [o["id"] for o in self.mentors if self.table[e, o["id"]] is None]
            following = {}
            for (left, used), (total, placing) in states.items():
                for o in [fixed[e]] if e in fixed else [None, *allowed]:
                    places = tuple(n - (m["id"] == o) for n, m in zip(left, self.mentors, strict=True))
                    country = get(mentee, "country", "")
                    taken = tuple(
                        n + (o is not None and name == country) for n, name in zip(used, names, strict=True)
                    )
                    if min(places) < 0 or (self.cap is not None and max(taken, default=0) > self.cap):
                        continue
                    new = tuple(a + b for a, b in zip(total, sums(e, o), strict=True))
                    if (places, taken) not in following or new > following[places, taken][0]:
                        following[places, taken] = (new, {**placing, e: o})
            states = following

        def worth(item):
            (left, _), (total, _) = item
            if self.goal == "best_total" or not get(self.policy, "min_one_per_mentor", False):
                return total
            mentors = sum(n < m["capacity"] for n, m in zip(left, self.mentors, strict=True))
            return (*total[: len(tiers)], mentors, *total[len(tiers) :])

        return max(states.items(), key=worth)[1][1]

    def shortage(self):
        """Alternating paths from everybody left over, in a maximum matching found by trying all."""
        allowed = {
            e["id"]: [o["id"] for o in self.mentors if self.table[e["id"], o["id"]] is None]
            for e in self.mentees
        }
        most = max_matching(allowed, {o["id"]: o["capacity"] for o in self.mentors})
        reached = {e for e, o in most.items() if o is None}
        while True:
            mentors = {o for e in reached for o in allowed[e]}
            more = reached | {e for e, o in most.items() if o in mentors}
            if more == reached:
                break
            reached = more
        if not reached:
            return None
        places = sum(self.mentor[o]["capacity"] for o in mentors)
        return {"mentees": sorted(reached), "places": places, "unmatched_at_least": len(reached) - places}

    def result(self):
        """The output of the contract but for the fingerprint and the engine's name."""
        placed, refused = self.locks()
        placing = self.best(placed)
        pairs = [
            {
                "mentee": e,
                "mentor": o,
                "score": self.score(e, o),
                "parts": self.parts(e, o),
                "locked": e in placed,
            }
            for e, o in sorted(placing.items())
            if o is not None
        ]
        unmatched = []
        for e in sorted(e for e, o in placing.items() if o is None):
            rules = [self.table[e, o["id"]] or "taken" for o in self.mentors]
            unmatched.append({"mentee": e, "rules": {rule: rules.count(rule) for rule in set(rules)}})
        return {
            "pairs": pairs,
            "matched": len(pairs),
            "total": sum(pair["score"] for pair in pairs),
            "unmatched": unmatched,
            "refused_locks": refused,
            "shortage": self.shortage(),
            "exact": True,
        }


def max_matching(allowed, capacity):
    """A maximum matching by trying, for each mentee in turn, every mentor and nobody."""

    @cache
    def most(at, left):
        if at == len(mentees):
            return 0, ()
        chances = [(0, None, left)]
        for o in allowed[mentees[at]]:
            if left[mentors[o]]:
                chances.append((1, o, tuple(n - (m == mentors[o]) for m, n in enumerate(left))))
        found = []
        for one, o, rest in chances:
            count, tail = most(at + 1, rest)
            found.append((one + count, (o, *tail)))
        return max(found, key=lambda each: each[0])

    mentees, mentors = sorted(allowed), {o: at for at, o in enumerate(capacity)}
    return dict(zip(mentees, most(0, tuple(capacity.values()))[1], strict=True))


@cache
def lot(number, mentee, mentor):
    """The documented lot of a pair, in Python's own integers."""

    def head(name):
        return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")

    def mix(value):
        value %= 2**64
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB % 2**64
        return value ^ (value >> 31)

    return mix(head(mentee) + mix(head(mentor) + number)) >> 32


def small_problem(draw, mentees=5, mentors=4):
    """A random problem small enough to try every result. ``draw`` is a ``random.Random``.

    Half of the worlds let nearly everybody meet, so that goals, caps and ties decide; in the others rules bite.
    """

    def some(names, least=0, most=None):
        return draw.sample(names, draw.randint(least, len(names) if most is None else most))

    def free():
        starts = [draw.randrange(0, 10) * 60 for _ in range(draw.randint(0, 2))]
        return [[start, start + draw.choice([60, 119, 120, 180, 400])] for start in starts]

    e_ids = [f"e{n}" for n in range(draw.randint(1, mentees) if draw.random() < 0.2 else mentees)]
    o_ids = [f"o{n}" for n in range(draw.randint(1, mentors) if draw.random() < 0.2 else mentors)]
    if draw.random() < 0.2:
        e_ids[0] = "o0"
    rules_bite = draw.random() < 0.5
    sizes = draw.choice([[0, 1, 2], [1], [1, 1, 2], [2, 3]])
    problem = {
        "mentors": [
            {
                "id": o,
                "capacity": draw.choice(sizes),
                "country": draw.choice(["", "am", "kz"]),
                "institution": draw.choice(["", "", "x"]) if rules_bite else "",
                "languages": some(["ru", "hy", "kk"], 1) if rules_bite else ["ru"],
                "topics": some(["a", "b", "c"], 0 if rules_bite else 1),
                "library_types": some(["school", "public"], 0, 1),
                "free": free() if rules_bite and draw.random() < 0.5 else [],
                "avoid": some(e_ids, 0, 1) if rules_bite and draw.random() < 0.3 else [],
            }
            for o in o_ids
        ],
        "mentees": [
            {
                "id": e,
                "tier": draw.choice([0, 0, 0, 1, 2, -1]),
                "country": draw.choice(["", "am", "am", "kz"]),
                "institution": draw.choice(["", "", "x"]) if rules_bite else "",
                "languages": some(["ru", "hy", "kk"], 1) if rules_bite else ["ru"],
                "topics": some(["a", "b", "c", "d"], 0, 3) if rules_bite else some(["a", "b", "c"], 0, 3),
                "library_type": draw.choice(["", "school", "public"]),
                "free": free() if rules_bite and draw.random() < 0.5 else [],
                "prefers": some(o_ids, 0, min(2, len(o_ids))),
                "avoid": some(o_ids, 0, 1) if rules_bite and draw.random() < 0.3 else [],
            }
            for e in e_ids
        ],
        "policy": small_policy(draw, e_ids, o_ids),
    }
    if draw.random() < 0.4:
        top = draw.choice([0, 1, 2, 3, 10, 10**6, 10**13, 10**20])
        listed = draw.choice([0.4, 0.7, 1])
        problem["scores"] = {
            e: {o: draw.randint(max(0, top - 3), top) for o in o_ids if draw.random() < listed} for e in e_ids
        }
    return problem


def small_policy(draw, e_ids, o_ids):
    everything = [[e, o] for e in e_ids for o in o_ids]
    locked = draw.sample(e_ids, draw.choice([0, 0, 0, 1, min(2, len(e_ids))]))
    policy = {
        "goal": draw.choice(["everyone_first", "floor", "best_total"]),
        "floor": draw.choice([0, 3, 10, 25, 40, 70]),
        "country_cap": draw.choice([None, None, None, 0, 20, 40, 60, 100]),
        "min_one_per_mentor": draw.random() < 0.4,
        "locks": [[e, draw.choice(o_ids)] for e in locked],
        "forbid": draw.sample(everything, draw.choice([0, 0, 1])),
        "keep": draw.sample(everything, draw.randint(0, min(4, len(everything))))
        if draw.random() < 0.5
        else [],
        "keep_bonus": draw.choice([0, 0, 1, 5, 100, 10**9, 10**18]),
    }
    if draw.random() < 0.3:
        policy["weights"] = {part: draw.choice([0, 1, 7, 1000]) for part in draw.sample(list(PARTS), 2)}
    return policy
