"""Which data files were loaded, and whether an editor has touched what came of them."""

import hashlib
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from network.content.models import StarterItem


def read(path: Path) -> dict:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name}: {error}") from error


def fingerprint(*tables: dict) -> str:
    return hashlib.sha256(repr(tables).encode()).hexdigest()


@dataclass
class Report:
    """What a loading did, told to the operator at its end."""

    made: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)


def is_same(key: str, sha256: str) -> bool:
    """Whether this very content was loaded before."""
    return StarterItem.objects.filter(key=key, sha256=sha256).exists()


def is_touched(key: str, instances) -> bool:
    """Whether somebody has saved any language version since it was loaded."""
    item = StarterItem.objects.filter(key=key).first()
    return item is not None and item.state != state_of(instances)


def remember(key: str, sha256: str, instances) -> None:
    StarterItem.objects.update_or_create(key=key, defaults={"sha256": sha256, "state": state_of(instances)})


def state_of(instances) -> str:
    """Latest revisions of a page's versions, or a snippet's fields, as one comparable line."""
    parts = []
    for instance in instances:
        if hasattr(instance, "latest_revision_id"):
            parts.append(f"{instance.pk}:{instance.latest_revision_id}")
        else:
            values = [
                str(getattr(instance, column.attname))
                for column in instance._meta.concrete_fields
                if column.name not in {"id", "locale", "translation_key"}
            ]
            parts.append(hashlib.sha256("\x1f".join(values).encode()).hexdigest()[:16])
    return "|".join(parts)
