"""Small documents for the scoring tests."""


def document(of: dict[str, dict[str, int | None]], **changes) -> dict:
    """A jury with one criterion on a scale of 0 to 100, so that x is the score: ``of[entry][juror]``."""
    return {
        "scale": [0, 100],
        "min_reviews": 1,
        "criteria": [{"code": "impact", "weight": 100, "required": True}],
        "entries": list(of),
        "reviews": [
            {"juror": juror, "entry": entry, "scores": {"impact": points}}
            for entry, row in of.items()
            for juror, points in row.items()
        ],
    } | changes


# Worked by hand. Only A has two readers. Of the equations of severity.py, (n_j + 1) b_j minus the
# means of b over her entries: Olga  3o − ((o + p)/2 + o) = (60 − 70) + 0, Pavel  3p − ((o + p)/2 + p) = 10,
# hence o + p = 0 and 2o = −10: o = −5, p = 5.  y of A: 65 and 75, of B: 75, of C: 70.
# C is above B by raw mean and below it by result, since only lenient Pavel read it.
BY_HAND = {"A": {"Olga": 60, "Pavel": 80}, "B": {"Olga": 70}, "C": {"Pavel": 75}}
