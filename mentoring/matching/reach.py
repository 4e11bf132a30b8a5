"""How many people can be placed at all, and who stands in whose way when not all can."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence

import numpy as np

NOBODY = -1


def most_placed(
    capacity: np.ndarray,
    mentors_of: Callable[[int], np.ndarray],
    order: Iterable[int],
    placed: np.ndarray,
) -> tuple[np.ndarray, set[int]]:
    """Place as many mentees as can be, and name those who compete for too few places.

    ``capacity`` (mentors,) is in places, ``mentors_of(i)`` the mentors that mentee i may have, ``placed``
    (mentees,) a start that keeps to both, -1 for nowhere. ``order`` names the mentees to place: one who has a
    place keeps one, so whoever is named earlier goes before (the sets that can be placed form a matroid).

    Returns the mentor of each mentee in a maximum matching, and all mentees that alternating paths reach from one
    who is left over: the set is the same for every maximum matching (Dulmage and Mendelsohn 1958,
    https://doi.org/10.4153/CJM-1958-052-0). It is empty when nobody is left over.
    """
    placed = placed.copy()
    holders: list[list[int]] = [[] for _ in capacity]
    for mentee in np.flatnonzero(placed >= 0).tolist():
        holders[placed[mentee]].append(mentee)
    spare = capacity - np.array([len(own) for own in holders], dtype=int)
    seen = np.zeros(len(capacity), dtype=bool)
    short: set[int] = set()
    for mentee in order:
        if placed[mentee] >= 0:
            continue
        came_from, end, visited = _search(mentee, mentors_of, holders, spare, seen)
        if end is None:
            # All these mentors are full of mentees who have no other mentors: nothing later changes that, so they
            # stay marked and no later search enters them again.
            short |= visited
            continue
        seen[list(came_from)] = False
        _shift(end, came_from, placed, holders, spare)
    return placed, short


def _search(mentee: int, mentors_of, holders, spare, seen) -> tuple[dict[int, int], int | None, set[int]]:
    """Breadth first from a mentee to a mentor with a place to spare, over mentors not yet seen."""
    came_from: dict[int, int] = {}
    visited = {mentee}
    waiting: deque[int] = deque(visited)
    while waiting:
        person = waiting.popleft()
        mentors = mentors_of(person)
        mentors = mentors[~seen[mentors]]
        seen[mentors] = True
        came_from.update(dict.fromkeys(mentors.tolist(), person))
        open_mentors = mentors[spare[mentors] > 0]
        if open_mentors.size:
            return came_from, int(open_mentors[0]), visited
        for mentor in mentors.tolist():
            newly = [holder for holder in holders[mentor] if holder not in visited]
            visited.update(newly)
            waiting.extend(newly)
    return came_from, None, visited


def _shift(
    mentor: int, came_from: dict[int, int], placed: np.ndarray, holders: Sequence[list[int]], spare
) -> None:
    """Give the spare place at the end of a path to the mentee before it, hers to the one before her, and so on."""
    spare[mentor] -= 1
    while mentor != NOBODY:
        mentee = came_from[mentor]
        left = int(placed[mentee])
        placed[mentee] = mentor
        holders[mentor].append(mentee)
        if left != NOBODY:
            holders[left].remove(mentee)
        mentor = left
