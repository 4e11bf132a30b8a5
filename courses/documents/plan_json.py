"""The plan for machines: every line with its origin, labels in every language of the site."""

import json
from datetime import datetime

from django.conf import settings
from django.utils.translation import override

from courses.slots import GROUP_BY_CODE, SLOTS

FORMAT = "dialogue-plan/1"


def plan_json(plan, lines: dict, *, at: datetime) -> bytes:
    data = {
        "format": FORMAT,
        "plan": str(plan.uuid),
        "title": plan.title,
        "made_at": at.isoformat(),
        "lines": [_line(slot, lines.get(slot.code)) for slot in SLOTS],
    }
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _line(slot, kept) -> dict:
    row = {"slot": slot.code, "group": slot.group, "kind": slot.kind.value, "labels": {}, "value": None}
    for code, _name in settings.LANGUAGES:
        with override(code):
            row["labels"][code] = [str(GROUP_BY_CODE[slot.group].label), str(slot.label)]
    if kept is not None:
        row |= {
            "value": kept.value,
            "language": kept.language,
            "version": kept.version,
            "updated_at": kept.updated_at.isoformat(),
            "prompt": kept.prompt,
            "prompt_language": kept.prompt_language,
            "lesson": str(kept.lesson_key) if kept.lesson_key else None,
            "block": str(kept.block_id) if kept.block_id else None,
            "revision": kept.revision_id,
        }
    return row
