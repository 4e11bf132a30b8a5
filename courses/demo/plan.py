"""The plan of the sample reader: the lessons' own worked example, as far as the form of the meetings."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.utils import timezone

from courses.actions import create_plan, take_events
from courses.events import Event
from courses.slots import SLOTS, Kind
from courses.starter.loading import COURSE, FOLDER
from courses.values import clean
from network.content.starter.loading import read
from network.members.models import User

TITLE = "Первый проект: Талдысай и Арегашат (образец)"
# What stands in an example as words and in a plan as codes.
CODES = {
    "features.kind": "community",
    "alignment.initiative": "3.2",
    "alignment.targets": ["4.4", "17.8"],
    "alignment.track": "engage",
    "barriers.main": "permission",
    "participants.languages": ["ru", "ky", "hy"],
    "mandate.umbrella": ["own", "memorandum"],
    "format.form": "hybrid",
    "format.first_contact": "2027-01-25",
    "format.duration": "6",
    "format.meetings": [
        {
            "title": "Рабочая встреча", "date": "2027-04-06", "time": "16:00", "timezone": "Asia/Bishkek",
            "minutes": "90", "repeat": "weekday", "times": "3",
        },
        {
            "title": "Показываем первые проекты", "date": "2027-09-28", "time": "16:00", "timezone": "Asia/Bishkek",
            "minutes": "120", "repeat": "once", "times": "1",
        },
    ],
}  # fmt: skip
# The sample has read this far: module and lesson.
LAST = (4, 1)


def make_demo(*, user: User, say) -> None:
    say("A sample dialogue plan")
    at = timezone.now() - timedelta(days=9)
    plan = create_plan(user=user, title=TITLE, at=at)
    take_events(user=user, events=list(_events(at)), at=at, plan=plan.uuid)


def _events(at: datetime):
    examples = _examples()
    for slot in SLOTS:
        if slot.code in CODES:
            raw = CODES[slot.code]
        elif slot.code not in examples:
            continue
        elif slot.kind == Kind.ROWS:
            raw = _rows(slot.columns, examples[slot.code])
        else:
            raw = examples[slot.code]
        yield Event(
            uuid=uuid4(), kind="plan_line", slot=slot.code, value=clean(slot, raw), language="ru", at=at
        )


def _examples() -> dict[str, str]:
    """Our side's words of every example up to the last lesson, by slot."""
    found: dict[str, str] = {}
    for path in sorted((FOLDER / COURSE / "ru").glob("[1-7]-[1-4].toml")):
        module, lesson = (int(number) for number in path.stem.split("-"))
        if (module, lesson) > LAST:
            break
        for block in read(path)["body"]:
            for example in block.get("example", []):
                if example["whose"] == "ours":
                    found[example["slot"]] = example["text"]
    return found


def _rows(columns: tuple[str, ...], text: str) -> list[dict[str, str]]:
    return [dict(zip(columns, row.split(" — ", len(columns) - 1), strict=False)) for row in text.split("; ")]
