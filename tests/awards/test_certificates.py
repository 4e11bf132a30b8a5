"""What a certificate of the award says is what the jury decided."""

import pytest

from network.awards.certificates import facts, programme_for
from network.awards.models import Entry
from tests.factories import awards as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("outcome", "programme", "said"),
    [
        (
            "laureate",
            "award-laureate",
            "laureate of “Лето”, nomination “Малая библиотека”: the project “Мост”",
        ),
        ("special", "award-laureate", "special prize of “Лето”: the project “Мост”"),
        (
            "commended",
            "award-laureate",
            "commended in “Лето”, nomination “Малая библиотека”: the project “Мост”",
        ),
        ("not_awarded", "award-participation", "took part in “Лето” with the project “Мост”"),
    ],
)
def test_a_certificate_says_the_outcome(outcome, programme, said):
    entry = make.sent(round=make.award_round(name="Лето"), project_title="Мост", nomination="small")
    Entry.objects.update(state="decided", outcome=outcome)
    entry.refresh_from_db()

    assert programme_for(entry) == programme
    assert facts(entry.reference).titles["en"] == said
