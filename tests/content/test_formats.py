"""Dates as the texts of the site write them."""

from datetime import datetime

import pytest
from django.utils.formats import date_format
from django.utils.translation import override

MOMENT = datetime(2026, 11, 22, 16, 5)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "22 November 2026, 16:05"), ("ru", "22 ноября 2026 г. 16:05")],
)
def test_day_and_hour_in_words(language, words):
    with override(language):
        assert date_format(MOMENT, "DATETIME_FORMAT") == words
