import pytest
import time_machine

from tests.factories.members import make_member
from tests.members.walking import signed_in

pytestmark = pytest.mark.django_db
START = "2027-03-01T08:00:00Z"


@pytest.mark.parametrize(
    ("role", "hours", "status"),
    [("", 24 * 6, 200), ("", 24 * 7 + 1, 302), ("juror", 1.9, 200), ("juror", 2.1, 302)],
)
def test_a_session_that_stands_still_ends(role, hours, status):
    with time_machine.travel(START, tick=False) as clock:
        client = signed_in(make_member(role))
        client.get("/ru/my/")
        clock.shift(hours * 3600)

        assert client.get("/ru/my/").status_code == status


@pytest.mark.parametrize(("hours", "status"), [(11, 200), (13, 302)])
def test_the_longest_session_of_a_role(hours, status):
    with time_machine.travel(START, tick=False) as clock:
        client = signed_in(make_member("juror"))
        client.get("/ru/my/")
        for _hour in range(hours):
            clock.shift(3600)
            answer = client.get("/ru/my/").status_code

        assert answer == status
