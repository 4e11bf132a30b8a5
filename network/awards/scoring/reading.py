"""The one door into scoring: a document becomes a :class:`Jury`, or is refused with the id and the field.

Everything behind this door may trust what it is given and meets it in one order
(criteria by code, entries by id, reviews by entry and juror), whatever the order
in the file was.
"""

import json
import reprlib
from collections.abc import Mapping
from dataclasses import dataclass


class Malformed(ValueError):
    """A document that cannot be scored. ``where`` names the record by its id, ``field`` the field."""

    def __init__(self, where: str, field: str, problem: str):
        super().__init__(f"{where}: {field}: {problem}")
        self.where = where
        self.field = field


@dataclass(frozen=True, slots=True)
class Criterion:
    code: str
    weight: int
    required: bool


@dataclass(frozen=True, slots=True)
class Review:
    """``scores`` stand in the order of the jury's criteria; ``None`` is "not answered"."""

    juror: str
    entry: str
    scores: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Jury:
    """A checked document. ``lowest`` and ``highest`` are the ends of the scale, both included."""

    lowest: int
    highest: int
    min_reviews: int
    criteria: tuple[Criterion, ...]
    entries: tuple[str, ...]
    reviews: tuple[Review, ...]


def parse(text: bytes | str) -> Jury:
    """The jury in a JSON file, in UTF-8 with or without a byte order mark.

    Raises :class:`Malformed` for what is not JSON and for all that :func:`read` refuses.
    """
    try:
        document = json.loads(text, object_pairs_hook=_object_of_pairs)
    except RecursionError:
        raise Malformed("file", "JSON", "nested too deeply") from None
    except ValueError as error:  # undecodable bytes and numbers of thousands of digits as well
        raise Malformed("file", "JSON", " ".join(str(error).split())) from None
    return read(document)


def read(document: Mapping) -> Jury:
    """Check a document of the shape in ``contracts.md`` and put it in order.

    Whole numbers are written as such: ``7.0`` and ``true`` are refused. All named
    fields are needed, except that a code missing from ``scores`` is null; fields
    not named there are ignored. ``min_reviews`` is at least 1, since an entry
    nobody has read has no result to decide on. Raises :class:`Malformed` for the
    first thing wrong, in the order of the document.

    >>> read({"scale": [1, 10], "min_reviews": 0})
    Traceback (most recent call last):
    ...
    network.awards.scoring.reading.Malformed: file: min_reviews: 0 is less than 1
    """
    top = _object(document, "file", "JSON")
    lowest, highest = _scale(top)
    min_reviews = _whole(top, "file", "min_reviews", least=1)
    criteria = _criteria(top)
    entries = _entries(top)
    reviews = _reviews(top, (lowest, highest), criteria, frozenset(entries))
    return Jury(
        lowest=lowest,
        highest=highest,
        min_reviews=min_reviews,
        criteria=tuple(criteria),
        entries=tuple(sorted(entries)),
        reviews=tuple(sorted(reviews, key=lambda review: (review.entry, review.juror))),
    )


def _scale(top):
    ends = _list(top, "file", "scale")
    if len(ends) != 2 or not all(type(end) is int for end in ends) or ends[0] >= ends[1]:
        raise Malformed("file", "scale", f"{reprlib.repr(ends)} is not two whole numbers, the lower first")
    return ends


def _criteria(top):
    criteria = {}
    for position, item in enumerate(_list(top, "file", "criteria")):
        row = _object(item, f"criteria[{position}]", "criterion")
        code = _text(row, f"criteria[{position}]", "code")
        where = f"criterion {code!r}"
        if code in criteria:
            raise Malformed(where, "code", "given twice")
        required = _value(row, where, "required")
        weight = _whole(row, where, "weight", least=0)
        if not isinstance(required, bool):
            raise Malformed(where, "required", f"{reprlib.repr(required)} is not true or false")
        criteria[code] = Criterion(code, weight, required)
    total = sum(criterion.weight for criterion in criteria.values())
    if total != 100:
        raise Malformed("file", "criteria", f"the weights sum to {reprlib.repr(total)}, not to 100")
    return [criteria[code] for code in sorted(criteria)]


