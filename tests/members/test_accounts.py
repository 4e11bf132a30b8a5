import pytest
from django.test import Client

from network.content.models import Letter
from network.members.models import Consent, Profile, User
from tests.factories.members import PASSWORD, make_member, make_superuser
from tests.members.walking import code_for, last_letter, sign_in, sign_up, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["ru", "en"])
def test_signs_up_types_the_code_and_is_in(language):
    client = Client()

    sign_up(client, "New@Example.org", language=language)
    page = client.post(
        f"/{language}/account/confirm-email/", {"code": code_for("new@example.org")}, follow=True
    )

    user = User.objects.get()
    profile = Profile.objects.get()
    assert page.redirect_chain[-1][0] == f"/{language}/my/"
    assert page.status_code == 200
    assert (user.email, user.emailaddress_set.get().verified) == ("new@example.org", True)
    assert (profile.letters_language, profile.time_zone) == (language, "Asia/Bishkek")


def test_sign_up_keeps_the_consent_it_asked_for():
    sign_up(Client(), "new@example.org", language="en")

    consent = Consent.objects.get()
    assert (consent.purpose, consent.language, consent.text_version) == ("account", "en", "2026-11")


def test_sign_up_without_consent_makes_no_account():
    page = sign_up(Client(), "new@example.org", agree="")

    assert (page.status_code, User.objects.count(), Letter.objects.count()) == (200, 0, 0)


def test_an_unknown_time_zone_becomes_the_networks_own(settings):
    sign_up(Client(), "new@example.org", time_zone="Mars/Olympus")

    assert Profile.objects.get().time_zone == settings.NETWORK_TIME_ZONE


def test_the_trap_for_machines_makes_no_account():
    page = sign_up(Client(), "new@example.org", website="https://spam.example")

    assert (page.status_code, User.objects.count()) == (302, 0)


def test_a_wrong_code_lets_nobody_in():
    client = Client()
    sign_up(client, "new@example.org")

    wrong = "000000" if code_for("new@example.org") != "000000" else "111111"
    client.post("/ru/account/confirm-email/", {"code": wrong})

    assert client.get("/ru/my/").status_code == 302
    assert User.objects.get().emailaddress_set.get().verified is False


def test_after_five_wrong_codes_the_right_one_is_worth_nothing():
    client = Client()
    sign_up(client, "new@example.org")
    code = code_for("new@example.org")

    for number in range(5):
        client.post("/ru/account/confirm-email/", {"code": f"{(int(code) + number + 1) % 1_000_000:06}"})
    client.post("/ru/account/confirm-email/", {"code": code})

    assert User.objects.get().emailaddress_set.get().verified is False


def test_opening_the_code_page_changes_nothing():
    client = Client()
    sign_up(client, "new@example.org")

    client.get("/ru/account/confirm-email/")
    client.get("/ru/account/confirm-email/")

    assert Letter.objects.count() == 1
    assert User.objects.get().emailaddress_set.get().verified is False


def test_the_code_comes_without_a_prefix_in_text_and_html():
    sign_up(Client(), "new@example.org", language="en")

    letter = last_letter("new@example.org")
    code = code_for("new@example.org")
    assert letter.subject == f"{code} is your code"
    assert letter.language == "en"
    assert code in letter.html


def test_signs_in_and_out():
    user = make_member()
    client = Client()

    answer = sign_in(client, user)
    inside = client.get("/ru/my/")
    shown = client.get("/ru/account/logout/")
    still_inside = client.get("/ru/my/")
    client.post("/ru/account/logout/")
    outside = client.get("/ru/my/")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/ru/my/")
    statuses = [page.status_code for page in (inside, shown, still_inside, outside)]
    assert statuses == [200, 200, 200, 302]


def test_the_address_may_be_typed_in_capitals():
    user = make_member(email="aisel@example.org")
    client = Client()

    client.post("/ru/account/login/", {"login": "AISEL@EXAMPLE.ORG", "password": PASSWORD})

    assert int(client.session["_auth_user_id"]) == user.pk


