"""Everything that is refused at the door, with the one line the reader gets."""

import copy
import json

import pytest

from network.awards.scoring import Malformed, parse, read

GOOD = {
    "scale": [1, 10],
    "min_reviews": 1,
    "criteria": [
        {"code": "impact", "weight": 60, "required": True},
        {"code": "reach", "weight": 40, "required": False},
    ],
    "entries": ["E1", "E2"],
    "reviews": [
        {"juror": "J1", "entry": "E1", "scores": {"impact": 7, "reach": None}},
        {"juror": "J1", "entry": "E2", "scores": {"impact": 7}},
        {"juror": "J2", "entry": "E2", "scores": {"impact": 7, "reach": 1}},
    ],
}
GONE = object()
REVIEW = "review of entry 'E2' by juror 'J2'"

# Where in the document, what to put there, what is said.
CASES = [
    (["scale"], GONE, "file: scale: missing"),
    (["scale"], "1-10", "file: scale: '1-10' is not a list"),
    (["scale"], [1], "file: scale: [1] is not two whole numbers, the lower first"),
    (["scale"], [1, 5, 10], "file: scale: [1, 5, 10] is not two whole numbers, the lower first"),
    (["scale"], [1, 9.5], "file: scale: [1, 9.5] is not two whole numbers, the lower first"),
    (["scale"], [False, True], "file: scale: [False, True] is not two whole numbers, the lower first"),
    (["scale"], [5, 5], "file: scale: [5, 5] is not two whole numbers, the lower first"),
    (["scale"], [10, 1], "file: scale: [10, 1] is not two whole numbers, the lower first"),
    (["min_reviews"], GONE, "file: min_reviews: missing"),
    (["min_reviews"], None, "file: min_reviews: None is not a whole number"),
    (["min_reviews"], "3", "file: min_reviews: '3' is not a whole number"),
    (["min_reviews"], 2.5, "file: min_reviews: 2.5 is not a whole number"),
    (["min_reviews"], True, "file: min_reviews: True is not a whole number"),
    (["min_reviews"], 0, "file: min_reviews: 0 is less than 1"),
    (["min_reviews"], -3, "file: min_reviews: -3 is less than 1"),
    (["criteria"], GONE, "file: criteria: missing"),
    (["criteria"], {}, "file: criteria: {} is not a list"),
    (["criteria"], [], "file: criteria: the weights sum to 0, not to 100"),
    (["criteria", 0], "impact", "criteria[0]: criterion: 'impact' is not an object"),
    (["criteria", 1, "code"], GONE, "criteria[1]: code: missing"),
    (["criteria", 1, "code"], 5, "criteria[1]: code: 5 is not a string with something in it"),
    (["criteria", 1, "code"], "", "criteria[1]: code: '' is not a string with something in it"),
    (["criteria", 1, "code"], "impact", "criterion 'impact': code: given twice"),
    (["criteria", 1, "weight"], GONE, "criterion 'reach': weight: missing"),
    (["criteria", 1, "weight"], 40.0, "criterion 'reach': weight: 40.0 is not a whole number"),
    (["criteria", 1, "weight"], "40", "criterion 'reach': weight: '40' is not a whole number"),
    (["criteria", 1, "weight"], None, "criterion 'reach': weight: None is not a whole number"),
    (["criteria", 1, "weight"], -40, "criterion 'reach': weight: -40 is less than 0"),
    (["criteria", 1, "weight"], 39, "file: criteria: the weights sum to 99, not to 100"),
    (["criteria", 1, "weight"], 41, "file: criteria: the weights sum to 101, not to 100"),
    (["criteria", 1, "required"], GONE, "criterion 'reach': required: missing"),
    (["criteria", 1, "required"], 1, "criterion 'reach': required: 1 is not true or false"),
    (["criteria", 1, "required"], "no", "criterion 'reach': required: 'no' is not true or false"),
    (["entries"], GONE, "file: entries: missing"),
    (["entries"], "E1", "file: entries: 'E1' is not a list"),
    (["entries", 1], "E1", "entry 'E1': id: given twice"),
    (["entries", 1], 2, "entries[1]: id: 2 is not a string with something in it"),
    (["entries", 1], None, "entries[1]: id: None is not a string with something in it"),
    (["entries", 1], "", "entries[1]: id: '' is not a string with something in it"),
    (["entries", 1], "E\ud800", "entries[1]: id: 'E\\ud800' is not valid Unicode"),
    (["reviews"], GONE, "file: reviews: missing"),
    (["reviews"], {"J1": {}}, "file: reviews: {'J1': {}} is not a list"),
    (["reviews", 2], None, "reviews[2]: review: None is not an object"),
    (["reviews", 2, "juror"], GONE, "reviews[2]: juror: missing"),
    (["reviews", 2, "juror"], 7, "reviews[2]: juror: 7 is not a string with something in it"),
    (["reviews", 2, "juror"], "", "reviews[2]: juror: '' is not a string with something in it"),
    (["reviews", 2, "entry"], GONE, "reviews[2] of juror 'J2': entry: missing"),
    (
        ["reviews", 2, "entry"],
        ["E1"],
        "reviews[2] of juror 'J2': entry: ['E1'] is not a string with something in it",
    ),
    (["reviews", 2, "entry"], "E9", "review of entry 'E9' by juror 'J2': entry: not among the entries"),
    (
        ["reviews", 2, "juror"],
        "J1",
        "review of entry 'E2' by juror 'J1': entry: reviewed twice by this juror",
    ),
    (["reviews", 2, "scores"], GONE, f"{REVIEW}: scores: missing"),
    (["reviews", 2, "scores"], None, f"{REVIEW}: scores: None is not an object"),
    (["reviews", 2, "scores"], [7, 1], f"{REVIEW}: scores: [7, 1] is not an object"),
    (["reviews", 2, "scores", "beauty"], 7, f"{REVIEW}: scores.beauty: not among the criteria"),
    (["reviews", 2, "scores", "beauty"], None, f"{REVIEW}: scores.beauty: not among the criteria"),
    (["reviews", 2, "scores", "a\nb"], 7, f"{REVIEW}: scores.a\\nb: not among the criteria"),
    (["reviews", 2, "scores", "reach"], 0, f"{REVIEW}: scores.reach: 0 is outside the scale 1 to 10"),
    (["reviews", 2, "scores", "reach"], 11, f"{REVIEW}: scores.reach: 11 is outside the scale 1 to 10"),
    (["reviews", 2, "scores", "reach"], 7.0, f"{REVIEW}: scores.reach: 7.0 is not a whole number or null"),
    (["reviews", 2, "scores", "reach"], 7.5, f"{REVIEW}: scores.reach: 7.5 is not a whole number or null"),
    (["reviews", 2, "scores", "reach"], "7", f"{REVIEW}: scores.reach: '7' is not a whole number or null"),
    (["reviews", 2, "scores", "reach"], True, f"{REVIEW}: scores.reach: True is not a whole number or null"),
    (["reviews", 2, "scores", "reach"], [7], f"{REVIEW}: scores.reach: [7] is not a whole number or null"),
    (
        ["reviews", 2, "scores", "reach"],
        float("nan"),
        f"{REVIEW}: scores.reach: nan is not a whole number or null",
    ),
    (
        ["reviews", 2, "scores", "reach"],
        float("inf"),
        f"{REVIEW}: scores.reach: inf is not a whole number or null",
    ),
]


