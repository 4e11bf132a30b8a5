"""The engine against a plain reading of the contract, document for document.

``SCORING_JURIES=30000 pytest tests/awards/test_scoring_oracle.py`` tries more.
"""

import os
import random

import pytest

from network.awards.scoring import as_document, read, score

from .jury_oracle import by_fractions, by_numpy, canonical, random_document

JURIES = int(os.environ.get("SCORING_JURIES", "1000"))
BATCHES = 5


def answer(document):
    return canonical(as_document(score(read(document))))


@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_juries_score_as_by_numpy_least_squares(batch):
    for seed in range(batch, JURIES, BATCHES):
        document = random_document(random.Random(seed))

        assert answer(document) == canonical(by_numpy(document)), seed


@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_juries_score_as_by_fractions(batch):
    for seed in range(batch, JURIES // 4, BATCHES):
        document = random_document(random.Random(f"exact {seed}"))

        assert answer(document) == canonical(by_fractions(document)), seed


def test_a_round_of_usual_size_scores_as_by_numpy_least_squares():
    chance = random.Random(17)
    criteria = [{"code": "a", "weight": 70, "required": True}, {"code": "b", "weight": 30, "required": True}]
    entries = [f"e{number:02}" for number in range(60)]
    reviews = [
        {"juror": f"j{juror}", "entry": entry, "scores": {c["code"]: chance.randint(1, 10) for c in criteria}}
        for entry in entries
        for juror in chance.sample(range(20), 7)
    ]
    document = {
        "scale": [1, 10],
        "min_reviews": 3,
        "criteria": criteria,
        "entries": entries,
        "reviews": reviews,
    }

    assert answer(document) == canonical(by_numpy(document))
