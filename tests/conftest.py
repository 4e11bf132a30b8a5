import pytest
from django.core.cache import cache
from django.utils import translation


@pytest.fixture(autouse=True)
def _fresh_cache():
    """Rate limits and site roots must not pass from one test to the next."""
    cache.clear()


@pytest.fixture(autouse=True)
def _own_language():
    """A page read in English leaves its language to the thread: the next test begins without one."""
    yield
    translation.deactivate()


@pytest.fixture
def homes(db):
    """The front pages in Russian and English, as ``(russian, english)``."""
    from tests.factories.content import make_site

    return make_site()


@pytest.fixture
def home(homes):
    return homes[0]
