"""The thread: two voices that meet, cross and part, drawn from a name and always the same.

Pure sums, no Django. A knot is one crossing and stands for one thing that happened (a lesson, a meeting),
so knots can be counted. Lengths are in the units of the drawing, y grows downwards.
"""

import random
from collections.abc import Collection
from dataclasses import dataclass
from math import hypot

CLEARANCE = (
    5.0  # between the end of the strand below and the middle of the strand above; less in low drawings
)
WAIST = 0.36  # how far a crossing pulls the curve towards its own slope, as a share of the stretch
BELLY = 0.42  # the same for the widest place between two crossings, where the curve runs level
STEEPNESS = 2.3  # of a crossing, against the straight line to the widest places beside it

Point = tuple[float, float]
Cubic = tuple[Point, Point, Point, Point]


@dataclass(frozen=True)
class Strand:
    """One voice as SVG path data: what lies before the place reached, and the rest."""

    read: str
    rest: str


@dataclass(frozen=True)
class Thread:
    """``place`` is where the thread has been followed to, ``None`` when nobody follows it."""

    width: int
    height: int
    knots: int
    ours: Strand
    theirs: Strand
    place: Point | None


def thread(
    seed: str,
    *,
    knots: int,
    width: int,
    height: int,
    progress: float | None = None,
    done: Collection[int] | None = None,
) -> Thread:
    """Draw the thread called ``seed``.

    ``progress`` runs from 0 (nothing read) to 1 (all of it); ``(i - 0.5) / knots`` is the middle of knot
    ``i``, counted from 1. Values outside are taken as the nearer end. ``None`` means a thread without
    progress: all of it is in ``read``. ``done`` names knots (from 1) in any order instead: those parts of the
    thread are ``read``, for things that are finished one here, one there. Raises ``ValueError`` for fewer than 1 knot or a drawing without area.
    """
    if knots < 1 or width < 1 or height < 1:
        raise ValueError(f"a thread needs knots and an area: {knots=}, {width=}, {height=}")
    chance = random.Random(seed)
    crossings = _crossings(chance, knots, width, height)
    ours_above = chance.random() < 0.5
    ours_over = chance.random() < 0.5
    ours = _curve(chance, crossings, width, height, above=ours_above)
    theirs = _curve(chance, crossings, width, height, above=not ours_above)

    cut = width if progress is None else _reached(crossings, width, min(max(progress, 0.0), 1.0))
    clearance = min(CLEARANCE, height / 7)
    # The two take turns at lying on top, as in a plait.
    pieces_ours = _pieces(ours, theirs, clearance, under=lambda knot: (knot % 2 == 0) != ours_over)
    pieces_theirs = _pieces(theirs, ours, clearance, under=lambda knot: (knot % 2 == 0) == ours_over)
    return Thread(
        width=width,
        height=height,
        knots=knots,
        ours=_strand(pieces_ours, cut) if done is None else _patched(pieces_ours, done),
        theirs=_strand(pieces_theirs, cut) if done is None else _patched(pieces_theirs, done),
        place=None if progress is None else (_r(cut), _r(_middle(crossings, ours, theirs, cut))),
    )


def _crossings(chance: random.Random, knots: int, width: int, height: int) -> list[Point]:
    step = width / knots
    return [
        (step * (i + 0.5 + 0.36 * (chance.random() - 0.5)), height * (0.5 + 0.16 * (chance.random() - 0.5)))
        for i in range(knots)
    ]


def _curve(
    chance: random.Random, crossings: list[Point], width: int, height: int, *, above: bool
) -> list[Cubic]:
    """One strand from edge to edge: two stretches between neighbouring crossings, one at each end."""
    inset = 3.0
    most = min(height / 2 - inset, 0.55 * width / len(crossings))  # many knots make a calmer plait
    ends = [(0.0, 0.0), *crossings, (float(width), 0.0)]
    bellies = []
    for i, (left, right) in enumerate(zip(ends, ends[1:], strict=False)):
        reach = most * (0.5 + 0.5 * chance.random())
        y = height / 2 + (-reach if above == (i % 2 == 0) else reach)
        lean = 0.5 + 0.16 * (chance.random() - 0.5)
        if i == 0:
            bellies.append((left[0], y))
        elif i == len(crossings):
            bellies.append((right[0], y))
        else:
            bellies.append((left[0] + (right[0] - left[0]) * lean, y))

    curve = []
    for i, knot in enumerate(crossings):
        before, after = bellies[i], bellies[i + 1]
        rise_in = (knot[1] - before[1]) / (knot[0] - before[0])
        rise_out = (after[1] - knot[1]) / (after[0] - knot[0])
        # Steep, but never so steep that the curve runs beyond the widest place.
        slope = min(STEEPNESS * (rise_in + rise_out) / 2, rise_in / WAIST, rise_out / WAIST, key=abs)
        pull_in, pull_out = WAIST * (knot[0] - before[0]), WAIST * (after[0] - knot[0])
        curve.append(
            (
                before,
                (before[0] + BELLY * (knot[0] - before[0]), before[1]),
                (knot[0] - pull_in, knot[1] - slope * pull_in),
                knot,
            )
        )
        curve.append(
            (
                knot,
                (knot[0] + pull_out, knot[1] + slope * pull_out),
                (after[0] - BELLY * (after[0] - knot[0]), after[1]),
                after,
            )
        )
    return curve


