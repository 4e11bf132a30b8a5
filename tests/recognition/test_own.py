"""A member's own certificates; what stays when she goes; the administrators' list."""

import pytest

from network.members.registries import personal_data
from network.members.roles import Role
from network.recognition.models import Certificate
from tests.factories.members import make_member
from tests.factories.recognition import AT, certificate

pytestmark = pytest.mark.django_db


def part():
    return next(part for part in personal_data() if part.code == "certificates")


def test_the_list_shows_her_own_and_nobody_elses(client):
    mine, foreign = certificate(), certificate()
    client.force_login(mine.holder)

    html = client.get("/ru/my/certificates/").content.decode()

    assert (mine.code in html, foreign.code in html) == (True, False)


def test_the_name_and_who_sees_it_are_changed_together(client):
    mine = certificate()
    client.force_login(mine.holder)

    client.post(f"/ru/my/certificates/{mine.code}/", {"name": "Айпери Токтогулова", "is_name_shown": "1"})

    new = Certificate.objects.valid().get()
    assert (new.shown_name, new.is_name_shown, new.code != mine.code) == ("Айпери Токтогулова", True, True)


def test_saving_without_a_change_changes_nothing(client):
    mine = certificate()
    client.force_login(mine.holder)

    client.post(f"/ru/my/certificates/{mine.code}/", {"name": mine.shown_name, "is_name_shown": "0"})

    assert [given.code for given in Certificate.objects.all()] == [mine.code]


def test_somebody_elses_certificate_is_not_found(client):
    foreign = certificate()
    client.force_login(make_member())
    assert client.get(f"/ru/my/certificates/{foreign.code}/").status_code == 404


def test_she_takes_all_of_it_with_her():
    mine = certificate()
    row = part().export(mine.holder)[0]
    assert (row["code"], row["name"], row["hours"]) == (mine.code, "Айпери Садыкова", 12)


def test_when_she_goes_the_certificate_stays_without_her_and_can_still_be_checked(client):
    mine = certificate(is_name_shown=True)

    said = part().erase(mine.holder, at=AT)

    mine.refresh_from_db()
    assert (mine.holder, mine.shown_name, mine.is_name_shown, bool(said)) == (None, "", False, True)
    html = client.post(f"/ru/v/{mine.code}/", {"name": "айпери садыкова"}).content.decode()
    assert ("Да: сертификат выдан на это имя." in html, "Айпери" in html) == (True, False)


def test_nothing_is_said_to_stay_of_somebody_without_certificates():
    assert part().erase(make_member(), at=AT) is None


def test_administrators_find_and_revoke(client):
    given = certificate()
    client.force_login(make_member(Role.ADMINISTRATOR))

    found = client.get("/admin/certificates/", {"q": given.code}).content.decode()
    client.post(f"/admin/certificates/{given.pk}/revoke/", {"reason": "Выдано по ошибке"})

    given.refresh_from_db()
    assert (given.code in found, given.state) == (True, "revoked")


@pytest.mark.parametrize("role", ["", Role.EDITOR, Role.COORDINATOR, Role.JUROR])
def test_nobody_else_revokes(client, role):
    given = certificate()
    client.force_login(make_member(role))

    client.post(f"/admin/certificates/{given.pk}/revoke/", {"reason": "нет"})

    given.refresh_from_db()
    assert given.state == "valid"


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_queries_however_long(client, count, django_assert_max_num_queries):
    for _ in range(count):
        certificate()
    client.force_login(make_member(Role.ADMINISTRATOR))
    client.get("/admin/certificates/")
    with django_assert_max_num_queries(20):
        client.get("/admin/certificates/")
