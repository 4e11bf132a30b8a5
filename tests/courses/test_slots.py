"""The vocabulary of the plan and the course that fills it."""

import tomllib
from pathlib import Path

import pytest

import courses.starter
from courses.slots import BY_CODE, COLUMN_LABELS, GROUPS, SLOTS, Kind, slots_of
from courses.values import CELLS, clean, is_empty
from courses.vocabularies import OPTIONS
from tests.factories.courses import sample_value

FOLDER = Path(courses.starter.__file__).parent / "library-dialogue"
LESSONS = sorted(path.name for path in (FOLDER / "ru").glob("[0-9]-[0-9].toml"))


def exercise_slots(language, name):
    blocks = tomllib.loads((FOLDER / language / name).read_text())["body"]
    return [slot for block in blocks if block["type"] == "plan_exercise" for slot in block["slots"]]


def test_fifteen_groups_each_with_a_slot_that_is_required():
    required = {group.code: [slot for slot in slots_of(group.code) if slot.required] for group in GROUPS}
    assert len(GROUPS) == 15
    assert [code for code, slots in required.items() if not slots] == []


def test_codes_are_unique_and_name_their_group():
    assert len(BY_CODE) == len(SLOTS)
    assert {slot.code.split(".")[0] for slot in SLOTS} == {group.code for group in GROUPS}
    assert [slot.code for slot in SLOTS if slot.code.split(".")[0] != slot.group] == []


def test_every_choice_has_its_list_and_every_column_its_label():
    choices = [slot for slot in SLOTS if slot.kind in {Kind.CHOICE, Kind.CHOICES}]
    assert [slot.code for slot in choices if slot.options not in OPTIONS] == []
    assert {column for slot in SLOTS for column in slot.columns} <= set(COLUMN_LABELS)
    assert [cell for cell in CELLS if cell[1] not in BY_CODE[cell[0]].columns] == []


def test_the_course_has_28_lessons_in_both_languages():
    english = sorted(path.name for path in (FOLDER / "en").glob("[0-9]-[0-9].toml"))
    assert (len(LESSONS), LESSONS) == (28, english)


@pytest.mark.parametrize("name", LESSONS)
def test_every_exercise_fills_known_slots_the_same_in_both_languages(name):
    slots = exercise_slots("ru", name)
    assert slots != []
    assert [slot for slot in slots if slot not in BY_CODE] == []
    assert slots == exercise_slots("en", name)


def test_every_slot_is_filled_by_some_lesson():
    filled = {slot for name in LESSONS for slot in exercise_slots("ru", name)}
    assert [slot.code for slot in SLOTS if slot.code not in filled] == []


@pytest.mark.parametrize("slot", SLOTS, ids=lambda slot: slot.code)
def test_a_value_of_each_slot_is_kept_as_it_is(slot):
    value = sample_value(slot)
    assert clean(slot, value) == value
    assert not is_empty(value)
