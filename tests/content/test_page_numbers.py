import pytest
from django.core.paginator import Paginator

from network.content.templatetags.page_numbers import page_numbers


@pytest.mark.parametrize(
    ("rows", "number", "shown"),
    [
        (10, 1, [1]),
        (30, 2, [1, 2, 3]),
        (200, 1, [1, 2, "…", 20]),
        (200, 10, [1, "…", 9, 10, 11, "…", 20]),
        (200, 20, [1, "…", 19, 20]),
    ],
)
def test_page_numbers_stand_around_the_page(rows, number, shown):
    assert page_numbers(Paginator(range(rows), 10).page(number)) == shown