def changed(path, value):
    document = copy.deepcopy(GOOD)
    *way, last = path
    place = document
    for step in way:
        place = place[step]
    if value is GONE:
        del place[last]
    else:
        place[last] = value
    return document


@pytest.mark.parametrize(("path", "value", "said"), CASES, ids=[said for _, _, said in CASES])
def test_a_malformed_document_is_named_by_id_and_field(path, value, said):
    text = json.dumps(changed(path, value))

    with pytest.raises(Malformed) as refusal:
        parse(text)

    assert str(refusal.value) == said
    assert said.startswith(f"{refusal.value.where}: {refusal.value.field}: ")


TEXTS = [
    ("", "file: JSON: Expecting value: line 1 column 1 (char 0)"),
    ("{", "file: JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
    ("[]", "file: JSON: [] is not an object"),
    ("null", "file: JSON: None is not an object"),
    ('{"scale": [1, 10], "scale": [1, 5]}', "file: scale: given twice in one object"),
    ("[" * 100_000, "file: JSON: nested too deeply"),
    (
        b'{"scale": [1, \xff]}',
        "file: JSON: 'utf-8' codec can't decode byte 0xff in position 14: invalid start byte",
    ),
    (
        '{"scale": [1, 1' + "0" * 5000 + "]}",
        "file: JSON: Exceeds the limit (4300 digits) for integer string conversion: value has 5001 digits;"
        " use sys.set_int_max_str_digits() to increase the limit",
    ),
]


@pytest.mark.parametrize(("text", "said"), TEXTS, ids=[said[:60] for _, said in TEXTS])
def test_a_file_that_is_no_document_is_refused(text, said):
    with pytest.raises(Malformed) as refusal:
        parse(text)

    assert str(refusal.value) == said


def test_a_score_given_twice_in_one_review_is_refused():
    text = json.dumps(GOOD).replace('"reach": 1', '"reach": 1, "reach": 2')

    with pytest.raises(Malformed) as refusal:
        parse(text)

    assert str(refusal.value) == f"{REVIEW}: reach: given twice in one object"


def test_ids_with_line_breaks_stay_on_one_line():
    with pytest.raises(Malformed) as refusal:
        read(changed(["reviews", 2, "entry"], "E\n\u20289"))

    assert str(refusal.value).splitlines() == [
        "review of entry 'E\\n\\u20289' by juror 'J2': entry: not among the entries"
    ]


def test_a_very_long_value_is_cut():
    with pytest.raises(Malformed) as refusal:
        read(changed(["reviews", 2, "scores", "reach"], 10**4000))

    assert str(refusal.value) == (
        f"{REVIEW}: scores.reach: 100000000000000000...0000000000000000000 is outside the scale 1 to 10"
    )


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_in_utf_8_is_read_with_or_without_a_mark(mark):
    assert parse(mark + json.dumps(GOOD).encode()) == read(GOOD)


def test_fields_the_contract_does_not_name_are_ignored():
    extended = changed(["reviews", 2, "comment"], "Сильный проект") | {"round": "2027"}

    assert read(extended) == read(GOOD)


def test_a_missing_code_is_null():
    assert read(changed(["reviews", 0, "scores", "reach"], GONE)) == read(GOOD)


def test_a_jury_meets_everything_in_one_order():
    jury = read(GOOD | {name: list(reversed(GOOD[name])) for name in ("criteria", "entries", "reviews")})

    assert jury == read(GOOD)
    assert [criterion.code for criterion in jury.criteria] == ["impact", "reach"]
    assert jury.entries == ("E1", "E2")
    assert [(row.entry, row.juror, row.scores) for row in jury.reviews] == [
        ("E1", "J1", (7, None)),
        ("E2", "J1", (7, None)),
        ("E2", "J2", (7, 1)),
    ]