def _pieces(curve: list[Cubic], other: list[Cubic], clearance: float, *, under) -> list[Cubic]:
    """The strand with a gap at each crossing where it lies below.

    Cubics ``2k`` and ``2k + 1`` run into and out of knot ``k``.
    """
    pieces = []
    for i, cubic in enumerate(curve):
        knot, into = divmod(i, 2)[0], i % 2 == 0
        if not under(knot):
            pieces.append(cubic)
            continue
        ours, theirs = _slope(cubic, at_end=into), _slope(other[i], at_end=into)
        apart = abs(ours - theirs) / hypot(1, theirs)
        run = abs(cubic[3][0] - cubic[0][0])
        gap = min(clearance / apart if apart else run, 0.4 * run)
        if into:
            pieces.append(_split(cubic, _t_at(cubic, cubic[3][0] - gap))[0])
        else:
            pieces.append(_split(cubic, _t_at(cubic, cubic[0][0] + gap))[1])
    return pieces


def _slope(cubic: Cubic, *, at_end: bool) -> float:
    a, b = (cubic[2], cubic[3]) if at_end else (cubic[0], cubic[1])
    return (b[1] - a[1]) / (b[0] - a[0])


def _reached(crossings: list[Point], width: int, progress: float) -> float:
    knots = len(crossings)
    stops = [(0.0, 0.0), *(((i + 0.5) / knots, x) for i, (x, _) in enumerate(crossings)), (1.0, float(width))]
    for (p, x), (q, z) in zip(stops, stops[1:], strict=False):
        if progress <= q:
            return x + (z - x) * (progress - p) / (q - p)
    return float(width)


def _middle(crossings: list[Point], ours: list[Cubic], theirs: list[Cubic], x: float) -> float:
    return (_y_at(ours, x) + _y_at(theirs, x)) / 2


def _y_at(curve: list[Cubic], x: float) -> float:
    for cubic in curve:
        if x <= cubic[3][0]:
            return _split(cubic, _t_at(cubic, x))[0][3][1]
    return curve[-1][3][1]


def _t_at(cubic: Cubic, x: float) -> float:
    # x never turns back along a stretch, so halving finds it.
    low, high = 0.0, 1.0
    for _ in range(24):
        mid = (low + high) / 2
        if _split(cubic, mid)[0][3][0] < x:
            low = mid
        else:
            high = mid
    return (low + high) / 2


def _split(cubic: Cubic, t: float) -> tuple[Cubic, Cubic]:
    """de Casteljau."""
    a, b, c, d = cubic
    ab, bc, cd = _between(a, b, t), _between(b, c, t), _between(c, d, t)
    abc, bcd = _between(ab, bc, t), _between(bc, cd, t)
    mid = _between(abc, bcd, t)
    return (a, ab, abc, mid), (mid, bcd, cd, d)


def _between(a: Point, b: Point, t: float) -> Point:
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def _strand(pieces: list[Cubic], cut: float) -> Strand:
    read, rest = [], []
    for piece in pieces:
        if piece[3][0] <= cut:
            read.append(piece)
        elif piece[0][0] >= cut:
            rest.append(piece)
        else:
            first, second = _split(piece, _t_at(piece, cut))
            read.append(first)
            rest.append(second)
    return Strand(read=_path(read), rest=_path(rest))


def _patched(pieces: list[Cubic], done: Collection[int]) -> Strand:
    """Two pieces belong to each knot: into it and out of it."""
    read = [piece for i, piece in enumerate(pieces) if i // 2 + 1 in done]
    rest = [piece for i, piece in enumerate(pieces) if i // 2 + 1 not in done]
    return Strand(read=_path(read), rest=_path(rest))


def _path(pieces: list[Cubic]) -> str:
    parts, pen = [], None
    for a, b, c, d in pieces:
        if a != pen:
            parts.append(f"M{_r(a[0]):g} {_r(a[1]):g}")
        parts.append("C" + " ".join(f"{_r(n):g}" for point in (b, c, d) for n in point))
        pen = d
    return "".join(parts)


def _r(number: float) -> float:
    return round(number, 1) + 0.0
