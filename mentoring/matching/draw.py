"""The lot that decides between results nobody could call better or worse, and that anyone can draw again.

It hangs on the two ids alone: not on chance, the order of a file, the moment, or who else takes part. So the same
problem always has the same answer, no id is favoured for coming first in the alphabet, and a newcomer does not
turn over the ties of others.
"""

import hashlib
from collections.abc import Iterable

import numpy as np

from mentoring.matching.problem import Problem

LOT_BITS = 32


class Draw:
    """The lots of every pair of a problem, drawn when asked for.

    With h(id) the first eight bytes of SHA-256 of the id in UTF-8, most significant first, and s the finaliser of
    SplitMix64, the pair's lot in draw number k (from 0) is the upper 32 bits of s(h(mentee) + s(h(mentor) + k)),
    all sums modulo 2**64. The finaliser is that of Steele, Lea and Flood, "Fast splittable pseudorandom number
    generators", OOPSLA 2014, https://doi.org/10.1145/2660193.2660195.
    """

    def __init__(self, problem: Problem):
        self._mentees = _hashes(mentee.id for mentee in problem.mentees)
        self._mentors = _hashes(mentor.id for mentor in problem.mentors)

    def lots(self, number: int, mentees: np.ndarray, mentors: np.ndarray) -> np.ndarray:
        """The lots of pairs given by their positions, shape (pairs,), whole numbers from 0 to 2**32 - 1."""
        mixed = _mix(self._mentees[mentees] + _mix(self._mentors[mentors] + np.uint64(number)))
        return (mixed >> np.uint64(64 - LOT_BITS)).astype(np.int64)


def _hashes(ids: Iterable[str]) -> np.ndarray:
    heads = [int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") for name in ids]
    return np.array(heads, dtype=np.uint64)


def _mix(value: np.ndarray) -> np.ndarray:
    # Unsigned arrays wrap around silently, which is what is wanted here.
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))
