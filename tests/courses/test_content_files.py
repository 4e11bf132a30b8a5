"""The data files of the course: complete, parallel in both languages, true to what the course promises."""

import re
import tomllib

import pytest
from django.utils.html import strip_tags

from courses.slots import BY_CODE, GROUPS, slots_of
from courses.starter.loading import COURSE, FOLDER, page_files
from courses.vocabularies import INITIATIVES, SDG_TARGETS
from network.content.starter.raw import stream

RUSSIAN, ENGLISH = FOLDER / COURSE / "ru", FOLDER / COURSE / "en"
LESSONS = sorted(path.stem for path in RUSSIAN.glob("[0-9]-[0-9].toml"))
CODES = {"slug", "type", "key", "minutes", "slots", "tags", "initiative", "sdg", "kind", "whose", "slot"}
CODES |= {"correct", "moment", "url", "code", "terms"}
ELEMENTS = re.compile(r"<(p|h2|h3|li|ul|ol)\b")
SKILLS = 10


def read(path):
    return tomllib.loads(path.read_text("utf-8"))


LOADED = {name: (read(RUSSIAN / f"{name}.toml"), read(ENGLISH / f"{name}.toml")) for name in LESSONS}
TERMS = {
    language: {row["code"]: row for row in read(FOLDER / "glossary" / f"{language}.toml")["term"]}
    for language in ("ru", "en")
}
both = pytest.mark.parametrize("language", [0, 1], ids=["ru", "en"])
every_lesson = pytest.mark.parametrize("name", LESSONS)


def blocks(data, *kinds):
    return [block for block in data["body"] if block["type"] in kinds]


def differences(one, other, path=""):
    """Where two texts of the same thing differ in more than words."""
    if type(one) is not type(other):
        yield path
    elif isinstance(one, dict):
        for key in one.keys() | other.keys():
            if key not in one or key not in other or (key in CODES and one[key] != other[key]):
                yield f"{path}/{key}"
            elif key not in CODES:
                yield from differences(one[key], other[key], f"{path}/{key}")
    elif isinstance(one, list):
        if len(one) != len(other):
            yield path
        for number, pair in enumerate(zip(one, other, strict=False)):
            yield from differences(*pair, f"{path}/{number}")
    elif isinstance(one, str) and ELEMENTS.findall(one) != ELEMENTS.findall(other):
        yield path


def test_the_course_has_seven_modules_of_four_lessons():
    assert [f"{module}-{lesson}" for module in range(1, 8) for lesson in range(1, 5)] == LESSONS
    assert {path.name for path in RUSSIAN.iterdir()} == {path.name for path in ENGLISH.iterdir()}


@pytest.mark.parametrize("file", page_files(), ids=lambda file: file.key)
def test_both_languages_say_the_same_in_the_same_places(file):
    assert list(differences(file.russian, file.english)) == []


@pytest.mark.parametrize("file", page_files(), ids=lambda file: file.key)
def test_every_file_fits_the_blocks_of_its_page(file):
    for data in (file.russian, file.english):
        if "body" in data:
            block = file.model._meta.get_field("body").stream_block
            assert len(stream(block, data["body"], place="test", resolve=lambda key: None)) == len(
                data["body"]
            )


@every_lesson
@both
def test_a_lesson_has_all_its_parts(name, language):
    data = LOADED[name][language]

    assert 2 <= len(data["questions"]) <= 3
    assert 2 <= len(data["outcomes"]) <= 3
    assert 3 <= len(data["key_points"]) <= 4
    assert len(strip_tags(data["facilitator_notes"]).split()) >= 50
    assert 1 <= len(data["sources"]) <= 4
    assert all(case["source"] for case in blocks(data, "case"))
    assert len(blocks(data, "case")) >= 1
    assert len(blocks(data, "plan_exercise")) == 1
    assert 1 <= len(blocks(data, "quiz_single", "quiz_multi")) <= 3
    assert 1 <= len(data["summary"]) <= 200


@every_lesson
def test_a_lesson_is_400_to_800_words_long(name):
    texts = [block["text"] for block in blocks(LOADED[name][1], "prose", "callout")]

    assert 400 <= len(strip_tags(" ".join(texts).replace("<", " <")).split()) <= 800


@every_lesson
@both
def test_each_answer_of_a_self_check_has_feedback(name, language):
    for quiz in blocks(LOADED[name][language], "quiz_single", "quiz_multi"):
        right = [option["correct"] for option in quiz["options"]].count(True)
        assert all(option["feedback"] for option in quiz["options"])
        assert right == 1 if quiz["type"] == "quiz_single" else right >= 2


@every_lesson
@both
def test_an_exercise_takes_ten_minutes_and_shows_an_example_for_each_line(name, language):
    exercise = blocks(LOADED[name][language], "plan_exercise")[0]

    assert exercise["minutes"] == 10
    assert set(exercise["slots"]) == {row["slot"] for row in exercise["example"]}
    assert set(exercise["slots"]) <= set(BY_CODE)
    assert exercise["initiative"] in dict(INITIATIVES)
    assert len(exercise["sdg"]) <= 3
    assert set(exercise["sdg"]) <= set(dict(SDG_TARGETS))


@every_lesson
@both
def test_keys_of_blocks_are_there_and_differ(name, language):
    keys = [block.get("key") for block in LOADED[name][language]["body"]]

    assert None not in keys
    assert len(keys) == len(set(keys))


def test_the_course_fills_every_group_of_the_plan():
    filled = {slot for data, _other in LOADED.values() for slot in blocks(data, "plan_exercise")[0]["slots"]}

    empty = [
        group.code
        for group in GROUPS
        if not {slot.code for slot in slots_of(group.code) if slot.required} <= filled
    ]

    assert empty == []


def test_the_places_to_stop_say_the_truth_about_the_plan():
    """What each module's page says in words: how many sections are filled by then."""
    filled, counts = set(), []
    for name, (data, _other) in LOADED.items():
        filled |= set(blocks(data, "plan_exercise")[0]["slots"])
        if name.endswith("-4"):
            done = [g for g in GROUPS if {s.code for s in slots_of(g.code) if s.required} <= filled]
            counts.append(len(done))

    assert counts == [3, 7, 10, 12, 13, 14, 15]


@both
def test_the_same_ten_skills_are_rated_before_and_after(language):
    before = blocks(LOADED["1-4"][language], "self_rating")[0]
    after = blocks(LOADED["7-4"][language], "self_rating")[0]

    assert (before["moment"], after["moment"]) == ("before", "after")
    assert before["statements"] == after["statements"]
    assert len(before["statements"]) == SKILLS


@pytest.mark.parametrize("name", [name for name in LESSONS if name.endswith("-4")])
def test_the_last_lesson_of_a_module_is_a_place_to_stop(name):
    assert len(blocks(LOADED[name][0], "stop_here")) == 1


@every_lesson
def test_terms_in_the_margin_are_in_the_glossary_and_stand_once(name):
    codes = [code for block in blocks(LOADED[name][0], "prose") for code in block.get("terms", [])]

    assert set(codes) <= set(TERMS["ru"])
    assert len(codes) == len(set(codes))


def test_the_glossary_has_sixty_terms_in_both_languages():
    assert list(TERMS["ru"]) == list(TERMS["en"])
    assert len(TERMS["ru"]) >= 60
    assert all(
        row["title"] and row["short"] and row["long"] for rows in TERMS.values() for row in rows.values()
    )
