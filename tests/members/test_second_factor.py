import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from django.urls import reverse

from network.members.adapter import SecondFactorAdapter
from tests.factories.members import give_second_factor, make_member, make_superuser
from tests.members.walking import sign_in, signed_in

pytestmark = pytest.mark.django_db
ROLES = ["editor", "translator-en", "coordinator", "award-secretary", "award-chair", "juror", "administrator"]
CLOSED = [
    "/ru/", "/en/", "/ru/my/", "/ru/my/profile/", "/ru/my/settings/", "/ru/my/data/", "/ru/my/data/my-data.json",
    "/ru/my/consents/", "/ru/account/email/", "/ru/account/password/change/", "/ru/account/2fa/",
    "/ru/account/2fa/recovery-codes/", "/ru/search/", "/admin/", "/admin/pages/", "/admin/users/", "/admin/login/",
    "/admin/account/", "/admin/images/", "/documents/1/x.pdf", "/nothing/at/all/",
]  # fmt: skip


def code_of(totp) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(SecondFactorAdapter().decrypt(totp.instance.data["secret"]), counter))


@pytest.fixture
def _required(settings):
    settings.REQUIRE_MFA = True


@pytest.mark.usefixtures("_required")
@pytest.mark.parametrize("role", ROLES)
def test_without_a_second_factor_a_role_meets_the_enrolment_alone(role):
    client = signed_in(make_member(role))

    answers = {path: client.get(path) for path in CLOSED}

    enrolment = ("/ru/account/2fa/totp/activate/", "/en/account/2fa/totp/activate/")
    assert {path: answer.status_code for path, answer in answers.items()} == dict.fromkeys(CLOSED, 302)
    assert {answer.headers["Location"] for answer in answers.values()} <= set(enrolment)
    assert client.get(enrolment[0]).status_code == 200


@pytest.mark.usefixtures("_required")
def test_without_a_second_factor_nothing_is_written():
    client = signed_in(make_member("administrator"))

    assert client.post("/ru/my/profile/", {"name": "Другая"}).status_code == 403


@pytest.mark.usefixtures("_required")
def test_a_superuser_is_asked_for_it_without_any_role():
    assert signed_in(make_superuser()).get("/admin/").headers["Location"].endswith("/2fa/totp/activate/")


@pytest.mark.usefixtures("_required")
def test_a_plain_member_is_not_asked_for_it():
    assert signed_in(make_member()).get("/ru/my/").status_code == 200


@pytest.mark.usefixtures("_required")
def test_she_sets_it_up_sees_the_codes_once_and_goes_on():
    user = make_member("editor")
    client = signed_in(user)
    page = client.get("/ru/account/2fa/totp/activate/")

    counter = next(iter(yield_hotp_counters_from_time()))
    code = format_hotp_value(hotp_value(page.context["form"].secret, counter))
    answer = client.post("/ru/account/2fa/totp/activate/", {"code": f"{code[:3]} {code[3:]}"})
    first, second = (client.get("/ru/account/2fa/recovery-codes/") for _time in range(2))

    codes = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()
    assert answer.headers["Location"] == "/ru/account/2fa/recovery-codes/"
    assert [code for code in codes if code in first.content.decode()] == codes
    assert [code for code in codes if code in second.content.decode()] == []
    assert client.get("/admin/").status_code == 200


def test_sign_in_asks_for_the_code_and_takes_it_once():
    user = make_member()
    code = code_of(give_second_factor(user))
    first, second = Client(), Client()

    halfway = sign_in(first, user)
    before = first.get("/ru/my/").status_code
    first.post("/ru/account/2fa/authenticate/", {"code": code})
    sign_in(second, user)
    second.post("/ru/account/2fa/authenticate/", {"code": code})

    assert halfway.headers["Location"] == "/ru/account/2fa/authenticate/"
    assert (before, first.get("/ru/my/").status_code, second.get("/ru/my/").status_code) == (302, 200, 302)


def test_secrets_are_not_in_the_database_in_clear():
    user = make_member()
    client = signed_in(user)
    page = client.get("/ru/account/2fa/totp/activate/")
    secret = page.context["form"].secret

    counter = next(iter(yield_hotp_counters_from_time()))
    client.post("/ru/account/2fa/totp/activate/", {"code": format_hotp_value(hotp_value(secret, counter))})

    kept = {one.type: str(one.data) for one in Authenticator.objects.filter(user=user)}
    assert set(kept) == {"totp", "recovery_codes"}
    assert secret not in kept["totp"]
    assert SecondFactorAdapter().decrypt(Authenticator.objects.get(type="totp").data["secret"]) == secret


def test_a_key_before_the_present_one_still_opens_secrets(settings):
    sealed = SecondFactorAdapter().encrypt("secret")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key altogether, quite long enough for anybody"

    assert SecondFactorAdapter().decrypt(sealed) == "secret"


def test_enrolment_wants_the_password_again_when_the_sign_in_is_old():
    client = Client()
    client.force_login(make_member())

    answer = client.get("/ru/account/2fa/totp/activate/")

    assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))
