from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from django_tasks import task

from network.content.models import QueuedTask, Schedule
from network.content.tasks import schedules
from network.content.tasks.running import LEASE, MOST_TRIES, claim, run
from network.content.tasks.schedules import Job, jobs, run_due
from tests.factories.content import make_site, standard_page

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
DONE = []


@task()
def note(word):
    DONE.append(word)
    return word.upper()


@task()
def break_down():
    raise ValueError("broken")


@pytest.fixture(autouse=True)
def _queue(settings, db):
    settings.TASKS = {"default": {"BACKEND": "network.content.tasks.backend.LeasedBackend", "QUEUES": []}}
    DONE.clear()


def enqueue(which=note, *args):
    which.enqueue(*args)
    QueuedTask.objects.update(run_after=NOW, enqueued_at=NOW)
    return QueuedTask.objects.get()


def test_task_waits_until_a_worker_takes_it(db):
    row = enqueue(note, "a")

    assert (row.state, DONE) == ("waiting", [])


def test_worker_runs_a_task_and_keeps_its_result(db):
    enqueue(note, "a")

    assert run(claim(worker="w1", at=NOW))

    row = QueuedTask.objects.get()
    assert (row.state, row.result, DONE) == ("done", "A", ["a"])


def test_claimed_task_is_not_taken_twice(db):
    enqueue(note, "a")

    assert claim(worker="w1", at=NOW) is not None
    assert claim(worker="w2", at=NOW) is None


def test_task_of_a_killed_worker_is_taken_over_after_its_lease(db):
    enqueue(note, "a")
    claim(worker="dead", at=NOW)

    assert claim(worker="w2", at=NOW + LEASE) is None
    row = claim(worker="w2", at=NOW + LEASE + timedelta(seconds=1))

    assert (row.worker, row.tries) == ("w2", 2)
    assert run(row)


def test_dead_worker_that_wakes_up_cannot_finish_what_was_taken_over(db):
    enqueue(note, "a")
    old = claim(worker="slow", at=NOW)
    new = claim(worker="w2", at=NOW + LEASE + timedelta(seconds=1))
    run(new)

    run(old)

    assert QueuedTask.objects.get().worker == "w2"


def test_task_that_kills_its_workers_is_given_up(db):
    enqueue(note, "a")
    at = NOW
    for _ in range(MOST_TRIES + 1):
        row = claim(worker="w", at=at)
        at += LEASE + timedelta(seconds=1)

    assert not run(row)
    assert (QueuedTask.objects.get().state, DONE) == ("failed", [])


def test_mistake_in_a_task_is_kept_and_does_not_stop_the_worker(db):
    enqueue(break_down)

    assert not run(claim(worker="w", at=NOW))

    row = QueuedTask.objects.get()
    assert row.state == "failed"
    assert "ValueError: broken" in row.error


def test_jobs_of_all_apps_are_found_with_codes_of_their_own(db):
    codes = [job.code for job in jobs()]

    assert "content.publish" in codes
    assert len(codes) == len(set(codes))


def test_schedule_runs_once_for_two_workers_and_again_when_due(db, monkeypatch):
    ran = []
    monkeypatch.setattr(
        schedules, "jobs", lambda: [Job("test.job", timedelta(hours=1), lambda at: ran.append(at))]
    )

    for at in (NOW, NOW, NOW + timedelta(minutes=59), NOW + timedelta(minutes=60)):
        run_due(at=at)

    assert ran == [NOW, NOW + timedelta(hours=1)]


def test_mistake_in_one_job_does_not_stop_the_next(db, monkeypatch):
    ran = []

    def fail(at):
        raise ValueError

    monkeypatch.setattr(
        schedules,
        "jobs",
        lambda: [Job("a", timedelta(hours=1), fail), Job("b", timedelta(hours=1), lambda at: ran.append(at))],
    )

    assert run_due(at=NOW) == ["b"]
    assert Schedule.objects.get(code="a").next_run_at == NOW + timedelta(hours=1)


def test_worker_once_does_all_that_is_due(db):
    note.enqueue("a")
    note.enqueue("b")

    call_command("worker", "--once")

    assert sorted(DONE) == ["a", "b"]


def test_scheduled_page_is_published_by_the_worker(db):
    home, _english = make_site()
    page = standard_page(home, "Скоро", slug="soon")
    page.unpublish()
    soon = timezone.now() + timedelta(hours=1)
    page.go_live_at = soon
    page.save_revision().publish()
    page.refresh_from_db()
    before = page.live

    with time_machine.travel(soon + timedelta(minutes=1)):
        call_command("worker", "--once")

    page.refresh_from_db()
    assert (before, page.live) == (False, True)


def test_indexing_of_what_is_gone_by_now_is_done(db):
    QueuedTask.objects.create(
        path="wagtail.tasks.update_reference_index_task",
        args=["home", "homepage", "4000000"],
        run_after=NOW,
        enqueued_at=NOW,
    )

    assert run(claim(worker="w1", at=NOW))

    assert (QueuedTask.objects.get().state, QueuedTask.objects.get().error) == ("done", "")
