import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _fresh_cache():
    """Rate limits and site roots must not pass from one test to the next."""
    cache.clear()
