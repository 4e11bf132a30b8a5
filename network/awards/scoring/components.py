"""Which entries can be compared at all: those that a chain of jurors ties together."""

from collections.abc import Mapping

Readings = Mapping[str, Mapping[str, int]]  # entry -> juror -> x


def components(of: Readings) -> list[Readings]:
    """The entries read, in groups that share no juror; each group is a part of ``of``.

    Entries nobody has read are in no group. One group or none: the jury hangs together.

    >>> components({"A": {"Olga": 1}, "B": {"Olga": 2, "Pavel": 3}, "C": {}, "D": {"Rita": 4}})
    [{'A': {'Olga': 1}, 'B': {'Olga': 2, 'Pavel': 3}}, {'D': {'Rita': 4}}]
    """
    read_by: dict[str, list[str]] = {}
    for entry, row in of.items():
        for juror in row:
            read_by.setdefault(juror, []).append(entry)
    seen: set[str] = set()
    groups = []
    for first, row in of.items():
        if row and first not in seen:
            group = _reached(first, of, read_by)
            seen |= group
            groups.append({entry: of[entry] for entry in sorted(group)})
    return groups


def _reached(first, of, read_by):
    group, fresh = {first}, [first]
    while fresh:
        for juror in of[fresh.pop()]:
            # Taken out: a juror's list is walked once, however many entries lead to her.
            near = [entry for entry in read_by.pop(juror, ()) if entry not in group]
            group.update(near)
            fresh += near
    return group
