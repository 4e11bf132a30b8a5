"""Who is paired with whom: an exact answer with its reasons. Pure sums: no models, no clock, no chance, no Django.

``solve`` answers a problem; ``alternatives`` says what another choice for one mentee would cost whom. The problem
and the result are plain JSON-like values, defined in the help of ``manage.py match``. The modules, from the bottom:

- :mod:`~mentoring.matching.problem` reads, checks and fingerprints what is handed in;
- :mod:`~mentoring.matching.draw` draws the lot between equals;
- :mod:`~mentoring.matching.reach` finds how many can be placed at all, and the shortage;
- :mod:`~mentoring.matching.pairs` knows the rules and the score;
- :mod:`~mentoring.matching.placing` finds the one best placing for goals in strict order;
- :mod:`~mentoring.matching.solving` puts a problem on the board and writes down the result;
- :mod:`~mentoring.matching.choices` asks "what if";
- :mod:`~mentoring.matching.shortages` says before matching where places are missing.
"""

from mentoring.matching.choices import Alternative, Move, alternatives
from mentoring.matching.pairs import RULES
from mentoring.matching.problem import GOALS, WEIGHTS, BadProblem, canonical, check, read
from mentoring.matching.shortages import Shortage, shortages
from mentoring.matching.solving import ENGINE, solve

__all__ = [
    "ENGINE",
    "GOALS",
    "RULES",
    "WEIGHTS",
    "Alternative",
    "BadProblem",
    "Move",
    "Shortage",
    "alternatives",
    "canonical",
    "check",
    "read",
    "shortages",
    "solve",
]
