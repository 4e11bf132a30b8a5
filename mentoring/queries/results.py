"""A run as the coordinator reads it: every pair with its reasons, everybody left over with the rules."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mentoring.matching import WEIGHTS
from mentoring.models import Application, Ruling, Run
from mentoring.queries.publishing import known_applications
from mentoring.sharing import Sharing
from mentoring.vocabularies import topic_label
from network.members.vocabularies import SPOKEN_LANGUAGES

PARTS = {
    "topics": gettext_lazy("topics"),
    "prefers": gettext_lazy("named by her"),
    "library_type": gettext_lazy("type of library"),
    "overlap": gettext_lazy("common hours"),
    "language": gettext_lazy("first language"),
}
RULES = {
    "self": gettext_lazy("the same person"),
    "forbid": gettext_lazy("kept apart by hand or by an earlier offer"),
    "avoid": gettext_lazy("one asked not to be paired with the other"),
    "institution": gettext_lazy("the same institution"),
    "language": gettext_lazy("no language in common"),
    "topic": gettext_lazy("none of the wished topics"),
    "overlap": gettext_lazy("under two hours a week in common"),
    "capacity": gettext_lazy("no free place"),
    "floor": gettext_lazy("score below the floor"),
    "taken": gettext_lazy("possible, but given to others"),
    "country_cap": gettext_lazy("the share of one country is used up"),
}


@dataclass(frozen=True)
class Part:
    label: object
    value: int
    most: int
    at: int  # where its piece of the bar begins


@dataclass(frozen=True)
class Row:
    mentee: Application | None
    mentor: Application | None
    score: int
    parts: list[Part]
    why: list[str]
    missing: list[str]
    ruling: Ruling | None
    was: Application | None  # her mentor in the run this one was based on, when it was another


@dataclass(frozen=True)
class Left:
    """A mentee without a mentor: which rules took how many mentors from her."""

    mentee: Application | None
    rules: list[tuple[object, int]]
    lost: int  # mentors who were possible and went to others


class Result:
    """A computed run with the people in it. A fixed number of queries."""

    def __init__(self, run: Run):
        self.run = run
        self.mentees = known_applications(run, "mentees")
        self.mentors = known_applications(run, "mentors")
        self.sharing = Sharing(run.input)
        self.weights = {**WEIGHTS, **run.policy.get("weights", {})}
        self.rulings = {
            (one.mentee_id, one.mentor_id): one for one in Ruling.objects.filter(round_id=run.round_id)
        }
        before = run.based_on.result if run.based_on_id and run.based_on.result else {"pairs": []}
        self._before = {pair["mentee"]: pair["mentor"] for pair in before["pairs"]}

    def rows(self) -> list[Row]:
        return [self._row(pair) for pair in self.run.result["pairs"]]

    def _row(self, pair: dict) -> Row:
        mentee, mentor = self.mentees.get(pair["mentee"]), self.mentors.get(pair["mentor"])
        shared = self.sharing.of(pair["mentee"], pair["mentor"])
        was = self._before.get(pair["mentee"])
        return Row(
            mentee,
            mentor,
            pair["score"],
            parts_of(pair["parts"], self.weights),
            shared_words(shared),
            [str(topic_label(code)) for code in shared["missing"]],
            self.rulings.get((mentee.pk, mentor.pk)) if mentee and mentor else None,
            self.mentors.get(was) if was and was != pair["mentor"] else None,
        )

    def left(self) -> list[Left]:
        found = [self._left(one) for one in self.run.result["unmatched"]]
        return sorted(found, key=lambda one: (-one.lost, str(one.mentee)))

    def _left(self, one: dict) -> Left:
        rules = sorted(one["rules"].items(), key=lambda rule: -rule[1])
        return Left(
            self.mentees.get(one["mentee"]),
            [(RULES.get(rule, rule), count) for rule, count in rules],
            one["rules"].get("taken", 0),
        )

    def refused_locks(self) -> list[tuple]:
        return [
            (
                self.mentees.get(one["mentee"]),
                self.mentors.get(one["mentor"]),
                RULES.get(one["rule"], one["rule"]),
            )
            for one in self.run.result["refused_locks"]
        ]


def parts_of(parts: dict[str, int], weights: dict[str, int]) -> list[Part]:
    found, at = [], 0
    for name, label in PARTS.items():
        value = parts.get(name, 0)
        found.append(Part(label, value, weights.get(name, 0), at))
        at += value
    return found


def shared_words(shared: dict) -> list[str]:
    """Shared topics, languages and hours, in words."""
    languages = dict(SPOKEN_LANGUAGES)
    words = []
    if shared.get("topics"):
        words.append(", ".join(str(topic_label(code)) for code in shared["topics"]))
    if shared.get("languages"):
        words.append(", ".join(str(languages.get(code, code)) for code in shared["languages"]))
    if shared.get("minutes") is None:
        words.append(_("hours not known"))
    else:
        hours = shared["minutes"] // 60
        words.append(ngettext("%(hours)d hour a week", "%(hours)d hours a week", hours) % {"hours": hours})
    if shared.get("wish"):
        words.append(_("named by her, choice %(place)d") % {"place": shared["wish"]})
    return words


SORTS = {
    "mentee": lambda row: (_name(row.mentee), -row.score),
    "mentor": lambda row: (_name(row.mentor), -row.score),
    "score": lambda row: (-row.score, _name(row.mentee)),
    "weakest": lambda row: (row.score, _name(row.mentee)),
}
SHOWN = {
    "all": lambda row: True,
    "locked": lambda row: row.ruling is not None and row.ruling.kind == Ruling.Kind.LOCK,
    "changed": lambda row: row.was is not None,
}


def _name(application: Application | None) -> str:
    return name_of(application).casefold()


def name_of(application: Application | None) -> str:
    profile = application.profile if application else None
    return profile.name if profile else _("(erased)")
