"""Production refuses to start without what it needs, and names it."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

WHOLE = {
    "SECRET_KEY": "s" * 60,
    "ALLOWED_HOSTS": "network.example.org",
    "SITE_URL": "https://network.example.org",
    "DATABASE_URL": "sqlite:////tmp/never-opened.sqlite3",
    "EMAIL_HOST": "mail.example.org",
    "DEFAULT_FROM_EMAIL": "letters@network.example.org",
}


def start(environment: dict) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", "from network.settings import production"],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_production_starts_with_all_it_needs():
    assert start(WHOLE).returncode == 0


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_production_names_the_variable_that_is_missing(name):
    result = start({key: value for key, value in WHOLE.items() if key != name})

    assert result.returncode != 0
    assert f"{name} is not set" in result.stderr


def test_every_variable_that_is_read_stands_in_the_example():
    import re

    example = set(re.findall(r"^([A-Z_0-9]+)=", (settings.BASE_DIR / ".env.example").read_text(), re.M))
    read = set()
    for path in (settings.BASE_DIR / "network" / "settings").glob("*.py"):
        read |= set(re.findall(r'env\.\w+\(\s*"([A-Z_0-9]+)"', path.read_text()))

    assert read - example == set()
