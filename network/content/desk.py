"""The editor's desk: what waits for *her*. Each app names what it keeps for whom."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Waiting:
    """One line of the dashboard: a sentence, how many, where to go."""

    sentence: object
    count: int
    url: str
    order: int = 100


_builders: dict[str, Callable] = {}


def register_waiting(code: str, build: Callable) -> None:
    """``build(request)`` gives the lines of one app for the signed-in member; empty when nothing waits for her."""
    _builders[code] = build


def waiting_for(request) -> list[Waiting]:
    """Everything that waits for this member, most pressing first; lines without anything are left out."""
    lines = [line for code in sorted(_builders) for line in _builders[code](request)]
    return sorted((line for line in lines if line.count), key=lambda line: (line.order, str(line.sentence)))
