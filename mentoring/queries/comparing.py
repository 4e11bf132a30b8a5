"""Two runs side by side: whose mentor differs, and what the sums say."""

from dataclasses import dataclass

from mentoring.models import Application, Run
from mentoring.queries.publishing import known_applications
from mentoring.queries.results import name_of


@dataclass(frozen=True)
class Difference:
    mentee: Application | None
    one: Application | None
    one_score: int | None
    other: Application | None
    other_score: int | None

    @property
    def kind(self) -> str:
        if self.other_score is None:
            return "lost"
        return "gained" if self.one_score is None else "moved"


@dataclass(frozen=True)
class Comparison:
    differences: list[Difference]
    same: int
    lost: int
    gained: int
    moved: int


def compare(one: Run, other: Run) -> Comparison:
    """From the one to the other. Four queries."""
    mentees = {**known_applications(one, "mentees"), **known_applications(other, "mentees")}
    mentors = {**known_applications(one, "mentors"), **known_applications(other, "mentors")}
    first = {pair["mentee"]: pair for pair in one.result["pairs"]}
    second = {pair["mentee"]: pair for pair in other.result["pairs"]}
    found, same = [], 0
    for mentee in {*first, *second}:
        a, b = first.get(mentee), second.get(mentee)
        if a and b and a["mentor"] == b["mentor"]:
            same += 1
            continue
        found.append(
            Difference(
                mentees.get(mentee),
                mentors.get(a["mentor"]) if a else None,
                a["score"] if a else None,
                mentors.get(b["mentor"]) if b else None,
                b["score"] if b else None,
            )
        )
    order = {"lost": 0, "gained": 1, "moved": 2}
    found.sort(key=lambda row: (order[row.kind], name_of(row.mentee).casefold()))
    kinds = [row.kind for row in found]
    return Comparison(found, same, kinds.count("lost"), kinds.count("gained"), kinds.count("moved"))