def test_a_closed_account_does_not_open():
    user = make_member(is_active=False)
    client = Client()

    answer = sign_in(client, user)

    assert answer.headers["Location"] == "/ru/account/inactive/"
    assert client.get("/ru/my/").status_code == 302


def test_a_session_ends_with_the_account():
    user = make_member()
    client = signed_in(user)

    User.objects.filter(pk=user.pk).update(is_active=False)

    assert client.get("/ru/my/").status_code == 302


def test_a_new_password_ends_other_sessions_and_is_told_by_letter():
    user = make_member()
    here, elsewhere = signed_in(user), signed_in(user)

    new = "другие тихие вечера вдвоём"
    here.post("/ru/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert (here.get("/ru/my/").status_code, elsewhere.get("/ru/my/").status_code) == (200, 302)
    assert last_letter(user.email).kind == "account/password-changed"


def test_a_forgotten_password_is_set_by_the_link_once():
    user = make_member()
    client = Client()
    client.post("/ru/account/password/reset/", {"email": user.email})
    link = next(line for line in last_letter(user.email).text.splitlines() if "/password/reset/key/" in line)
    path = link.partition("://")[2].partition("/")[2]

    form = client.get(f"/{path}", follow=True)
    new = "другие тихие вечера вдвоём"
    client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})
    again = Client().get(f"/{path}", follow=True)

    user.refresh_from_db()
    assert user.check_password(new)
    assert "/set-password/" not in again.request["PATH_INFO"]


def test_opening_the_reset_link_leaves_the_password_alone():
    user = make_member()
    client = Client()
    client.post("/ru/account/password/reset/", {"email": user.email})
    link = next(line for line in last_letter(user.email).text.splitlines() if "/password/reset/key/" in line)

    client.get("/" + link.partition("://")[2].partition("/")[2], follow=True)

    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_the_link_names_our_site_whatever_the_request_claims(settings):
    settings.SITE_URL = "https://dialogues.example"
    settings.ALLOWED_HOSTS = ["*"]
    user = make_member()

    Client().post("/ru/account/password/reset/", {"email": user.email}, HTTP_HOST="evil.example")

    text = last_letter(user.email).text
    assert "https://dialogues.example/ru/account/password/reset/key/" in text
    assert "evil.example" not in text


def test_a_letter_is_in_the_language_of_its_reader():
    user = make_member()
    Profile.objects.filter(user=user).update(letters_language="en")

    Client().post("/ru/account/password/reset/", {"email": user.email})

    letter = last_letter(user.email)
    assert (letter.language, letter.subject) == ("en", "A new password")
    assert "/en/account/password/reset/key/" in letter.text


def test_a_new_address_takes_over_when_its_code_is_typed_and_the_old_one_is_told():
    user = make_member(email="old@example.org")
    client = signed_in(user)

    client.post("/ru/account/email/", {"email": "new@example.org", "action_add": "1"})
    before = User.objects.get().email
    client.post("/ru/account/confirm-email/", {"code": code_for("new@example.org")})

    assert before == "old@example.org"
    assert User.objects.get().email == "new@example.org"
    assert list(user.emailaddress_set.values_list("email", "verified")) == [("new@example.org", True)]
    assert last_letter("old@example.org").kind == "account/address-changed"


def test_one_sign_in_leads_to_the_admin():
    client = Client()
    anonymous = client.get("/admin/", follow=True)

    sign_in(client, make_superuser())

    assert anonymous.redirect_chain[-1][0] == "/ru/account/login/?next=%2Fadmin%2F"
    assert client.get("/admin/").status_code == 200


def test_a_member_is_politely_refused_at_the_admin():
    page = signed_in(make_member()).get("/admin/", follow=True)

    assert (page.status_code, page.templates[0].name) == (403, "members/no_desk.html")


@pytest.mark.parametrize("role", ["editor", "second-editor", "translator-en", "administrator"])
def test_a_role_opens_the_admin(role):
    assert signed_in(make_member(role)).get("/admin/").status_code == 200


def test_a_role_taken_away_closes_the_admin_at_the_next_request():
    user = make_member("editor")
    client = signed_in(user)

    user.groups.clear()

    assert client.get("/admin/", follow=True).status_code == 403
