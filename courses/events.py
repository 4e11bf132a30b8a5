"""What a learner's browser tells us she did, and what we answer to each. Plain values, no database."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Result(StrEnum):
    KEPT = "kept"
    KNOWN = "known"  # sent before; nothing changed
    BESIDE = "beside"  # kept among the earlier texts, beside a newer or foreign one
    REFUSED = "refused"


@dataclass(frozen=True)
class Event:
    """One thing done. ``base`` is the version a form was filled from; None means a browser's own store,
    where time decides which text is newer."""

    uuid: UUID
    kind: str
    language: str
    at: datetime
    lesson_key: UUID | None = None
    block_id: UUID | None = None
    revision_id: int | None = None
    slot: str = ""
    value: object = None
    text: str = ""
    payload: dict = field(default_factory=dict)
    prompt: str = ""
    prompt_language: str = ""
    base: int | None = None
    note: str = ""

    @property
    def sha256(self) -> str:
        """Of what was said, not of when: the same words sent again are the same event."""
        said = [
            self.kind,
            str(self.lesson_key),
            str(self.block_id),
            self.slot,
            self.value,
            self.text,
            self.payload,
        ]
        return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True)
class Outcome:
    """Our answer to one event; ``sentence`` is for the learner."""

    uuid: str
    result: Result
    sentence: str = ""
    slot: str = ""
    version: int | None = None

    def as_json(self) -> dict:
        return {
            "uuid": self.uuid,
            "result": self.result,
            "sentence": str(self.sentence),
            "slot": self.slot,
            "version": self.version,
        }
