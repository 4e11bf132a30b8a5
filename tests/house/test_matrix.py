"""Who gets which answer at which URL: every URL of the site has a row, and every row is walked.

The rows stand in ``tests/house/matrix/<app>.toml``, one file an app:

    [[row]]
    url = "members:profile"                    # the name of the URL, with its namespace
    get = { anonymous = "login", others = 200 }
    post = { anonymous = "login", others = [200, 302] }
    sample = "members.open_invitation"         # optional: a function in tests/house/samples/<app>.py that makes
                                               # what the URL is about (people["member"] owns it) and gives its
                                               # arguments as a dict, or as a list where they have no names
    data = { code = "1" }                      # optional: the form a POST sends

    [[group]]
    prefix = "admin/"                          # all of Wagtail's own patterns under this path, walked by GET
    get = { anonymous = "login", others = [200, 302] }

An answer is a status, "login" (sent to the sign-in page), "reauth" (asked for the password once more), "desk" (sent
back to the admin's front page with a refusal: how Wagtail says no) or a list of such. ``url`` may be a list of names
that share their answers. ``others`` stands for every role that is not named; a bare answer
stands for all. A method without an entry answers 405 to everybody. Roles: see ROLES.
"""

import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

from network.members.roles import Role, translator
from tests.factories.members import make_member

ROLES = {
    "anonymous": None,
    "member": "",
    "editor": Role.EDITOR,
    "second-editor": Role.SECOND_EDITOR,
    "translator": translator("en"),
    "coordinator": Role.COORDINATOR,
    "secretary": Role.AWARD_SECRETARY,
    "chair": Role.AWARD_CHAIR,
    "juror": Role.JUROR,
    "administrator": Role.ADMINISTRATOR,
}
# Those who stand outside the admin, and one of each kind within.
IN_GROUPS = ("anonymous", "member", "juror", "editor", "administrator")
OURS = ("network", "home", "mentoring", "courses")
# Their views name our models of images, documents and users through a setting.
WAGTAILS_OWN = ("wagtail.images", "wagtail.documents", "wagtail.users", "wagtail.snippets.views.chooser")
FOLDER = Path(__file__).parent / "matrix"
FILES = {path.stem: tomllib.loads(path.read_text()) for path in sorted(FOLDER.glob("*.toml"))}
# Addresses that are not walked yet, each named: the list may only grow shorter.
UNWALKED = set(FILES.pop("unwalked", {}).get("names", []))
# The longest prefix comes first: it says most.
GROUPS = sorted(
    (group for file in FILES.values() for group in file.get("group", [])),
    key=lambda group: -len(group["prefix"]),
)


def patterns(resolver=None, route="", namespaces=()):
    """Every URL pattern of the project: route, qualified name, callback."""
    for entry in (resolver or get_resolver()).url_patterns:
        here = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(
                entry, here, (*namespaces, entry.namespace) if entry.namespace else namespaces
            )
        elif isinstance(entry, URLPattern):
            yield here, ":".join([*namespaces, entry.name or here]), entry.callback


def is_ours(callback) -> bool:
    view = getattr(callback, "view_class", None) or callback
    model = getattr(callback, "view_initkwargs", {}).get("model") or getattr(view, "model", None)
    module = (
        view.__module__ if model is None or view.__module__.startswith(WAGTAILS_OWN) else model.__module__
    )
    return module.split(".")[0] in OURS


def group_of(route: str, callback):
    if is_ours(callback):
        return None
    return next((group for group in GROUPS if route.startswith(group["prefix"])), None)


def test_every_url_has_a_row():
    named = {url for file in FILES.values() for row in file.get("row", []) for url in names_of(row)}
    with override("ru"):
        missing = {
            name
            for route, name, callback in patterns()
            if not group_of(route, callback) and name not in named
        }
        known = {name for _route, name, _callback in patterns()}
    assert missing - UNWALKED == set(), "without a row: " + ", ".join(sorted(missing - UNWALKED))
    assert UNWALKED - missing == set(), "has a row by now: " + ", ".join(sorted(UNWALKED - missing))
    assert named <= known, "rows of no URL: " + ", ".join(sorted(named - known))


def names_of(row) -> list[str]:
    return row["url"] if isinstance(row["url"], list) else [row["url"]]


def expected(answers, role):
    if not isinstance(answers, dict):
        return answers
    return answers.get(role, answers.get("others", 405))


def answer_of(response):
    """What a response comes down to: a status, or where it sends one."""
    target = response.headers.get("Location", "")
    if response.status_code == 302 and ("/account/login/" in target or "/admin/login/" in target):
        return "login"
    if response.status_code == 302 and "reauthenticate/" in target:
        return "reauth"
    if response.status_code == 302 and target == "/admin/":
        return "desk"
    return response.status_code


@pytest.fixture
def people(db):
    return {name: None if role is None else make_member(role) for name, role in ROLES.items()}


@pytest.fixture
def cookies(people):
    """Everybody is signed in once; each request then comes in a fresh browser with that session."""
    found = {}
    for role, user in people.items():
        client = Client()
        if user is not None:
            client.force_login(user)
        found[role] = client.cookies
    return found


def ask(cookies, method, url, data=None):
    """One request with everything it changed undone."""
    cache.clear()
    client = Client(raise_request_exception=False)
    client.cookies = cookies.copy()
    with transaction.atomic():
        response = client.post(url, data or {}) if method == "post" else client.get(url)
        if response.streaming:
            b"".join(response.streaming_content)
        answer = answer_of(response)
        transaction.set_rollback(True)
    return answer


def wrong_answers(row, name, people, cookies):
    kwargs = {}
    if sample := row.get("sample"):
        module, _dot, function = sample.partition(".")
        kwargs = getattr(import_module(f"tests.house.samples.{module}"), function)(people)
    found = []
    with override("ru"):
        url = reverse(name, args=kwargs) if isinstance(kwargs, list) else reverse(name, kwargs=kwargs)
    for role in ROLES:
        for method in ("get", "post"):
            wanted = expected(row.get(method, 405), role)
            given = ask(cookies[role], method, url, row.get("data"))
            if given != wanted and not (isinstance(wanted, list) and given in wanted):
                found.append(f"{method.upper()} {url} as {role}: {given}, not {wanted}")
    return found


@pytest.mark.parametrize("app", [app for app, file in FILES.items() if file.get("row")])
def test_each_role_gets_its_answer(app, people, cookies):
    wrong = []
    for row in FILES[app]["row"]:
        for name in names_of(row):
            with transaction.atomic():
                wrong += wrong_answers(row, name, people, cookies)
                transaction.set_rollback(True)
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize("prefix", [group["prefix"] for group in GROUPS])
def test_groups_of_urls_stay_closed(prefix, cookies):
    wrong = []
    with override("ru"):
        names = [
            (name, group) for route, name, callback in patterns() if (group := group_of(route, callback))
        ]
    for name, group in names:
        if group["prefix"] != prefix:
            continue
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue  # it needs an object: what it says of one is tested by the app that owns it
        for role in IN_GROUPS:
            given, wanted = ask(cookies[role], "get", url), expected(group["get"], role)
            if given != wanted and not (isinstance(wanted, list) and given in wanted):
                wrong.append(f"GET {url} as {role}: {given}, not {wanted}")
    assert wrong == [], "\n".join(wrong)