def _entries(top):
    entries = set()
    for position, entry in enumerate(_list(top, "file", "entries")):
        _check_text(entry, f"entries[{position}]", "id")
        if entry in entries:
            raise Malformed(f"entry {entry!r}", "id", "given twice")
        entries.add(entry)
    return entries


def _reviews(top, scale, criteria, entries):
    codes = [criterion.code for criterion in criteria]
    known = frozenset(codes)
    reviews = {}
    for position, item in enumerate(_list(top, "file", "reviews")):
        row = _object(item, f"reviews[{position}]", "review")
        juror = _text(row, f"reviews[{position}]", "juror")
        entry = _text(row, f"reviews[{position}] of juror {juror!r}", "entry")
        where = f"review of entry {entry!r} by juror {juror!r}"
        if entry not in entries:
            raise Malformed(where, "entry", "not among the entries")
        if (juror, entry) in reviews:
            raise Malformed(where, "entry", "reviewed twice by this juror")
        scores = _object(_value(row, where, "scores"), where, "scores")
        for code, points in scores.items():
            _check_points(code, points, scale, known, where)
        reviews[juror, entry] = Review(juror, entry, tuple(scores.get(code) for code in codes))
    return reviews.values()


def _check_points(code, points, scale, known, where):
    if code not in known:
        raise Malformed(where, f"scores.{_bare(code)}", "not among the criteria")
    if points is None:
        return
    lowest, highest = scale
    if type(points) is not int:
        raise Malformed(
            where, f"scores.{_bare(code)}", f"{reprlib.repr(points)} is not a whole number or null"
        )
    if not lowest <= points <= highest:
        problem = f"{reprlib.repr(points)} is outside the scale {lowest} to {highest}"
        raise Malformed(where, f"scores.{_bare(code)}", problem)


class _Twice(dict):
    """A JSON object in which ``twice`` was a key more than once: the last would win in silence."""

    twice: str


def _object_of_pairs(pairs):
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    seen = set()
    marked = _Twice(plain)
    marked.twice = next(key for key, _ in pairs if key in seen or seen.add(key))
    return marked


def _bare(key):
    # Without quotes, but still on one line: a key may hold a line break.
    return repr(key)[1:-1] if isinstance(key, str) else repr(key)


def _object(value, where, field):
    if not isinstance(value, Mapping):
        raise Malformed(where, field, f"{reprlib.repr(value)} is not an object")
    if isinstance(value, _Twice):
        raise Malformed(where, _bare(value.twice), "given twice in one object")
    return value


def _value(row, where, field):
    if field not in row:
        raise Malformed(where, field, "missing")
    return row[field]


def _list(row, where, field):
    value = _value(row, where, field)
    if not isinstance(value, list | tuple):
        raise Malformed(where, field, f"{reprlib.repr(value)} is not a list")
    return value


def _whole(row, where, field, *, least):
    value = _value(row, where, field)
    if type(value) is not int:  # bool is a kind of int in Python, not in the contract
        raise Malformed(where, field, f"{reprlib.repr(value)} is not a whole number")
    if value < least:
        raise Malformed(where, field, f"{reprlib.repr(value)} is less than {least}")
    return value


def _text(row, where, field):
    value = _value(row, where, field)
    _check_text(value, where, field)
    return value


def _check_text(value, where, field):
    if not isinstance(value, str) or not value:
        raise Malformed(where, field, f"{reprlib.repr(value)} is not a string with something in it")
    try:
        value.encode()
    except UnicodeEncodeError:  # half of a surrogate pair cannot be written to the result
        raise Malformed(where, field, f"{reprlib.repr(value)} is not valid Unicode") from None
