import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from network.awards import scoring

MODULES = [scoring.__name__] + [
    f"{scoring.__name__}.{module.name}" for module in pkgutil.iter_modules(scoring.__path__)
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docstrings_run(name):
    failed, _ = doctest.testmod(importlib.import_module(name))

    assert failed == 0


def test_scoring_knows_nothing_of_django():
    sources = {name: Path(importlib.import_module(name).__file__).read_text() for name in MODULES}

    assert [
        name for name, source in sources.items() if re.search(r"^\s*(import|from) django", source, re.M)
    ] == []
