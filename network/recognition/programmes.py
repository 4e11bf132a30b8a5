"""Which certificates there are. Each programme names its own when it starts.

    register_programme(Programme("courses", _("Certificate of completion"), facts, why_not))

``facts(subject)`` gives what stands on it; ``why_not(user, subject, by=, at=)`` says who may have it, and who may give it.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Facts:
    """``titles`` by language, never empty."""

    titles: dict[str, str]
    edition: str = ""
    hours: int | None = None


@dataclass(frozen=True)
class Programme:
    code: str
    kind: object
    facts: Callable[[str], Facts]
    why_not: Callable[..., object]
    knots: int = 7


_programmes: dict[str, Programme] = {}


def register_programme(programme: Programme) -> None:
    _programmes[programme.code] = programme


def programme_of(code: str) -> Programme | None:
    return _programmes.get(code)
