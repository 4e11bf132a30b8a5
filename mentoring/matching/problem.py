"""The problem of one round, as it is handed in: read, checked, put in order of id, and fingerprinted.

Nothing is decided here. Whoever builds a problem by hand or by machine learns from :class:`BadProblem` which id
and which field cannot be read, in one line; a problem that passes can be solved.
"""

import hashlib
import json
import reprlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

GOALS = ("everyone_first", "floor", "best_total")
WEIGHTS = {"topics": 55, "prefers": 20, "library_type": 10, "overlap": 10, "language": 5}
WEEK = 7 * 24 * 60  # minutes

Span = tuple[int, int]
Pair = tuple[str, str]  # mentee id, mentor id


class BadProblem(ValueError):
    """A problem that cannot be read. Its text is one line: whose entry, which field, what is wrong with it."""

    def __init__(self, whose: str, field: str, wrong: str):
        super().__init__(f"{whose}, {field}: {wrong}")


@dataclass(frozen=True, slots=True)
class Policy:
    """What the coordinator decides for a run. Percentages and scores are whole numbers."""

    goal: str
    floor: int
    weights: dict[str, int]
    country_cap: int | None
    min_one_per_mentor: bool
    locks: tuple[Pair, ...]  # in order of mentee id
    forbid: frozenset[Pair]
    keep: frozenset[Pair]
    keep_bonus: int


@dataclass(frozen=True, slots=True)
class Mentor:
    id: str
    capacity: int
    country: str
    institution: str
    languages: frozenset[str]
    topics: frozenset[str]
    library_types: frozenset[str]
    free: tuple[Span, ...]  # empty: unknown
    avoid: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mentee:
    id: str
    tier: int
    country: str
    institution: str
    languages: tuple[str, ...]  # her first language first
    topics: tuple[str, ...]  # most wanted first
    library_type: str
    free: tuple[Span, ...]  # empty: unknown
    prefers: tuple[str, ...]  # most wanted first
    avoid: frozenset[str]


@dataclass(frozen=True, slots=True)
class Problem:
    """A checked problem. People stand in order of id (by code point), so nothing below sees the order of the file."""

    policy: Policy
    mentors: tuple[Mentor, ...]
    mentees: tuple[Mentee, ...]
    scores: dict[str, dict[str, int]] | None  # None: scores are worked out from the profiles
    sha256: str


def read(text: str | bytes) -> Any:
    """The document in a JSON text. A name written twice in one object is an error, not a silent overwrite.

    Raises :class:`BadProblem` for a text that is not JSON in UTF-8, or holds NaN or Infinity.
    """
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except BadProblem:
        raise
    except RecursionError:
        raise BadProblem("file", "JSON", "nested too deeply") from None
    except ValueError as error:  # also a broken UTF-8, or a number of thousands of digits
        raise BadProblem("file", "JSON", " ".join(str(error).split())) from None


def check(document: Any) -> Problem:
    """The problem in a document, checked and in order.

    ``scores`` that are missing, null or empty are not given. Names nobody knows are ignored (an application may
    carry its own), except among ``weights``. Raises :class:`BadProblem` at the first thing that cannot be read.
    """
    _object(document, "file", "JSON")
    mentors = _people(document, "mentors", _mentor)
    mentees = _people(document, "mentees", _mentee)
    mentor_ids, mentee_ids = mentors.keys(), mentees.keys()
    for mentor in mentors.values():
        _known(mentor.avoid, mentee_ids, "mentee", f"mentor {mentor.id!r}", "avoid")
    for mentee in mentees.values():
        _known(mentee.prefers, mentor_ids, "mentor", f"mentee {mentee.id!r}", "prefers")
        _known(mentee.avoid, mentor_ids, "mentor", f"mentee {mentee.id!r}", "avoid")
    policy = _policy(document, mentee_ids, mentor_ids)
    scores = _scores(document, mentee_ids, mentor_ids)
    return Problem(policy, tuple(mentors.values()), tuple(mentees.values()), scores, _fingerprint(document))


