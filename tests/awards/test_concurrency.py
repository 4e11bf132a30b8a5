"""Two hundred press "send" in the same seconds, two worker processes, the secretary saving pages; then a worker dies."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

pytestmark = pytest.mark.concurrency

ROOT = Path(__file__).resolve().parents[2]
ENTRANTS = int(os.environ.get("ENTRANTS", "200"))
TOKEN = "a" * 32

PREPARE = """
import json
from datetime import timedelta
from django.conf import settings
from django.contrib.auth import SESSION_KEY, BACKEND_SESSION_KEY, HASH_SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from tests.factories import awards as make
def cookie(user):
    session = SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(user.pk), settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return session.session_key
now = timezone.now()
round = make.award_round(opens_at=now - timedelta(days=1), deadline_at=now + timedelta(days=1))
make.round_page(round)
found = []
for number in range(%d):
    user = make.person()
    entry = make.draft(by=user, round=round, at=now, answers=make.full_answers(project_title=f"Library project {number}"))
    found.append([cookie(user), entry.reference])
print("READY" + json.dumps(found))
"""
CHECK = """
import json
from wagtail.models import Page
from network.awards.models import Entry, EntrySnapshot
from network.content.models import Letter
from network.content.models import intake
sent = Entry.objects.filter(state="submitted")
parent = intake()
print("READY" + json.dumps({
    "problems": [list(kind) for kind in Page.find_problems()],
    "sent": sorted(sent.values_list("reference", flat=True)),
    "snapshots": EntrySnapshot.objects.count(),
    "pages": sorted(sent.values_list("page__title", flat=True)),
    "children": [parent.numchild, parent.get_children().count()],
    "letters": Letter.objects.filter(kind="awards/receipt").count(),
    "hashes": all(s.body and __import__("hashlib").sha256(s.body.encode()).hexdigest() == s.sha256 for s in EntrySnapshot.objects.all()),
}))
"""
SAVE_PAGES = """
import time
from network.awards.models import AwardRoundPage
until = time.time() + 25
saved = 0
while time.time() < until:
    page = AwardRoundPage.objects.first()
    page.summary = f"Сохранено {saved}"
    page.save_revision().publish()
    saved += 1
    time.sleep(0.2)
print("READY" + str(saved))
"""


def environment(folder: Path) -> dict:
    database = os.environ.get("DATABASE_URL", "")
    if database.startswith("postgres"):
        name = f"concurrency_{secrets.token_hex(4)}"
        import psycopg

        with psycopg.connect(database, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        database = database.rpartition("/")[0] + f"/{name}"
    else:
        database = f"sqlite:///{folder / 'db.sqlite3'}"
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "network.settings.dev",
        "DATABASE_URL": database,
        "VAR_DIR": str(folder),
        "PYTHONPATH": str(ROOT),
        "LOG_LEVEL": "ERROR",
    }


def shell(script: str, env: dict) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "manage.py", "shell", "--no-imports", "-c", script],
        cwd=ROOT, env=env, capture_output=True, text=True, timeout=900, check=False,
    )  # fmt: skip
    assert "READY" in done.stdout, done.stderr[-3000:]
    return done.stdout.rpartition("READY")[2]


@pytest.fixture
def site(tmp_path):
    """The address of a freshly made site on two gunicorn processes, its drafts, and its environment."""
    import json

    env = environment(tmp_path)
    manage = [sys.executable, "-W", "ignore", "manage.py"]
    for command in (["migrate", "-v0"], ["collectstatic", "--noinput", "-v0"]):
        subprocess.run([*manage, *command], cwd=ROOT, env=env, check=True, capture_output=True, timeout=900)
    drafts = json.loads(shell(PREPARE % ENTRANTS, env))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "network.wsgi", "-b", f"127.0.0.1:{port}", "-w", "2", "-k", "gthread",
         "--threads", "4", "--timeout", "120", "--backlog", "512", "--log-level", "error", "--no-control-socket"],
        cwd=ROOT, env=env,
    )  # fmt: skip
    base = f"http://127.0.0.1:{port}"
    for _try in range(300):
        try:
            if requests.get(f"{base}/health/alive/", timeout=5).status_code < 500:
                break
        except requests.RequestException:
            time.sleep(0.2)
    yield base, drafts, env, server
    server.terminate()
    server.wait(timeout=60)


def press(base: str, session: str, reference: str):
    """One entrant presses "send" and follows to her receipt. None: no answer, so nothing was acknowledged."""
    cookies = {"sessionid": session, "csrftoken": TOKEN}
    try:
        return requests.post(
            f"{base}/ru/my/entries/{reference}/send/", data={"csrfmiddlewaretoken": TOKEN}, cookies=cookies,
            timeout=110, allow_redirects=False,
        )  # fmt: skip
    except requests.RequestException:
        return None


def test_two_hundred_at_once(site):
    import json

    base, drafts, env, _server = site
    secretary = subprocess.Popen(
        [sys.executable, "-W", "ignore", "manage.py", "shell", "--no-imports", "-c", SAVE_PAGES],
        cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    time.sleep(3)
    with ThreadPoolExecutor(ENTRANTS) as crowd:
        answers = list(crowd.map(lambda draft: press(base, *draft), drafts))
    saved, _errors = secretary.communicate(timeout=120)

    assert [answer is not None and answer.status_code for answer in answers] == [302] * ENTRANTS
    assert {answer.headers["Location"] for answer in answers} == {
        f"/ru/my/entries/{reference}/receipt/1/" for _session, reference in drafts
    }
    assert int(saved.rpartition("READY")[2]) > 0
    found = json.loads(shell(CHECK, env))
    references = sorted(reference for _session, reference in drafts)
    assert found["problems"] == [[], [], [], [], []]
    assert (found["sent"], found["pages"]) == (references, references)
    assert (found["snapshots"], found["letters"], found["hashes"]) == (ENTRANTS, ENTRANTS, True)
    assert found["children"] == [ENTRANTS, ENTRANTS]


def test_a_killed_worker_loses_nothing_acknowledged(site):
    import json

    base, drafts, env, server = site
    with ThreadPoolExecutor(ENTRANTS) as crowd:
        pressed = [crowd.submit(press, base, *draft) for draft in drafts]
        time.sleep(2)
        children = subprocess.run(
            ["pgrep", "-P", str(server.pid)], capture_output=True, text=True, check=True
        ).stdout.split()
        os.kill(int(children[0]), signal.SIGKILL)
        answers = [one.result() for one in pressed]

    acknowledged = {
        reference
        for (_session, reference), answer in zip(drafts, answers, strict=True)
        if answer is not None and answer.status_code == 302
    }
    found = json.loads(shell(CHECK, env))
    assert all(answer is None or answer.status_code == 302 for answer in answers)
    assert acknowledged <= set(found["sent"])
    assert found["problems"] == [[], [], [], [], []]
    assert (
        found["snapshots"]
        == found["letters"]
        == len(found["sent"])
        == found["children"][0]
        == found["children"][1]
    )
    # What was cut off can simply be sent again.
    again = [press(base, *draft) for draft in drafts if draft[1] not in acknowledged]
    assert all(answer.status_code == 302 for answer in again)
    assert len(json.loads(shell(CHECK, env))["sent"]) == ENTRANTS
