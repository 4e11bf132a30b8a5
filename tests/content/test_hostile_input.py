import pytest


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/ru/%00/", 400),
        ("/ru/?q=%00", 400),
        ("/ru/search/?q=" + "x" * 9000, 400),
        ("/ru/no-such-page/", 404),
        ("/ru/stories-that-are-not/", 404),
        ("/admin-that-is-not/", 404),
        ("/ru/" + "a/" * 60, 404),
        ("/ru/%F0%9F%98%80/", 404),
    ],
)
def test_strange_address_is_answered_cleanly(home, client, address, status):
    answer = client.get(address, follow=True)

    assert answer.status_code == status
    assert "<h1" in answer.content.decode()


def test_unknown_language_prefix_is_a_404_in_a_language_of_ours(home, client):
    answer = client.get("/xx/about/", follow=True)

    assert answer.status_code == 404
    assert '<html lang="ru"' in answer.content.decode()


@pytest.mark.parametrize("language", ["../../etc", "x" * 5000, "ru\x00", "<script>", "kk"])
def test_rubbish_language_cookie_and_header_lead_home(home, client, language):
    client.cookies["language"] = language

    answer = client.get("/", headers={"Accept-Language": language[:200].replace("\x00", "")}, follow=True)

    assert answer.status_code == 200
    assert answer.redirect_chain[-1][0] in {"/ru/", "/en/"}


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_reading_page_refuses_other_methods_without_an_error(home, client, method):
    assert getattr(client, method)("/ru/").status_code in {200, 405}


def test_missing_page_helps_to_go_on(home, client):
    text = client.get("/ru/nowhere/").content.decode()

    assert 'href="/ru/' in text
    assert "search" in text


def test_health_addresses_answer(client, db):
    assert [client.get(f"/health/{name}/").json()["status"] for name in ("alive", "ready")] == ["ok", "ok"]


def test_public_page_has_a_strict_policy_and_the_admin_its_own(home, client, admin_client):
    public = client.get("/ru/")["Content-Security-Policy"]
    desk = admin_client.get("/admin/")["Content-Security-Policy"]

    assert "unsafe" not in public
    assert "'unsafe-inline'" in desk
    assert "default-src 'self'" in public


def test_admin_names_no_other_host(admin_client, home):
    text = admin_client.get("/admin/").content.decode()

    assert "gravatar" not in text
    assert "releases.wagtail" not in text