def canonical(document: Mapping[str, Any]) -> bytes:
    """The document as JSON in which only what it says is left, not the order it was said in.

    UTF-8, no spaces, keys sorted, people sorted by id, lists of pairs sorted; so are a person's lists in which
    order has no meaning (``avoid``, ``free``, and a mentor's ``languages``, ``topics`` and ``library_types``).
    """
    ordered = dict(document)
    for side, unordered in (
        ("mentors", ("avoid", "free", "languages", "topics", "library_types")),
        ("mentees", ("avoid", "free")),
    ):
        if ordered.get(side):
            people = [_sorted_lists(person, unordered) for person in ordered[side]]
            ordered[side] = sorted(people, key=lambda person: person["id"])
    if ordered.get("policy"):
        ordered["policy"] = _sorted_lists(ordered["policy"], ("locks", "forbid", "keep"))
    return json.dumps(ordered, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _fingerprint(document: Mapping[str, Any]) -> str:
    try:
        return hashlib.sha256(canonical(document)).hexdigest()
    except UnicodeEncodeError:
        raise BadProblem("file", "JSON", "half of a surrogate pair is not text") from None
    except RecursionError:
        raise BadProblem("file", "JSON", "nested too deeply") from None


def _sorted_lists(record: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {**record, **{name: sorted(record[name]) for name in names if record.get(name)}}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadProblem("file", repr(twice), "written twice in one object")
    return record


def _no_constant(name: str) -> None:
    raise BadProblem("file", "JSON", f"{name} is not a number")


def _people(document: Mapping[str, Any], side: str, build) -> dict[str, Any]:
    people: dict[str, Any] = {}
    for position, record in enumerate(_list(document, side, "file")):
        whose = f"{side}[{position}]"
        _object(record, whose, "entry")
        if not isinstance(record.get("id"), str):
            raise BadProblem(whose, "id", "missing" if record.get("id") is None else "not a string")
        if record["id"] in people:
            raise BadProblem(f"{side[:-1]} {record['id']!r}", "id", "stands twice")
        people[record["id"]] = build(record)
    return dict(sorted(people.items()))


def _mentor(record: Mapping[str, Any]) -> Mentor:
    whose = f"mentor {record['id']!r}"
    if record.get("capacity") is None:
        raise BadProblem(whose, "capacity", "missing")
    return Mentor(
        id=record["id"],
        capacity=_whole(record["capacity"], whose, "capacity", least=0),
        country=_text(record, "country", whose),
        institution=_text(record, "institution", whose),
        languages=frozenset(_texts(record, "languages", whose)),
        topics=frozenset(_texts(record, "topics", whose)),
        library_types=frozenset(_texts(record, "library_types", whose)),
        free=_free(record, whose),
        avoid=frozenset(_texts(record, "avoid", whose)),
    )


def _mentee(record: Mapping[str, Any]) -> Mentee:
    whose = f"mentee {record['id']!r}"
    prefers = _texts(record, "prefers", whose)
    if twice := _repeated(prefers):
        # She would stand at two ranks at once; in the lists without ranks a repeated id does no harm.
        raise BadProblem(whose, "prefers", f"mentor {twice!r} stands twice")
    return Mentee(
        id=record["id"],
        tier=_whole_or(record, "tier", 0, whose),
        country=_text(record, "country", whose),
        institution=_text(record, "institution", whose),
        languages=_texts(record, "languages", whose),
        topics=_texts(record, "topics", whose),
        library_type=_text(record, "library_type", whose),
        free=_free(record, whose),
        prefers=prefers,
        avoid=frozenset(_texts(record, "avoid", whose)),
    )


def _policy(document: Mapping[str, Any], mentee_ids, mentor_ids) -> Policy:
    record = _object_or_none(document, "policy", "file")
    goal = _text(record, "goal", "policy") or GOALS[0]
    if goal not in GOALS:
        raise BadProblem("policy", "goal", f"{goal!r} is none of {', '.join(GOALS)}")
    min_one = record.get("min_one_per_mentor")
    if not isinstance(min_one, bool | None):
        raise BadProblem("policy", "min_one_per_mentor", f"{_shown(min_one)} is neither true nor false")
    cap = record.get("country_cap")
    locks = _pairs(record, "locks", mentee_ids, mentor_ids)
    if twice := _repeated(mentee for mentee, _ in locks):
        raise BadProblem("policy", "locks", f"mentee {twice!r} is locked twice")
    return Policy(
        goal=goal,
        floor=_whole_or(record, "floor", 0, "policy"),
        weights=_weights(record),
        country_cap=None if cap is None else _whole(cap, "policy", "country_cap", least=0),
        min_one_per_mentor=bool(min_one),
        locks=tuple(sorted(locks)),
        forbid=frozenset(_pairs(record, "forbid", mentee_ids, mentor_ids)),
        keep=frozenset(_pairs(record, "keep", mentee_ids, mentor_ids)),
        keep_bonus=_whole_or(record, "keep_bonus", 0, "policy"),
    )


def _weights(policy: Mapping[str, Any]) -> dict[str, int]:
    given = _object_or_none(policy, "weights", "policy")
    for part in given:
        if part not in WEIGHTS:
            raise BadProblem("policy", "weights", f"{part!r} is none of {', '.join(WEIGHTS)}")
    changed = {part: _whole(weight, "policy", f"weights {part!r}", least=0) for part, weight in given.items()}
    return {**WEIGHTS, **changed}


def _scores(document: Mapping[str, Any], mentee_ids, mentor_ids) -> dict[str, dict[str, int]] | None:
    given = _object_or_none(document, "scores", "file")
    scores = {}
    for mentee in given:
        _known((mentee,), mentee_ids, "mentee", "file", "scores")
        row = _object_or_none(given, mentee, "scores")
        whose = f"mentee {mentee!r}"
        _known(row, mentor_ids, "mentor", whose, "scores")
        scores[mentee] = {
            mentor: score
            # Hundreds of thousands stand here: only what is not plainly a score is looked at again.
            if type(score) is int and score >= 0
            else _whole(score, whose, f"scores, mentor {mentor!r}", least=0)
            for mentor, score in row.items()
        }
    return scores or None


def _pairs(policy: Mapping[str, Any], field: str, mentee_ids, mentor_ids) -> list[Pair]:
    pairs = []
    for entry in _list(policy, field, "policy"):
        if not (
            isinstance(entry, list | tuple)
            and len(entry) == 2
            and all(isinstance(name, str) for name in entry)
        ):
            raise BadProblem("policy", field, f"{_shown(entry)} is not a pair of a mentee and a mentor")
        _known(entry[:1], mentee_ids, "mentee", "policy", field)
        _known(entry[1:], mentor_ids, "mentor", "policy", field)
        pairs.append((entry[0], entry[1]))
    return pairs


def _free(record: Mapping[str, Any], whose: str) -> tuple[Span, ...]:
    merged: list[list[int]] = []
    spans = []
    for entry in _list(record, "free", whose):
        if not (isinstance(entry, list | tuple) and len(entry) == 2):
            raise BadProblem(whose, "free", f"{_shown(entry)} is not a start and an end")
        start, end = (_whole(minute, whose, "free") for minute in entry)
        if not 0 <= start < end <= WEEK:
            raise BadProblem(whose, "free", f"[{start}, {end}] is not within 0 <= start < end <= {WEEK}")
        spans.append((start, end))
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return tuple((start, end) for start, end in merged)


def _known(ids: Iterable[str], known, kind: str, whose: str, field: str) -> None:
    for name in ids:
        if name not in known:
            raise BadProblem(whose, field, f"unknown {kind} {name!r}")


def _repeated(names: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None


def _object(value: Any, whose: str, field: str) -> None:
    if not isinstance(value, Mapping):
        raise BadProblem(whose, field, f"{_shown(value)} is not an object")


def _object_or_none(record: Mapping[str, Any], field: str, whose: str) -> Mapping[str, Any]:
    value = record.get(field)
    if value is None:
        return {}
    _object(value, whose, field)
    return value


def _list(record: Mapping[str, Any], field: str, whose: str) -> list[Any]:
    value = record.get(field)
    if value is None:
        return []
    if not isinstance(value, list | tuple):
        raise BadProblem(whose, field, f"{_shown(value)} is not a list")
    return value


def _texts(record: Mapping[str, Any], field: str, whose: str) -> tuple[str, ...]:
    for value in _list(record, field, whose):
        if not isinstance(value, str):
            raise BadProblem(whose, field, f"{_shown(value)} is not a string")
    return tuple(_list(record, field, whose))


def _text(record: Mapping[str, Any], field: str, whose: str) -> str:
    value = record.get(field)
    if value is not None and not isinstance(value, str):
        raise BadProblem(whose, field, f"{_shown(value)} is not a string")
    return value or ""


def _whole_or(record: Mapping[str, Any], field: str, default: int, whose: str) -> int:
    return default if record.get(field) is None else _whole(record[field], whose, field)


def _whole(value: Any, whose: str, field: str, least: int | None = None) -> int:
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # 2.0 is whole; JSON has but one kind of number
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadProblem(whose, field, f"{_shown(value)} is not a whole number")
    if least is not None and value < least:
        raise BadProblem(whose, field, f"{_shown(value)} is less than {least}")
    return value


def _shown(value: Any) -> str:
    return " ".join(reprlib.repr(value).split())
