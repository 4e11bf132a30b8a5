"""What two people of a problem share: topics, languages, minutes a week. Codes and numbers; no Django."""

from collections.abc import Mapping
from typing import Any


def shared_minutes(one: list, other: list) -> int | None:
    """Minutes a week in which both are free; None when either did not say."""
    if not one or not other:
        return None
    total = 0
    for start, end in one:
        total += sum(max(min(end, last) - max(start, first), 0) for first, last in other)
    return total


def shared_spans(one: list, other: list) -> list[list[int]]:
    """The spans themselves, in order."""
    found = []
    for start, end in one:
        for first, last in other:
            begins, ends = max(start, first), min(end, last)
            if begins < ends:
                found.append([begins, ends])
    return sorted(found)


class Sharing:
    """Looks people of one problem up by id."""

    def __init__(self, document: Mapping[str, Any]):
        self._mentees = {one["id"]: one for one in document["mentees"]}
        self._mentors = {one["id"]: one for one in document["mentors"]}

    def of(self, mentee: str, mentor: str) -> dict[str, Any]:
        return shared_between(self._mentees[mentee], self._mentors[mentor])


def shared_between(mentee: Mapping[str, Any], mentor: Mapping[str, Any]) -> dict[str, Any]:
    """``topics`` in her order of wishing; ``missing`` are those wished for and not offered."""
    offered, spoken = set(mentor["topics"]), set(mentor["languages"])
    wish = list(mentee["prefers"]).index(mentor["id"]) + 1 if mentor["id"] in mentee["prefers"] else None
    return {
        "topics": [topic for topic in mentee["topics"] if topic in offered],
        "missing": [topic for topic in mentee["topics"] if topic not in offered],
        "languages": [code for code in mentee["languages"] if code in spoken],
        "minutes": shared_minutes(mentee["free"], mentor["free"]),
        "wish": wish,
    }
