"""Tables of legal moves between states. Each app keeps its own table in ``states.py``."""

from collections.abc import Iterable
from dataclasses import dataclass


class IllegalMove(Exception):
    """A move that is not in the table: a mistake of ours, not of the person."""


@dataclass(frozen=True)
class Move:
    """``verb`` leads from any of ``sources`` to ``target``; ``by`` names who may: codes the app explains."""

    verb: str
    sources: frozenset[str]
    target: str
    by: frozenset[str]


def move(verb: str, sources: Iterable[str], target: str, *by: str) -> Move:
    return Move(verb, frozenset(sources), target, frozenset(by))


class Moves:
    """All moves of one kind of row. Whatever is not here is refused."""

    def __init__(self, *moves: Move):
        self.moves = moves
        self._by_verb = {one.verb: one for one in moves}
        if len(self._by_verb) != len(moves):
            raise ValueError("a verb is named twice")

    def __iter__(self):
        return iter(self.moves)

    @property
    def verbs(self) -> tuple[str, ...]:
        return tuple(self._by_verb)

    def allows(self, verb: str, source: str, *, by: str) -> bool:
        one = self._by_verb.get(verb)
        return one is not None and source in one.sources and by in one.by

    def target(self, verb: str, source: str, *, by: str) -> str:
        """The state a legal move leads to; anything else raises ``IllegalMove``."""
        if not self.allows(verb, source, by=by):
            raise IllegalMove(f"{verb} from {source!r} by {by!r}")
        return self._by_verb[verb].target

    def open_to(self, source: str, *, by: str) -> tuple[str, ...]:
        """Verbs that somebody may use now, in the order of the table."""
        return tuple(one.verb for one in self.moves if source in one.sources and by in one.by)
