"""A second, plain reading of the scoring contract, to hold the engine against.

It shares no code with the engine and takes its own way to severity: the stacked
least-squares system, in floats by numpy or in fractions by elimination. Only for
small juries.
"""

import json
import random
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from math import sqrt

import numpy as np

SCALES = ([1, 10], [0, 1], [1, 5], [-2, 3], [0, 32], [0, 3200])
CRITERIA = (
    [("one", 100, True)],
    [("a", 50, False), ("b", 30, True), ("c", 20, False)],
    [("a", 25, False), ("b", 25, False), ("c", 15, False), ("d", 15, False), ("e", 20, True)],
    [("a", 90, False), ("b", 10, False), ("c", 0, True)],
)


def random_document(chance: random.Random) -> dict:
    """A jury of one to six entries and one to eight jurors: full or patchy, kind or harsh, with gaps."""
    scale = chance.choice(SCALES)
    criteria = [
        {"code": code, "weight": weight, "required": required}
        for code, weight, required in chance.choice(CRITERIA)
    ]
    entries = [f"э{number}" for number in range(chance.randint(1, 6))]
    jurors = [f"j{number}" for number in range(chance.randint(1, 8))]
    coverage = chance.choice((0.3, 0.6, 1.0))
    gaps = chance.choice((0, 0, 0.1, 0.3))
    levels = chance.choice(([scale[0], scale[1]], list(range(scale[0], scale[1] + 1))[:7]))
    reviews = [
        {
            "juror": juror,
            "entry": entry,
            "scores": {
                criterion["code"]: None if chance.random() < gaps else chance.choice(levels)
                for criterion in criteria
                if chance.random() >= gaps / 3
            },
        }
        for juror in jurors
        for entry in entries
        if chance.random() < coverage
    ]
    for rows in (entries, reviews, criteria):
        chance.shuffle(rows)
    return {
        "scale": scale,
        "min_reviews": chance.randint(1, 4),
        "criteria": criteria,
        "entries": entries,
        "reviews": reviews,
    }


def by_numpy(document: dict) -> dict:
    """What the command should write, by ``numpy.linalg.lstsq`` on the stacked system."""
    return _document(document, _lstsq, _places_of_float, sqrt)


def by_fractions(document: dict) -> dict:
    """The same without a single float."""
    return _document(document, _eliminated, _places_of_fraction, _root)


def canonical(document: dict) -> str:
    return json.dumps(document, ensure_ascii=False)


# The contract, line by line


def _document(document, solve, places, root):
    valid, invalid = _sorted_out(document)
    jurors = sorted({review["juror"] for review in document["reviews"]})
    b = solve(valid)
    rows = []
    for entry in document["entries"]:
        x = {juror: value for (juror, read), value in valid.items() if read == entry}
        y = sorted(value - b[juror] for juror, value in x.items())
        kept = y[1:-1] if len(y) >= 5 else y
        decided = len(y) >= document["min_reviews"]
        rows.append(
            {
                "entry": entry,
                "reviews": len(y),
                "raw_mean": places(sum(x.values()) / len(x)) if x else None,
                "result": places(sum(kept) / len(kept)) if decided else None,
                "spread": places(root(_variance(y))) if len(y) > 1 else None,
                "rank": None,
                "tied_with": [],
                "decided": decided,
            }
        )
    ranked = [row for row in rows if row["decided"]]
    ranked.sort(key=lambda row: (-Decimal(row["result"]), row["entry"]))
    for row in ranked:
        row["rank"] = 1 + sum(Decimal(other["result"]) > Decimal(row["result"]) for other in ranked)
    for above, below in zip(ranked, ranked[1:], strict=False):
        if _tied(above["entry"], below["entry"], valid):
            above["tied_with"].append(below["entry"])
            below["tied_with"].append(above["entry"])
    undecided = sorted((row for row in rows if not row["decided"]), key=lambda row: row["entry"])
    return {
        "entries": ranked + undecided,
        "jurors": [
            {
                "juror": juror,
                "reviews": sum(by == juror for by, _ in valid),
                "severity": places(-b.get(juror, 0)),
            }
            for juror in jurors
        ],
        "invalid": [
            {"juror": juror, "entry": entry, "why": why} for (juror, entry), why in sorted(invalid.items())
        ],
        "connected": _connected(valid),
    }


