import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _fresh_cache():
    """Rate limits and site roots must not pass from one test to the next."""
    cache.clear()


@pytest.fixture
def homes(db):
    """The front pages in Russian and English, as ``(russian, english)``."""
    from tests.factories.content import make_site

    return make_site()


@pytest.fixture
def home(homes):
    return homes[0]
