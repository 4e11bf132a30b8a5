"""What is refused, in which words, and what the fingerprint sees."""

import hashlib
import json

import pytest

from mentoring.matching import BadProblem, canonical, check, read, solve

SMALLEST = {"mentors": [{"id": "o", "capacity": 1}], "mentees": [{"id": "e"}]}


def with_mentor(**fields):
    return {**SMALLEST, "mentors": [{"id": "o", "capacity": 1, **fields}]}


def with_mentee(**fields):
    return {**SMALLEST, "mentees": [{"id": "e", **fields}]}


def with_policy(**fields):
    return {**SMALLEST, "policy": fields}


BAD = [
    ([], "file, JSON: [] is not an object"),
    ({"mentors": {}}, "file, mentors: {} is not a list"),
    ({"mentors": ["o"]}, "mentors[0], entry: 'o' is not an object"),
    ({"mentors": [{"capacity": 1}]}, "mentors[0], id: missing"),
    ({"mentees": [{"id": "e"}, {"id": 7}]}, "mentees[1], id: not a string"),
    ({"mentees": [{"id": "e"}, {"id": "e"}]}, "mentee 'e', id: stands twice"),
    ({"mentors": [{"id": "o", "capacity": 1}] * 2}, "mentor 'o', id: stands twice"),
    ({"mentors": [{"id": "o"}]}, "mentor 'o', capacity: missing"),
    (with_mentor(capacity=None), "mentor 'o', capacity: missing"),
    (with_mentor(capacity=-1), "mentor 'o', capacity: -1 is less than 0"),
    (with_mentor(capacity=1.5), "mentor 'o', capacity: 1.5 is not a whole number"),
    (with_mentor(capacity="1"), "mentor 'o', capacity: '1' is not a whole number"),
    (with_mentor(capacity=True), "mentor 'o', capacity: True is not a whole number"),
    (with_mentor(country=7), "mentor 'o', country: 7 is not a string"),
    (with_mentor(institution=[]), "mentor 'o', institution: [] is not a string"),
    (with_mentor(languages="ru"), "mentor 'o', languages: 'ru' is not a list"),
    (with_mentor(topics=[1]), "mentor 'o', topics: 1 is not a string"),
    (with_mentor(library_types=[None]), "mentor 'o', library_types: None is not a string"),
    (with_mentor(avoid=["o"]), "mentor 'o', avoid: unknown mentee 'o'"),
    (with_mentor(free=[7]), "mentor 'o', free: 7 is not a start and an end"),
    (with_mentor(free=[[1, 2, 3]]), "mentor 'o', free: [1, 2, 3] is not a start and an end"),
    (with_mentor(free=[[0.5, 2]]), "mentor 'o', free: 0.5 is not a whole number"),
    (with_mentor(free=[[5, 5]]), "mentor 'o', free: [5, 5] is not within 0 <= start < end <= 10080"),
    (with_mentor(free=[[-1, 5]]), "mentor 'o', free: [-1, 5] is not within 0 <= start < end <= 10080"),
    (with_mentee(free=[[0, 10081]]), "mentee 'e', free: [0, 10081] is not within 0 <= start < end <= 10080"),
    (with_mentee(tier=0.1), "mentee 'e', tier: 0.1 is not a whole number"),
    (with_mentee(library_type=["school"]), "mentee 'e', library_type: ['school'] is not a string"),
    (with_mentee(languages=[["ru"]]), "mentee 'e', languages: ['ru'] is not a string"),
    (with_mentee(prefers=["x"]), "mentee 'e', prefers: unknown mentor 'x'"),
    (with_mentee(prefers=["o", "o"]), "mentee 'e', prefers: mentor 'o' stands twice"),
    (with_mentee(avoid=["e"]), "mentee 'e', avoid: unknown mentor 'e'"),
    ({**SMALLEST, "policy": []}, "file, policy: [] is not an object"),
    (with_policy(goal="best"), "policy, goal: 'best' is none of everyone_first, floor, best_total"),
    (with_policy(goal=1), "policy, goal: 1 is not a string"),
    (with_policy(floor=1.5), "policy, floor: 1.5 is not a whole number"),
    (with_policy(country_cap="20%"), "policy, country_cap: '20%' is not a whole number"),
    (with_policy(country_cap=-1), "policy, country_cap: -1 is less than 0"),
    (with_policy(min_one_per_mentor=1), "policy, min_one_per_mentor: 1 is neither true nor false"),
    (with_policy(keep_bonus=2.5), "policy, keep_bonus: 2.5 is not a whole number"),
    (with_policy(weights=[]), "policy, weights: [] is not an object"),
    (with_policy(weights={"topics": -1}), "policy, weights 'topics': -1 is less than 0"),
    (with_policy(weights={"topics": 0.5}), "policy, weights 'topics': 0.5 is not a whole number"),
    (
        with_policy(weights={"luck": 1}),
        "policy, weights: 'luck' is none of topics, prefers, library_type, overlap, language",
    ),
    (with_policy(locks=[["e"]]), "policy, locks: ['e'] is not a pair of a mentee and a mentor"),
    (with_policy(locks=["eo"]), "policy, locks: 'eo' is not a pair of a mentee and a mentor"),
    (with_policy(locks=[["e", 1]]), "policy, locks: ['e', 1] is not a pair of a mentee and a mentor"),
    (with_policy(locks=[["o", "e"]]), "policy, locks: unknown mentee 'o'"),
    (with_policy(locks=[["e", "e"]]), "policy, locks: unknown mentor 'e'"),
    (with_policy(locks=[["e", "o"], ["e", "o"]]), "policy, locks: mentee 'e' is locked twice"),
    (with_policy(forbid=[["e", "x"]]), "policy, forbid: unknown mentor 'x'"),
    (with_policy(keep=[["x", "o"]]), "policy, keep: unknown mentee 'x'"),
    ({**SMALLEST, "scores": [1]}, "file, scores: [1] is not an object"),
    ({**SMALLEST, "scores": {"o": {}}}, "file, scores: unknown mentee 'o'"),
    ({**SMALLEST, "scores": {"e": 7}}, "scores, e: 7 is not an object"),
    ({**SMALLEST, "scores": {"e": {"e": 7}}}, "mentee 'e', scores: unknown mentor 'e'"),
    ({**SMALLEST, "scores": {"e": {"o": -1}}}, "mentee 'e', scores, mentor 'o': -1 is less than 0"),
    ({**SMALLEST, "scores": {"e": {"o": 0.5}}}, "mentee 'e', scores, mentor 'o': 0.5 is not a whole number"),
    ({**SMALLEST, "scores": {"e": {"o": True}}}, "mentee 'e', scores, mentor 'o': True is not a whole number"),
    ({"mentees": [{"id": "e\n\u2028\ud800", "tier": "x"}]}, "mentee 'e\\n\\u2028\\ud800', tier: 'x' is not a whole number"),
    ({"mentees": [{"id": "\ud800"}]}, "file, JSON: half of a surrogate pair is not text"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "message"), BAD)
