"""From the reviews of a jury to a ranking of entries. Pure sums: no models, no clock, no Django.

The way in is :func:`read`, the way on :func:`score`, the way out :func:`as_document`:

>>> jury = read({
...     "scale": [1, 10], "min_reviews": 1, "entries": ["A", "B"],
...     "criteria": [{"code": "impact", "weight": 100, "required": True}],
...     "reviews": [
...         {"juror": "Olga", "entry": "A", "scores": {"impact": 10}},
...         {"juror": "Olga", "entry": "B", "scores": {"impact": 1}},
...     ],
... })
>>> [(row.rank, row.entry, str(row.result)) for row in score(jury).entries]
[(1, 'A', '100.0000'), (2, 'B', '0.0000')]

What the ranking desk shows beside the numbers is in :mod:`.desk` (why one entry
passed another, two entries juror by juror) and :mod:`.criteria`. Who may score,
which review is final and when a round is read are settled before we get here.
"""

from .criteria import criterion_means
from .desk import explain_order, head_to_head
from .ranking import Ranking, as_document, score
from .reading import Jury, Malformed, parse, read

__all__ = [
    "Jury",
    "Malformed",
    "Ranking",
    "as_document",
    "criterion_means",
    "explain_order",
    "head_to_head",
    "parse",
    "read",
    "score",
]
