"""The two commands, as someone at a terminal meets them."""

import json
import os
import random
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from mentoring.management.commands.match import Command
from mentoring.matching import solve
from tests.mentoring.matching_oracle import small_problem

ROOT = Path(__file__).parents[2]


@pytest.fixture
def files(tmp_path):
    return tmp_path / "problem.json", tmp_path / "result.json"


def test_match_writes_the_result_and_nothing_else(files):
    problem = small_problem(random.Random(5))
    problem["mentees"][0]["id"] = "Ануш"
    problem["policy"] = {}
    problem.pop("scores", None)
    problem["mentors"] = [{**mentor, "avoid": []} for mentor in problem["mentors"]]
    files[0].write_text(json.dumps(problem))

    out, err = StringIO(), StringIO()
    call_command("match", f"--input={files[0]}", f"--output={files[1]}", stdout=out, stderr=err)

    assert (out.getvalue(), err.getvalue()) == ("", "")
    assert json.loads(files[1].read_text()) == solve(problem)
    assert sorted(path.name for path in files[0].parent.iterdir()) == ["problem.json", "result.json"]


def test_match_of_a_bad_file_says_so_in_one_line_and_writes_nothing(files):
    files[0].write_text('{"mentors": [{"id": "m-7", "capacity": -1}]}')

    # The only test that starts a process: what the shell sees, and what a traceback would spoil.
    done = subprocess.run(
        [sys.executable, "manage.py", "match", "--input", files[0], "--output", files[1]],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "network.settings.test"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.splitlines() == ["CommandError: mentor 'm-7', capacity: -1 is less than 0"]
    assert not files[1].exists()


@pytest.mark.parametrize("text", ["", "[]", '{"mentees": [{"id": "e"}, {"id": "e"}]}', '{"mentees": {}}'])
def test_match_refuses_what_it_cannot_read(files, text):
    files[0].write_text(text)

    with pytest.raises(CommandError) as caught:
        call_command("match", input=files[0], output=files[1])

    assert caught.value.returncode == 2
    assert len(str(caught.value).splitlines()) == 1
    assert not files[1].exists()


def test_match_without_an_input_file_exits_two(files):
    with pytest.raises(CommandError) as caught:
        call_command("match", input=files[0], output=files[1])

    assert caught.value.returncode == 2
    assert str(files[0]) in str(caught.value)


def test_match_that_cannot_write_says_so(files):
    files[0].write_text("{}")

    with pytest.raises(CommandError) as caught:
        call_command("match", input=files[0], output=files[1] / "nowhere")

    assert caught.value.returncode == 1


def test_match_gives_the_identical_file_for_the_same_people_in_another_order(files):
    problem = small_problem(random.Random(11), mentees=12, mentors=8)
    written = []
    for _ in range(2):
        files[0].write_text(json.dumps(problem))
        call_command("match", input=files[0], output=files[1])
        written.append(files[1].read_bytes())
        problem = {name: problem[name] for name in reversed(problem)}
        problem["mentors"] = problem["mentors"][::-1]
        problem["mentees"] = problem["mentees"][::-1]

    assert written[0] == written[1]


def test_match_help_documents_the_contract():
    text = Command().create_parser("manage.py", "match").format_help()

    for word in (
        "everyone_first",
        "min_one_per_mentor",
        "not_scored",
        "half-open",
        "55 * (sum of r",
        "max(1, all places * cap // 100)",
        "unmatched_at_least",
        "input_sha256",
        "exit status",
    ):
        assert word in text


def test_bench_runs_what_it_is_asked_for(monkeypatch):
    monkeypatch.setattr("mentoring.benchmarks.BENCHMARKS", {"match": lambda stdout: stdout.write("measured")})
    out = StringIO()

    call_command("bench", "match", stdout=out, no_color=True)

    assert out.getvalue().splitlines() == ["match", "measured"]


def test_bench_names_what_there_is_when_asked_for_something_else():
    with pytest.raises(CommandError, match=r"no benchmark 'mach', only: .*match"):
        call_command("bench", "mach")


def test_bench_of_match_prints_each_promise(monkeypatch):
    # The same lines on a hundredth of the people: sums are not timed in tests.
    from mentoring import benchmarks

    made_up_round, made_up_scores = benchmarks.made_up_round, benchmarks.made_up_scores
    monkeypatch.setattr(
        benchmarks, "made_up_round", lambda draw, people: made_up_round(draw, min(people, 20))
    )
    monkeypatch.setattr(
        benchmarks, "made_up_scores", lambda draw, people, scores: made_up_scores(draw, 100, scores)
    )
    out = StringIO()

    benchmarks.match(out)

    lines = out.getvalue()
    assert "20 matched" in lines
    assert "100 matched, peak of this process" in lines
    assert "alternatives of one mentee" in lines
    assert "other pairs that move" in lines
