"""What courses know of a person: handed to her whole, and gone when she goes."""

from django.utils.translation import gettext_lazy

from courses.models import LearningEvent, Plan, Reflection, ScratchNote
from network.members.registries import PersonalData, register_personal_data

COVERS = ("courses.LearningEvent", "courses.Plan", "courses.Reflection", "courses.ScratchNote")
LINE = ("slot", "side", "value", "language", "version", "prompt", "prompt_language", "lesson_key", "block_id")


def export(user) -> list[dict]:
    plans = Plan.objects.of(user).prefetch_related("values", "versions")
    return [
        *(_plan(plan) for plan in plans),
        *_texts("reflection", Reflection.objects.filter(user=user)),
        *_texts("rough_notes", ScratchNote.objects.filter(user=user)),
        *(
            {
                "done": event.kind,
                "lesson": str(event.lesson_key or ""),
                "block": str(event.block_id or ""),
                "answer": event.payload,
                "language": event.language,
                "at": event.client_at,
            }
            for event in LearningEvent.objects.filter(user=user).order_by("client_at", "pk")
        ),
    ]


def _plan(plan: Plan) -> dict:
    return {
        "plan": plan.title,
        "begun": plan.created_at,
        "put_away": plan.archived_at,
        "lines": [_line(row) | {"written": row.updated_at} for row in plan.values.all()],
        "earlier_texts": [
            _line(row) | {"written": row.written_at, "kept_beside": row.is_beside}
            for row in plan.versions.all()
        ],
    }


def _line(row) -> dict:
    found = {name: getattr(row, name) for name in LINE}
    return found | {"lesson_key": str(row.lesson_key or ""), "block_id": str(row.block_id or "")}


def _texts(kind: str, rows):
    for row in rows:
        yield {
            kind: row.text,
            "question": row.prompt,
            "language": row.language,
            "lesson": str(row.lesson_key),
            "block": str(row.block_id),
            "written": row.updated_at,
        }


def erase(user, *, at):
    Plan.objects.filter(owner=user).delete()
    for model in (LearningEvent, Reflection, ScratchNote):
        model.objects.filter(user=user).delete()


def register() -> None:
    register_personal_data(
        PersonalData("courses", gettext_lazy("Courses and dialogue plans"), COVERS, export, erase, 40)
    )
