"""How fast the jury engine is. Read by `manage.py bench`; promises are in design.md, section 7."""

import json
import random
import time

from .scoring import as_document, parse, score

PROMISED_SECONDS = 5
SHAPES = ((5_000, 300), (5_000, 9), (5_000, 5_000))  # entries, jurors; 9 reviews an entry
CODES = ("impact", "cooperation", "inclusion", "innovation", "transfer")


def bench_score(stdout) -> bool:
    """From the bytes of a file to the document, for a jury of usual size and the two extremes."""
    kept = True
    for entries, jurors in SHAPES:
        text = _file(entries, jurors)
        start = time.perf_counter()
        as_document(score(parse(text)))
        seconds = time.perf_counter() - start
        kept = kept and seconds < PROMISED_SECONDS
        stdout.write(
            f"score: {entries:,} entries x 9 reviews, {jurors:,} jurors: "
            f"{seconds:.2f} s (promised: under {PROMISED_SECONDS} s)\n"
        )
    return kept


def _file(entries: int, jurors: int) -> bytes:
    chance = random.Random(2027)
    severity = [chance.gauss(0, 1) for _ in range(jurors)]
    reviews = [
        {"juror": f"J{juror}", "entry": f"E{entry}", "scores": _scores(chance, severity[juror])}
        for entry in range(entries)
        for juror in chance.sample(range(jurors), 9)
    ]
    criteria = [{"code": code, "weight": 20, "required": code == CODES[0]} for code in CODES]
    names = [f"E{entry}" for entry in range(entries)]
    document = {
        "scale": [1, 10],
        "min_reviews": 3,
        "criteria": criteria,
        "entries": names,
        "reviews": reviews,
    }
    return json.dumps(document).encode()


def _scores(chance, severity):
    scores = {code: min(10, max(1, round(chance.gauss(6 - severity, 2)))) for code in CODES}
    if chance.random() < 0.1:
        scores[chance.choice(CODES)] = None
    return scores


BENCHMARKS = {"score": bench_score}
