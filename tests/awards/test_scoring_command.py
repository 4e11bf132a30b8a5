import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from network.awards import benchmarks
from network.awards.management.commands.score import HELP, Command
from network.awards.scoring import as_document, read, score

from .juries import BY_HAND, document

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture
def files(tmp_path):
    return tmp_path / "reviews.json", tmp_path / "result.json"


def run(source, target):
    return call_command(Command(), input=source, output=target)


def test_score_writes_the_document(files):
    source, target = files
    given = document(BY_HAND | {"Ё": {}})
    source.write_text(json.dumps(given))

    run(source, target)

    assert json.loads(target.read_bytes()) == as_document(score(read(given)))
    assert '"entry": "Ё"' in target.read_text(encoding="utf-8")


def test_score_refuses_a_bad_file_and_writes_nothing(files):
    source, target = files
    source.write_text(json.dumps(document({"A": {"Olga": 101}})))

    with pytest.raises(CommandError) as refusal:
        run(source, target)

    assert refusal.value.returncode == 2
    assert str(refusal.value) == (
        "review of entry 'A' by juror 'Olga': scores.impact: 101 is outside the scale 0 to 100"
    )
    assert not target.exists()


def test_score_leaves_an_earlier_result_alone_when_it_refuses(files):
    source, target = files
    source.write_text("{")
    target.write_text("earlier")

    with pytest.raises(CommandError):
        run(source, target)

    assert target.read_text() == "earlier"


def test_score_says_which_file_is_missing(files):
    source, target = files

    with pytest.raises(CommandError) as refusal:
        run(source, target)

    assert refusal.value.returncode == 2
    assert str(refusal.value) == f"--input: No such file or directory: {str(source)!r}"


def test_score_says_which_file_it_cannot_write(files):
    source, target = files
    source.write_text(json.dumps(document(BY_HAND)))

    with pytest.raises(CommandError) as refusal:
        run(source, target.parent)

    assert refusal.value.returncode == 2
    assert str(refusal.value) == f"--output: Is a directory: {str(target.parent)!r}"


def test_score_help_documents_every_field_and_rule():
    text = Command().create_parser("manage.py", "score").format_help()

    assert HELP in text
    answer = as_document(score(read(document(BY_HAND))))
    names = {
        *document(BY_HAND),
        *answer,
        *answer["entries"][0],
        *answer["jurors"][0],
        "why",
        "code",
        "weight",
    }
    assert {name for name in names if f'"{name}"' not in text} == set()


def test_score_from_the_shell_refuses_in_one_line_with_exit_2(files):
    source, target = files
    source.write_text(json.dumps(document({"A": {"Olga": 1}}, min_reviews=-1)))
    command = [sys.executable, str(HOUSE / "manage.py"), "score", "--input", source, "--output", target]

    done = subprocess.run(command, capture_output=True, text=True, cwd=HOUSE, check=False)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "CommandError: file: min_reviews: -1 is less than 1\n"
    assert not target.exists()


def test_the_benchmark_says_what_it_measured(monkeypatch):
    monkeypatch.setattr(benchmarks, "SHAPES", ((10, 9), (30, 12)))
    monkeypatch.setattr(benchmarks.time, "perf_counter", iter([0.0, 1.0, 2.0, 9.5]).__next__)
    out = io.StringIO()

    kept = benchmarks.BENCHMARKS["score"](out)

    assert kept is False
    assert out.getvalue() == (
        "score: 10 entries x 9 reviews, 9 jurors: 1.00 s (promised: under 5 s)\n"
        "score: 30 entries x 9 reviews, 12 jurors: 7.50 s (promised: under 5 s)\n"
    )