def _sorted_out(document):
    low, high = document["scale"]
    valid, invalid = {}, {}
    for review in document["reviews"]:
        key = review["juror"], review["entry"]
        scores = {code: points for code, points in review["scores"].items() if points is not None}
        weights = {row["code"]: row["weight"] for row in document["criteria"]}
        answered = sum(weights[code] for code in scores)
        required = [row["code"] for row in document["criteria"] if row["required"]]
        why = [f"required criterion {code!r} is null" for code in sorted(required) if code not in scores]
        if answered < 80:
            why.append(f"answered weight {answered} is under 80")
        if why:
            invalid[key] = "; ".join(why)
        else:
            total = sum(
                Fraction(weights[code] * (points - low), high - low) for code, points in scores.items()
            )
            valid[key] = 100 * total / answered
    return valid, invalid


def _tied(a, b, valid):
    both = {juror for juror, entry in valid if entry == a} & {juror for juror, entry in valid if entry == b}
    d = [valid[juror, a] - valid[juror, b] for juror in both]
    if not d:
        return True
    mean = sum(d) / len(d)
    if abs(mean) < Fraction(1, 2):
        return True
    return len(d) > 1 and mean**2 < _variance(d) / len(d)


def _variance(values):
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values) / (len(values) - 1)


def _connected(valid):
    groups = [{("juror", juror), ("entry", entry)} for juror, entry in valid]
    merged = []
    for group in groups:
        touching = [other for other in merged if other & group]
        merged = [other for other in merged if not other & group] + [group.union(*touching)]
    return len(merged) <= 1


# Two ways to severity


def _lstsq(valid):
    jurors, entries, system, right = _stacked(valid)
    if not valid:
        return {}
    solution = np.linalg.lstsq(np.array(system, float), np.array([float(v) for v in right]), rcond=None)[0]
    return dict(zip(jurors, solution[len(entries) :].tolist(), strict=True))


def _eliminated(valid):
    jurors, entries, system, right = _stacked(valid)
    width = len(entries) + len(jurors)
    normal = [
        [sum(Fraction(row[i] * row[k]) for row in system) for k in range(width)]
        + [sum(Fraction(row[i]) * value for row, value in zip(system, right, strict=True))]
        for i in range(width)
    ]
    for i in range(width):  # positive definite: the pivot is never zero
        pivot = normal[i][i]
        normal[i] = [value / pivot for value in normal[i]]
        for k in range(width):
            if k != i and normal[k][i]:
                factor = normal[k][i]
                normal[k] = [a - factor * c for a, c in zip(normal[k], normal[i], strict=True)]
    return {juror: normal[len(entries) + k][-1] for k, juror in enumerate(jurors)}


def _stacked(valid):
    """One row a review (x = a + b), then one row a juror (0 = b)."""
    jurors = sorted({juror for juror, _ in valid})
    entries = sorted({entry for _, entry in valid})
    system, right = [], []
    for (juror, entry), x in valid.items():
        system.append([int(entry == other) for other in entries] + [int(juror == other) for other in jurors])
        right.append(x)
    for juror in jurors:
        system.append([0] * len(entries) + [int(juror == other) for other in jurors])
        right.append(Fraction(0))
    return jurors, entries, system, right


# Four places


def _places_of_float(value):
    # Nine places first: a float beside the middle of two answers then falls on it, as the true number does.
    return _places(Decimal(f"{float(value):.9f}"))


def _places_of_fraction(value):
    with localcontext(prec=80):
        value = value if isinstance(value, Decimal) else _exact_decimal(value)
        return _places(value)


def _places(value):
    rounded = value.quantize(Decimal("0.0001"), rounding=ROUND_HALF_EVEN)
    return str(abs(rounded) if rounded == 0 else rounded)


def _root(variance):
    with localcontext(prec=80):
        return _exact_decimal(variance).sqrt()


def _exact_decimal(value):
    value = Fraction(value)
    return Decimal(value.numerator) / Decimal(value.denominator)
