"""Sharing out: fair, the same for the same jury, never against a conflict."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.awards.assigning import ALL_READ_ALL, Reader, ToRead, reading_order, share_out


def desk(entries, readers, **kwargs):
    return share_out(
        [ToRead(f"E{n}") for n in range(entries)], [Reader(f"J{n}") for n in range(readers)], **kwargs
    )


def pairs(shared):
    return {(one.entry, one.juror) for one in shared.given}


def test_up_to_thirty_everybody_reads_everything():
    assert len(pairs(desk(ALL_READ_ALL, 7))) == ALL_READ_ALL * 7
    assert {one.basis for one in desk(ALL_READ_ALL, 7).given} == {"all"}


def test_beyond_thirty_each_entry_gets_five():
    shared = desk(ALL_READ_ALL + 1, 9)
    readings = [sum(entry == f"E{n}" for entry, _juror in pairs(shared)) for n in range(ALL_READ_ALL + 1)]
    assert set(readings) == {5}
    assert max(shared.loads.values()) - min(shared.loads.values()) <= 1


def test_a_conflict_is_never_given():
    barred = {("E1", "J0"), ("E2", "J1")}
    assert pairs(desk(10, 3, may_not=barred)) & barred == set()


def test_the_most_a_juror_takes_is_kept():
    shared = share_out(
        [ToRead(f"E{n}") for n in range(40)], [Reader("J0", most=2), *(Reader(f"J{n}") for n in range(1, 7))]
    )
    assert shared.loads["J0"] == 2


def test_what_was_given_stays_given():
    shared = desk(40, 6, already={("E0", "J0")})
    assert ("E0", "J0") not in pairs(shared)
    assert shared.loads["J0"] >= 1


def test_whoever_reads_the_language_comes_first():
    entries = [ToRead(f"E{n}", frozenset({"hy"})) for n in range(31)]
    readers = [Reader("J0", frozenset({"hy"})), *(Reader(f"J{n}", frozenset({"ru"})) for n in range(1, 12))]
    shared = share_out(entries, readers, least=1)
    assert shared.loads["J0"] == max(shared.loads.values())


def test_an_entry_gets_its_minimum_though_somebody_must_give_way():
    # J0 alone may read E1, and J0 takes one entry: what she was given first goes to J1.
    shared = share_out(
        [ToRead("E0"), ToRead("E1")], [Reader("J0", most=1), Reader("J1", most=1)],
        may_not={("E1", "J1")}, least=1,
    )  # fmt: skip
    assert pairs(shared) == {("E1", "J0"), ("E0", "J1")}
    assert shared.lacking == {}


def test_what_cannot_be_reached_is_said():
    assert desk(1, 3, may_not={("E0", "J0"), ("E0", "J1")}, least=3).lacking == {"E0": 2}


def test_beyond_thirty_the_jury_hangs_together():
    languages = [frozenset({"ru"}), frozenset({"hy"})]
    entries = [ToRead(f"E{n}", languages[n % 2]) for n in range(40)]
    readers = [Reader(f"J{n}", languages[n % 2]) for n in range(10)]
    shared = share_out(entries, readers, least=3)
    group, fresh = {"E0"}, {"E0"}
    while fresh:
        jurors = {juror for entry, juror in pairs(shared) if entry in fresh}
        fresh = {entry for entry, juror in pairs(shared) if juror in jurors} - group
        group |= fresh
    assert len(group) == 40


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 45), st.integers(1, 9), st.integers(0, 10_000))
def test_the_order_of_the_lists_does_not_matter(entries, readers, seed):
    rows = [ToRead(f"E{n}", frozenset({random.Random(n).choice(["ru", "hy"])})) for n in range(entries)]
    people = [Reader(f"J{n}", frozenset({"ru"}) if n % 2 else frozenset({"hy"})) for n in range(readers)]
    first = share_out(rows, people, seed="x")
    chance = random.Random(seed)
    chance.shuffle(rows)
    chance.shuffle(people)
    assert share_out(rows, people, seed="x") == first


def test_each_juror_has_an_order_of_her_own_and_keeps_it():
    entries = [f"E{n}" for n in range(20)]
    assert reading_order(entries, "a", seed="A27") == reading_order(entries[::-1], "a", seed="A27")
    assert reading_order(entries, "a", seed="A27") != reading_order(entries, "b", seed="A27")


@pytest.mark.parametrize("readers", [0, 1])
def test_hardly_any_jury(readers):
    assert desk(3, readers, least=3).lacking == {f"E{n}": 3 - readers for n in range(3)}
