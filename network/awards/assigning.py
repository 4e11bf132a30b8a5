"""Who reads what: shared fairly, the same for the same jury in whatever order it comes. Plain values in and out.

Up to ``ALL_READ_ALL`` entries every juror reads every entry she may. Beyond
that each entry gets as many readings as it needs, first the minimum for every
entry, then more; whoever reads its language and has least to read is chosen.
"""

import hashlib
from collections import Counter, deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

ALL_READ_ALL = 30
READINGS_BEYOND = 5
# Entries that a juror who reads the language may have more than one who does not, before the other is chosen.
LANGUAGE_IS_WORTH = 3


@dataclass(frozen=True)
class Reader:
    id: str
    languages: frozenset[str] = frozenset()
    most: int | None = None


@dataclass(frozen=True)
class ToRead:
    """``languages``: any of these is enough to follow the entry, its own first of all."""

    id: str
    languages: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Given:
    entry: str
    juror: str
    basis: str  # all, balance
    speaks: bool


@dataclass(frozen=True)
class Shared:
    """``given`` are new readings; ``lacking`` says how many an entry still lacks to its minimum."""

    given: tuple[Given, ...]
    lacking: Mapping[str, int]
    loads: Mapping[str, int]


def share_out(
    entries: Sequence[ToRead],
    readers: Sequence[Reader],
    *,
    may_not: Collection[tuple[str, str]] = (),
    already: Collection[tuple[str, str]] = (),
    least: int = 3,
    seed: str = "",
) -> Shared:
    """``may_not`` and ``already`` are pairs (entry, juror); what is given already stays given."""
    desk = _Desk(entries, readers, set(may_not), set(already), seed)
    everyone = len(entries) <= ALL_READ_ALL
    wanted = len(readers) if everyone else max(least, min(READINGS_BEYOND, len(readers)))
    order = desk.hardest_first()
    for level in range(1, wanted + 1):
        for entry in order:
            if desk.readings(entry) < level:
                desk.find_reader(entry, may_move=level <= least)
    if not everyone:
        desk.tie_together()
    return desk.result(least=least, basis="all" if everyone else "balance")


def reading_order(entries: Sequence[str], juror: str, *, seed: str = "") -> list[str]:
    """Entries in the order of one juror: each begins elsewhere, and always in the same place."""
    return sorted(entries, key=lambda entry: _lot(seed, juror, entry))


def _lot(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


class _Desk:
    def __init__(self, entries, readers, may_not, already, seed):
        self.entries = {entry.id: entry for entry in sorted(entries, key=lambda one: one.id)}
        self.readers = {reader.id: reader for reader in sorted(readers, key=lambda one: one.id)}
        self.may_not, self.already, self.seed = may_not, already, seed
        self.of_entry = {entry: set() for entry in self.entries}
        self.of_reader = {reader: set() for reader in self.readers}
        for entry, reader in already:
            if entry in self.entries and reader in self.readers:
                self._give(entry, reader)

    def _give(self, entry, reader):
        self.of_entry[entry].add(reader)
        self.of_reader[reader].add(entry)

    def _take(self, entry, reader):
        self.of_entry[entry].remove(reader)
        self.of_reader[reader].remove(entry)

    def readings(self, entry) -> int:
        return len(self.of_entry[entry])

    def speaks(self, entry, reader) -> bool:
        return bool(self.entries[entry].languages & self.readers[reader].languages)

    def has_room(self, reader) -> bool:
        most = self.readers[reader].most
        return most is None or len(self.of_reader[reader]) < most

    def possible(self, entry) -> list[str]:
        """Readers who may be given the entry and do not have it."""
        return [r for r in self.readers if (entry, r) not in self.may_not and r not in self.of_entry[entry]]

    def hardest_first(self) -> list[str]:
        """Entries that the fewest may read come first: later nobody with room might be left for them."""
        barred = Counter(entry for entry, reader in self.may_not if reader in self.readers)
        return sorted(self.entries, key=lambda entry: (-barred[entry], _lot(self.seed, entry)))

    def _cost(self, entry, reader) -> int:
        return len(self.of_reader[reader]) + (0 if self.speaks(entry, reader) else LANGUAGE_IS_WORTH)

    def find_reader(self, entry, *, may_move: bool) -> None:
        free = {reader: self._cost(entry, reader) for reader in self.possible(entry) if self.has_room(reader)}
        if free:
            cheapest = min(free.values())
            alike = [reader for reader, cost in free.items() if cost == cheapest]
            self._give(entry, min(alike, key=lambda reader: _lot(self.seed, entry, reader)))
        elif may_move:
            self._make_room(entry)

    def _make_room(self, entry) -> None:
        """Nobody who may read it has room: somebody's other entry goes to somebody else, along the shortest chain."""
        queue = deque(
            (reader, ((entry, reader),))
            for reader in sorted(self.possible(entry), key=lambda r: _lot(self.seed, entry, r))
        )
        seen = {reader for reader, _path in queue}
        while queue:
            reader, path = queue.popleft()
            for other in sorted(self.of_reader[reader]):
                if (other, reader) in self.already:
                    continue
                for after in self.possible(other):
                    if after in seen:
                        continue
                    if self.has_room(after):
                        self._shift((*path, (other, after)))
                        return
                    seen.add(after)
                    queue.append((after, (*path, (other, after))))

    def _shift(self, path) -> None:
        """Each entry of the chain leaves the reader before it and goes to its own."""
        for (_entry, before), (entry, _after) in zip(path, path[1:], strict=False):
            self._take(entry, before)
        for entry, reader in path:
            self._give(entry, reader)

    def tie_together(self) -> None:
        """Where groups share no juror, one more reading joins them: ranks must not compare what was never compared."""
        while len(groups := self._groups()) > 1:
            first, *others = groups
            bridge = self._bridge(first, {entry for group in others for entry in group})
            if bridge is None:
                return
            self._give(*bridge)

    def _groups(self) -> list[set[str]]:
        left, groups = {entry for entry in self.entries if self.of_entry[entry]}, []
        while left:
            first = min(left)
            group, fresh, met = {first}, [first], set()
            while fresh:
                for reader in self.of_entry[fresh.pop()] - met:
                    met.add(reader)
                    new = self.of_reader[reader] - group
                    group |= new
                    fresh += new
            groups.append(group)
            left -= group
        return groups

    def _bridge(self, group, others):
        inside = {reader for entry in group for reader in self.of_entry[entry]}
        pairs = [
            (entry, reader)
            for entries, from_inside in ((others, True), (group, False))
            for entry in entries
            for reader in self.possible(entry)
            if (reader in inside) == from_inside and self.of_reader[reader] and self.has_room(reader)
        ]
        return min(pairs, key=lambda pair: (self._cost(*pair), _lot(self.seed, *pair)), default=None)

    def result(self, *, least, basis) -> Shared:
        given = [
            Given(entry, reader, basis, self.speaks(entry, reader))
            for entry in self.entries
            for reader in sorted(self.of_entry[entry])
            if (entry, reader) not in self.already
        ]
        lacking = {e: least - self.readings(e) for e in self.entries if self.readings(e) < least}
        return Shared(tuple(given), lacking, {r: len(has) for r, has in self.of_reader.items()})
