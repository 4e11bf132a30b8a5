"""Days as documents say them."""

from datetime import date

from babel.dates import format_date

# English for the world, not for one country.
REGIONS = {"en": "en_GB"}


def long_date(day: date, language: str) -> str:
    """«6 апреля 2027 г.», "6 April 2027"."""
    return format_date(day, format="long", locale=REGIONS.get(language, language))
