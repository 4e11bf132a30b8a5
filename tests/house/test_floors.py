"""The house stands on its floors: foreign keys point down, as imports do (import-linter holds those)."""

import pytest
from django.apps import apps

FLOORS = {
    "content": 0,
    "members": 1,
    "recognition": 2,
    "partners": 3,
    "awards": 4,
    "dialogues": 4,
    "courses": 4,
    "mentoring": 4,
    "home": 5,
}
# Wagtail's own abstract models bring these.
WAGTAILS_OWN = {("content.SiteImage", "uploaded_by_user"), ("content.SiteDocument", "uploaded_by_user")}


def relations():
    for model in apps.get_models():
        label = model._meta.app_label
        if label not in FLOORS:
            continue
        for field in model._meta.get_fields():
            is_ours = field.model._meta.app_label in FLOORS
            if is_ours and field.concrete and (field.many_to_one or field.one_to_one or field.many_to_many):
                target = field.related_model
                if target is not None and target._meta.app_label in FLOORS:
                    yield model._meta.label, field.name, label, target._meta.app_label


@pytest.mark.parametrize(("model", "field", "own", "target"), sorted(set(relations())))
def test_foreign_key_points_down(model, field, own, target):
    if (model, field) in WAGTAILS_OWN:
        return
    is_stranger = own != target and FLOORS[own] == FLOORS[target]

    assert FLOORS[target] <= FLOORS[own]
    assert not is_stranger


def test_every_app_of_ours_has_a_floor():
    ours = {
        config.label
        for config in apps.get_app_configs()
        if config.name.split(".")[0] in {"network", "mentoring", "courses", "home"}
    }

    assert ours <= set(FLOORS)


def test_no_module_has_a_name_that_says_nothing():
    from pathlib import Path

    from django.conf import settings

    nothing = {"utils", "helpers", "common", "core", "misc", "services", "managers"}
    found = [
        str(path.relative_to(settings.BASE_DIR))
        for folder in ("network", "mentoring", "courses", "home")
        for path in Path(settings.BASE_DIR, folder).rglob("*.py")
        if path.stem in nothing or path.parent.name in nothing
    ]

    assert found == []
