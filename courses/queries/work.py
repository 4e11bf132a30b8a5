"""What one learner has done in one lesson: five queries, however much it is."""

from dataclasses import dataclass, field

from courses.models import LearningEvent, Plan, PlanValue, Reflection, ScratchNote

Kind = LearningEvent.Kind


@dataclass(frozen=True)
class Work:
    plan: Plan | None
    plans: list[Plan]
    lines: dict[str, PlanValue] = field(default_factory=dict)
    notes: dict[str, ScratchNote] = field(default_factory=dict)
    reflections: dict[str, Reflection] = field(default_factory=dict)
    answers: dict[str, LearningEvent] = field(default_factory=dict)
    ratings: dict[str, LearningEvent] = field(default_factory=dict)
    is_done: bool = False


def work_in(lesson, user) -> Work:
    plans = list(Plan.objects.of(user).at_work())
    plan = plans[0] if plans else None
    slots = [slot for block in lesson.exercises() for slot in block.value["slots"]]
    key = lesson.translation_key
    events = latest_events(user, lesson_key=key)
    return Work(
        plan=plan,
        plans=plans,
        lines=lines_of(plan, slots) if plan and slots else {},
        notes={str(note.block_id): note for note in ScratchNote.objects.filter(user=user, lesson_key=key)},
        reflections={
            str(text.block_id): text for text in Reflection.objects.filter(user=user, lesson_key=key)
        },
        answers=events[Kind.QUIZ_ANSWERED],
        ratings=events[Kind.RATED],
        is_done=bool(events["done"]),
    )


def lines_of(plan: Plan, slots=None) -> dict[str, PlanValue]:
    rows = plan.values.filter(side="ours")
    return {row.slot: row for row in (rows.filter(slot__in=slots) if slots is not None else rows)}


def latest_events(user, *, lesson_key) -> dict:
    """The last answer to each quiz and rating by block id, and the mark of the lesson itself."""
    found = {Kind.QUIZ_ANSWERED: {}, Kind.RATED: {}, "done": None}
    marks = (Kind.LESSON_DONE, Kind.LESSON_UNDONE)
    rows = LearningEvent.objects.filter(
        user=user, lesson_key=lesson_key, kind__in=[*marks, Kind.QUIZ_ANSWERED, Kind.RATED]
    )
    for event in rows.order_by("client_at", "pk"):
        if event.kind in marks:
            found["done"] = event if event.kind == Kind.LESSON_DONE else None
        else:
            found[event.kind][str(event.block_id)] = event
    return found


def done_lessons(user) -> set:
    """Translation keys of the lessons she marked as done and did not unmark."""
    done = set()
    rows = LearningEvent.objects.filter(user=user, kind__in=(Kind.LESSON_DONE, Kind.LESSON_UNDONE))
    for key, kind in rows.order_by("client_at", "pk").values_list("lesson_key", "kind"):
        (done.add if kind == Kind.LESSON_DONE else done.discard)(key)
    return done
