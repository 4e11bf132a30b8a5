"""People into places, exactly, by goals in strict order.

Every goal is a sum of whole numbers over the options taken, and a later goal counts only among the results that are
best by all earlier ones. That is an assignment problem, solved in stages: as many goals as fit are packed into one
weight per option; scipy's sparse solver finds the best result; whole-number prices of the places prove that it is
best; and the prices show which options the best results may use, so the next stage is solved among those.

A result is never trusted for having come out of floating point. Weights stay so small that doubles hold all their
sums exactly, and each stage ends with a proof in whole numbers; where numbers are too large, or a proof should ever
fail, the result is improved, in Python's own integers, until the proof holds.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

# The solver adds and subtracts a few weights at a time: at most 2**53 of them is exact in a double.
WEIGHT_BITS = 50
# Sums over all people are made in 64-bit integers only, which leaves room for a difference of two.
SUM_BITS = 60
NEVER = 1e300  # the cost of what is not an option


@dataclass(frozen=True)
class Options:
    """Who may take which place. A person takes exactly one; the last place is "nowhere" and has room for all.

    ``first`` (people + 1,) are offsets into ``place`` (options,), whose numbers rise within a person; at the start
    everybody has the option "nowhere". ``room`` (places,) is how many people a place takes, at least 1. Places of
    one meaning, ``means`` (places,), are the same to the people in them.
    """

    first: np.ndarray
    place: np.ndarray
    room: np.ndarray
    means: np.ndarray

    @property
    def people(self) -> int:
        return self.first.size - 1

    @cached_property
    def person(self) -> np.ndarray:
        return np.repeat(np.arange(self.people), np.diff(self.first))

    def only(self, where: np.ndarray, room: np.ndarray) -> "Options":
        """These options alone, with the people who still have one, and as much room as given."""
        left = np.bincount(self.person[where], minlength=self.people)
        first = np.concatenate(([0], np.cumsum(left[left > 0])))
        return Options(first, self.place[where], room, self.means)


def settle(
    options: Options, goals: Sequence[np.ndarray], draw: Callable[[int, np.ndarray], np.ndarray]
) -> np.ndarray:
    """The option each person takes, (people,), in the one best result.

    ``goals`` hold a whole number for every option, most important goal first; more is better. When several results
    are best, ``draw(0, options)`` is the next goal, then ``draw(1, ...)``, until one result is left (results that
    differ only in places that mean the same count as one). So the answer depends on the numbers alone, not on the
    solver. Draws must differ from one another, or a tie could last for ever. Raises nothing: leaving everybody
    nowhere is always possible.
    """
    taken = np.zeros(options.people, dtype=np.int64)
    here, people, ours = options, np.arange(options.people), np.arange(options.place.size)
    waiting, drawn, seats = list(goals), 0, None
    filled = np.zeros(options.room.size, dtype=bool)  # must stay full, or an earlier goal is lost
    while people.size:
        if not waiting:
            waiting, drawn = [draw(drawn, ours)], drawn + 1
        weight, waiting = _packed(here, filled[here.place].astype(np.int64), waiting)
        chosen = _assigned(here, weight, seats)
        prices, chosen = _proved(here, weight, chosen)
        taken[people] = ours[chosen]
        open_, matters = _still_open(here, weight, prices, chosen)
        if not matters:
            break
        # Who has one option left is decided and leaves the board with her seat.
        several = np.bincount(here.person[open_], minlength=here.people) > 1
        open_ &= several[here.person]
        place = here.place[chosen]
        room = here.room - np.bincount(place[~several], minlength=here.room.size)
        seats = np.bincount(place[several], minlength=here.room.size) + 1
        here, people, ours, filled = here.only(open_, room), people[several], ours[open_], prices > 0
        waiting = [goal[open_] for goal in waiting]
    return taken


def horner(options: Options, goals: Sequence[np.ndarray]) -> np.ndarray:
    """All goals in one whole number per option, as large as it takes: (options,) of Python integers.

    Sums of it over two results compare as their goals do, one after the other.
    """
    weight = np.zeros(options.place.size, dtype=object)
    for goal in goals:
        goal, swing, _ = _from_zero(options, goal.astype(object))
        weight = weight * (swing + 1) + goal
    return weight


def _from_zero(options: Options, goal: np.ndarray) -> tuple[np.ndarray, int, int]:
    """A goal with each person's least option at 0 (which moves all results alike), and how far it can swing.

    The swings are of the sum over everybody, and of one person.
    """
    starts = options.first[:-1]
    goal = goal - np.minimum.reduceat(goal, starts)[options.person]
    most = np.maximum.reduceat(goal, starts)
    return goal, sum(most.tolist()), int(most.max())


def _packed(
    options: Options, filled: np.ndarray, goals: list[np.ndarray]
) -> tuple[np.ndarray, list[np.ndarray]]:
    """As many goals as fit exactly into one weight, and the goals left over.

    That the filled places stay full comes first. At least one goal is taken; if it does not fit into machine words,
    the weight comes back in Python's integers.
    """
    weight, swing, step = _from_zero(options, filled)
    for number, goal in enumerate(goals):
        goal, more, most = _from_zero(options, goal)
        fits = (swing + 1) * (more + 1) <= 2**SUM_BITS and step * (more + 1) + most <= 2**WEIGHT_BITS
        if not fits and number:
            return weight, goals[number:]
        if not fits:
            return weight.astype(object) * (more + 1) + goal, goals[1:]
        weight = weight * (more + 1) + goal.astype(np.int64)
        swing, step = (swing + 1) * (more + 1) - 1, step * (more + 1) + most
    return weight, []


def _assigned(options: Options, weight: np.ndarray, seats: np.ndarray | None) -> np.ndarray:
    """The best option of each person by scipy, in doubles; exact while the weights are below 2**WEIGHT_BITS.

    The solver knows single seats only. A place is laid out with some of its seats, and with more when these are all
    taken: as long as a place is not full, more seats in it would change nothing.
    """
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    if weight.dtype == object:
        excess = max(0, int(weight.max()).bit_length() - WEIGHT_BITS)
        weight = (weight >> excess).astype(np.int64)
    nowhere = options.room.size - 1
    if seats is None:
        seats = np.maximum(_wanted_most(options, weight), 3)
    seats = np.minimum(seats, options.room)
    seats[nowhere] = 1
    while True:
        people, taken = min_weight_full_bipartite_matching(_seat_graph(options, weight, seats))
        place = np.empty(options.people, dtype=np.int64)
        place[people] = np.searchsorted(np.cumsum(seats[:nowhere]), taken, side="right")
        full = (np.bincount(place, minlength=seats.size) >= seats) & (seats < options.room)
        full[nowhere] = False
        if not full.any():
            break
        seats[full] = np.minimum(2 * seats[full], options.room[full])
    keys = options.person * options.room.size + options.place
    return np.searchsorted(keys, np.arange(options.people) * options.room.size + place)


def _wanted_most(options: Options, weight: np.ndarray) -> np.ndarray:
    """How many people there are, (places,), for whom each place is the first of their best options."""
    most = np.maximum.reduceat(weight, options.first[:-1])[options.person]
    best = np.flatnonzero(weight == most)
    _, firsts = np.unique(options.person[best], return_index=True)
    return np.bincount(options.place[best[firsts]], minlength=options.room.size)


def _seat_graph(options: Options, weight: np.ndarray, seats: np.ndarray):
    """People and single seats, (people, seats), with the cost of each: a sparse array without zeros.

    The seats of the places stand in order; after them everybody has a seat of her own, which is "nowhere" if that is
    among her options and otherwise so dear that it is never taken. It has to be there: without it scipy first looks
    for any full matching, and on dense tied graphs never comes back (https://github.com/scipy/scipy/issues/26147);
    and with more seats than people it does nothing but shortest paths, whose time is bounded.

    Millions of seats are offered where a country may take few places, so the indices are narrow.
    """
    from scipy.sparse import csr_array

    nowhere = options.room.size - 1
    # Zero would mean "no such option"; everybody takes one, so the same added for all changes nothing.
    cost = (weight.max() + 1 - weight).astype(np.float64)
    last = options.first[1:] - 1
    lacking = np.flatnonzero(options.place[last] != nowhere)
    place = np.insert(options.place, options.first[1:][lacking], nowhere)
    cost = np.insert(cost, options.first[1:][lacking], NEVER)
    first = options.first + np.searchsorted(lacking, np.arange(options.people + 1))
    copies = seats[place]
    ends = np.cumsum(copies)
    before = np.concatenate(([0], np.cumsum(seats[:nowhere])))
    # Column of an option's first seat; then one more for each of its copies, counted across all options.
    column = before[place]
    column[first[1:] - 1] += np.arange(options.people)
    index = np.repeat((column - (ends - copies)).astype(np.int32), copies)
    index += np.arange(index.size, dtype=np.int32)
    pointer = np.concatenate(([0], ends))[first].astype(np.int32)
    shape = (options.people, int(before[-1]) + options.people)
    return csr_array((np.repeat(cost, copies), index, pointer), shape=shape)


def _proved(options: Options, weight: np.ndarray, chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Prices that prove a result best, and the result: the given one, or a better one if it was not."""
    prices = None if weight.dtype == object else _prices(options, weight, chosen)
    if prices is None:
        chosen = _improved(options, weight, chosen)
        prices = _prices(options, weight, chosen)
    return prices, chosen


def _prices(options: Options, weight: np.ndarray, chosen: np.ndarray) -> np.ndarray | None:
    """What one seat of each place is worth, (places,) >= 0, or None if the result is not best.

    With these prices everybody's option is best for her (weight - price), and a place that is not full is free:
    linear programming duality then says that no result is better, and that the best results are exactly those that
    use such options and fill every place with a price above 0. Bellman and Ford's method on the moves from place to
    place, all of them at once, until nothing changes; at most places + 1 rounds, in practice a few.
    """
    held = options.place[chosen]
    order = np.argsort(held, kind="stable")
    occupied, starts, count = np.unique(held[order], return_index=True, return_counts=True)
    free = np.ones(options.room.size, dtype=bool)
    free[occupied] = count < options.room[occupied]
    value = np.zeros(options.room.size, dtype=weight.dtype)
    idle = 0  # the value of an empty seat, to which all others are compared
    for _ in range(options.room.size + 2):
        best = np.maximum.reduceat(weight - value[options.place], options.first[:-1])
        lost = (weight[chosen] - best)[order]
        lower = value.copy()
        lower[occupied] = np.minimum(lower[occupied], np.minimum.reduceat(lost, starts))
        lower[free] = np.minimum(lower[free], idle)
        least = min(idle, lower.min())
        if least == idle and (lower == value).all():
            return value - idle
        value, idle = lower, least
    return None


def _improved(options: Options, weight: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """The best result, from any result, by rounds of moves that gain, until none is left. Slow; any size of number.

    Klein's cycle cancelling (Management Science 14, 1967, https://doi.org/10.1287/mnsc.14.3.205).
    """
    chosen = chosen.copy()
    first, place, gain = options.first.tolist(), options.place.tolist(), weight.tolist()
    idle = options.room.size  # stands for the empty seats of all places
    while True:
        held = [place[option] for option in chosen.tolist()]
        count = np.bincount(held, minlength=idle).tolist()
        cost = [0] * (idle + 1)
        step: list[tuple[int, int] | None] = [None] * (
            idle + 1
        )  # the next place, and the option that leads there
        while True:
            changed = False
            for person, here in enumerate(held):
                stay = gain[chosen[person]]
                for option in range(first[person], first[person + 1]):
                    total = stay - gain[option] + cost[place[option]]
                    if total < cost[here]:
                        cost[here], step[here], changed = total, (place[option], option), True
            for here in range(idle):
                if count[here] < options.room[here] and cost[idle] < cost[here]:
                    cost[here], step[here], changed = cost[idle], (idle, -1), True
                if count[here] and cost[here] < cost[idle]:
                    cost[idle], step[idle], changed = cost[here], (here, -1), True
            if not changed:
                return chosen
            if moves := _circle(step):
                break
        person_of = options.person
        for option in moves:
            chosen[person_of[option]] = option


def _circle(step: list[tuple[int, int] | None]) -> list[int]:
    """The options along a circle of steps, or none. Steps lead in a circle only if going round gains."""
    mark = [0] * len(step)
    for start in range(len(step)):
        at = start
        while not mark[at] and step[at]:
            mark[at] = start + 1
            at = step[at][0]
        if mark[at] == start + 1 and step[at]:
            around, here = [], at
            while True:
                here, option = step[here]
                around.append(option)
                if here == at:
                    return [option for option in around if option >= 0]
        mark[at] = mark[at] or start + 1
    return []


def _still_open(
    options: Options, weight: np.ndarray, prices: np.ndarray, chosen: np.ndarray
) -> tuple[np.ndarray, bool]:
    """The options that some best result takes, and whether any of them means another result than the one at hand.

    Best results use options that are best at these prices, and keep places with a price full. From one of them to
    another lead circles of moves, over an empty seat perhaps; so an option is in a best result if and only if it is
    taken in this one, or its place and the place held are in one strongly connected component of such moves.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    worth = weight - prices[options.place]
    best = worth == np.maximum.reduceat(worth, options.first[:-1])[options.person]
    held = options.place[chosen][options.person]
    idle = options.room.size
    free = np.flatnonzero(np.bincount(options.place[chosen], minlength=idle) < options.room)
    spared = np.flatnonzero(prices == 0)
    source = np.concatenate((held[best], free, np.full(spared.size, idle)))
    target = np.concatenate((options.place[best], np.full(free.size, idle), spared))
    graph = csr_array((np.ones(source.size), (source, target)), shape=(idle + 1, idle + 1))
    _, component = connected_components(graph, connection="strong")
    open_ = best & (component[held] == component[options.place])
    return open_, bool((open_ & (options.means[held] != options.means[options.place])).any())
