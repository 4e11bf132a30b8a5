"""What matching promises of speed, measured on made-up people: ``manage.py bench match``."""

import random
import resource
import time

from mentoring.matching import alternatives, solve

LANGUAGES = ("hy", "az", "be", "ka", "kk", "ky", "tg", "uk", "uz")
TOPICS = tuple(f"topic-{number}" for number in range(24))
LIBRARY_TYPES = ("public", "school", "academic", "national", "children", "special")


def match(stdout):
    """Print each promise beside what was measured. Takes about a minute."""
    draw = random.Random(2026)
    # The first solve loads scipy, which is not what is measured.
    solve(made_up_round(draw, 2))

    seconds, result = _timed(solve, _everybody_eligible(made_up_round(draw, 1_000)))
    stdout.write(
        f"1,000 x 1,000, all eligible: {seconds:.2f} s, {result['matched']:,} matched (promised: < 2 s)"
    )

    seconds, result = _timed(solve, made_up_scores(draw, 10_000, 30))
    stdout.write(
        f"10,000 x 10,000, 30 scores a mentee: {seconds:.2f} s, {result['matched']:,} matched, "
        f"peak of this process {_peak_mebibytes():,.0f} MiB (promised: <= 10 s, <= 1,024 MiB)"
    )

    problem = made_up_round(draw, 200)
    problem["mentees"][0]["topics"] = []
    seconds, found = _timed(alternatives, problem, problem["mentees"][0]["id"])
    stdout.write(
        f"200 x 200: all {len(found)} alternatives of one mentee: {seconds:.3f} s (promised: < 0.2 s)"
    )

    moved = [_moves_after_withdrawal(problem, mentor) for mentor in problem["mentors"][::10]]
    stdout.write(
        "200 x 200, keep_bonus 5: one mentor withdraws; other pairs that move: "
        f"{sum(moved) / len(moved):.1f} on average, {max(moved)} at most, over {len(moved)} mentors"
    )


def made_up_round(draw: random.Random, people: int) -> dict:
    """As many mentees as mentors, 1 to 3 places each, in a world somewhat like the network's."""

    def person(letter, number):
        return {
            "id": f"{letter}{number:05}",
            "country": draw.choice(LANGUAGES),
            "institution": f"library-{draw.randrange(people)}",
            "languages": ["ru", draw.choice(LANGUAGES)],
            "topics": draw.sample(TOPICS, 8 if letter == "m" else 3),
            "free": [[day * 1440 + 480, day * 1440 + 1020] for day in sorted(draw.sample(range(7), 3))],
        }

    mentors = [
        person("m", number)
        | {"capacity": draw.choice([1, 1, 1, 2, 2, 3]), "library_types": draw.sample(LIBRARY_TYPES, 2)}
        for number in range(people)
    ]
    mentees = [
        person("e", number)
        | {
            "library_type": draw.choice(LIBRARY_TYPES),
            "prefers": [mentor["id"] for mentor in draw.sample(mentors, min(3, people))],
        }
        for number in range(people)
    ]
    return {"mentors": mentors, "mentees": mentees}


def made_up_scores(draw: random.Random, people: int, scores: int) -> dict:
    mentors = [f"m{number:05}" for number in range(people)]
    mentees = [f"e{number:05}" for number in range(people)]
    return {
        "mentors": [{"id": mentor, "capacity": draw.choice([1, 1, 1, 2, 2, 3])} for mentor in mentors],
        "mentees": [{"id": mentee} for mentee in mentees],
        "scores": {
            mentee: {mentor: draw.randint(1, 100) for mentor in draw.sample(mentors, scores)}
            for mentee in mentees
        },
    }


def _everybody_eligible(problem: dict) -> dict:
    for mentee in problem["mentees"]:
        mentee["institution"] = ""
    for mentor in problem["mentors"]:
        mentor |= {"topics": TOPICS, "free": []}
    return problem


def _moves_after_withdrawal(problem: dict, mentor: dict) -> int:
    """How many mentees of other mentors change theirs when one is gone and the others' pairs are worth keeping."""
    before = {pair["mentee"]: pair["mentor"] for pair in solve(problem)["pairs"]}
    keep = [[mentee, held] for mentee, held in before.items() if held != mentor["id"]]
    forbid = [[mentee["id"], mentor["id"]] for mentee in problem["mentees"]]
    after = {
        pair["mentee"]: pair["mentor"]
        for pair in solve(problem | {"policy": {"keep": keep, "keep_bonus": 5, "forbid": forbid}})["pairs"]
    }
    return sum(after.get(mentee) != held for mentee, held in keep)


def _timed(call, *arguments):
    # Processor time: what the promise is about, and what a busy machine does not change.
    start = time.process_time()
    answer = call(*arguments)
    return time.process_time() - start, answer


def _peak_mebibytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


BENCHMARKS = {"match": match}