def test_bad_problem_is_refused_in_one_line_naming_id_and_field(document, message):
    with pytest.raises(BadProblem) as caught:
        solve(document)

    assert str(caught.value) == message
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "file, JSON: Expecting value: line 1 column 1 (char 0)"),
        ("{", None),
        ('{"mentors": [], "mentors": []}', "file, 'mentors': written twice in one object"),
        ('{"scores": {"e": {"o": 1, "o": 2}}}', "file, 'o': written twice in one object"),
        ('{"policy": {"floor": NaN}}', "file, JSON: NaN is not a number"),
        ('{"policy": {"floor": -Infinity}}', "file, JSON: -Infinity is not a number"),
        (b"\xff\xfe\xfd", None),
        ("[" * 100_000, "file, JSON: nested too deeply"),
        ("1" * 10_000, None),
    ],
)
def test_text_that_is_not_json_is_refused_in_one_line(text, message):
    with pytest.raises(BadProblem) as caught:
        read(text)

    assert len(str(caught.value).splitlines()) == 1
    assert message is None or str(caught.value) == message


@pytest.mark.parametrize(
    "document",
    [
        with_mentor(capacity=2.0),
        with_mentor(country=None, languages=None, free=None, avoid=None, notes={"any": "thing"}),
        with_mentor(avoid=["e", "e"]),
        with_mentee(tier=-3, prefers=None, topics=["a", "a"]),
        with_policy(
            goal=None, weights=None, country_cap=None, locks=None, keep_bonus=-5, min_one_per_mentor=None
        ),
        {**SMALLEST, "scores": {"e": {"o": 10**400}}},
        {},
    ],
)
def test_what_is_not_refused_is_solved(document):
    assert solve(document)["exact"]


def test_free_time_is_merged_where_it_touches_or_overlaps():
    (mentor,) = check(with_mentor(free=[[300, 400], [0, 100], [100, 200], [50, 60], [390, 500]])).mentors

    assert mentor.free == ((0, 200), (300, 500))


def test_people_stand_in_order_of_code_points():
    names = ["я", "Z", "a", "ё", "\U0001f4da", "\uffff", ""]

    problem = check({"mentees": [{"id": name} for name in names]})

    assert [mentee.id for mentee in problem.mentees] == sorted(names)
    assert [mentee.id for mentee in problem.mentees][-2:] == ["\uffff", "\U0001f4da"]


def test_canonical_text_is_sorted_and_without_spaces():
    document = {
        "policy": {"locks": [["e", "p"], ["d", "o"]], "floor": 3},
        "mentors": [
            {
                "id": "p",
                "capacity": 1,
                "free": [[5, 9], [0, 2]],
                "languages": ["ru", "hy"],
                "avoid": ["e", "d"],
            },
            {"id": "o", "capacity": 2},
        ],
        "mentees": [{"id": "ё", "prefers": ["p", "o"], "languages": ["ru", "hy"]}, {"id": "e"}, {"id": "d"}],
    }

    assert canonical(document).decode() == (
        '{"mentees":[{"id":"d"},{"id":"e"},{"id":"ё","languages":["ru","hy"],"prefers":["p","o"]}],'
        '"mentors":[{"capacity":2,"id":"o"},'
        '{"avoid":["d","e"],"capacity":1,"free":[[0,2],[5,9]],"id":"p","languages":["hy","ru"]}],'
        '"policy":{"floor":3,"locks":[["d","o"],["e","p"]]}}'
    )
    assert solve(document)["input_sha256"] == hashlib.sha256(canonical(document)).hexdigest()


@pytest.mark.parametrize(
    "other",
    [
        with_mentor(capacity=2),
        with_mentor(country="am"),
        with_mentee(prefers=["o"]),
        with_policy(floor=0),
        {**SMALLEST, "scores": {"e": {"o": 1}}},
    ],
)
def test_fingerprint_differs_when_the_problem_does(other):
    assert check(other).sha256 != check(SMALLEST).sha256


def test_what_read_reads_is_what_json_says():
    text = json.dumps(with_mentee(tier=3, prefers=["o"]), ensure_ascii=False)

    assert read(text.encode()) == json.loads(text)
