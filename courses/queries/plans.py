"""Plans as their owner sees them."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from courses.documents.outline import Section, outline
from courses.models import Plan, PlanValue
from courses.progress import filled_groups
from courses.queries.lessons import LessonFacts, lesson_by_slot
from courses.queries.work import lines_of
from courses.readiness import Checked, check
from courses.slots import GROUPS


@dataclass(frozen=True)
class PlanRow:
    plan: Plan
    filled: int
    total: int = len(GROUPS)

    @property
    def share(self) -> float:
        return self.filled / self.total


def plans_of(user) -> list[PlanRow]:
    """Two queries, however many plans."""
    plans = list(Plan.objects.of(user).with_progress())
    values: dict[int, dict] = {plan.pk: {} for plan in plans}
    for plan_id, slot, value in PlanValue.objects.filter(plan__in=plans, side="ours").values_list(
        "plan_id", "slot", "value"
    ):
        values[plan_id][slot] = value
    return [PlanRow(plan, len(filled_groups(values[plan.pk]))) for plan in plans]


@dataclass(frozen=True)
class PlanView:
    plan: Plan
    sections: list[Section]
    filled: list[int]
    checks: list[tuple[Checked, LessonFacts | None]]
    lessons: dict[str, LessonFacts]
    beside: frozenset[str]

    @property
    def met(self) -> int:
        return sum(checked.is_met for checked, _lesson in self.checks)

    @property
    def is_empty(self) -> bool:
        return all(line.is_empty for section in self.sections for line in section.lines)


def view_of(plan: Plan, *, today: date) -> PlanView:
    """Three queries at most: lines, texts kept beside them, lessons."""
    lines = lines_of(plan)
    lessons = lesson_by_slot(get_language())
    sections = outline(lines)
    checks = check({slot: line.value for slot, line in lines.items()}, today=today)
    return PlanView(
        plan=plan,
        sections=sections,
        filled=[number for number, section in enumerate(sections, start=1) if section.state == "filled"],
        checks=[(checked, lessons.get(checked.check.slot)) for checked in checks],
        lessons=lessons,
        beside=frozenset(unresolved(plan, lines)),
    )


def unresolved(plan: Plan, lines: dict[str, PlanValue]) -> list[str]:
    """Slots beside whose current text another one waits, written at the same time on another device."""
    rows = plan.versions.filter(is_beside=True, side="ours").values_list("slot", "version", "value")
    return [
        slot
        for slot, version, value in rows
        if slot in lines and lines[slot].version == version and lines[slot].value != value
    ]
