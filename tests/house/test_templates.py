"""The promises of the templates: nothing a strict content policy refuses, components that say what they take."""

import re
from pathlib import Path

import pytest
from django.conf import settings

TEMPLATES = Path(settings.BASE_DIR) / "templates"
PAGES = sorted(
    template for template in TEMPLATES.rglob("*.html") if "mail" not in template.relative_to(TEMPLATES).parts
)  # letters are not pages: mail programs read nothing but inline styles
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
BLOCKS = sorted((TEMPLATES / "blocks").glob("*.html"))


def name(template):
    return str(template.relative_to(TEMPLATES))


@pytest.mark.parametrize("template", PAGES, ids=name)
def test_no_inline_style_or_script(template):
    text = re.sub(r"\{%.*?%\}", "", template.read_text(), flags=re.DOTALL)

    found = re.findall(r"<style\b|\sstyle=|\son[a-z]+=\"|<script(?![^>]*\bsrc=)[^>]*>|javascript:", text)

    assert [f for f in found if "application/ld+json" not in f] == []


@pytest.mark.parametrize("template", PAGES, ids=name)
def test_nothing_is_loaded_from_elsewhere(template):
    assert (
        re.findall(
            r"<(?:script|link|img|iframe|source|video|audio)[^>]*(?:src|href)=\"(?:https?:)?//",
            template.read_text(),
        )
        == []
    )


@pytest.mark.parametrize("part", [*COMPONENTS, *BLOCKS], ids=name)
def test_a_component_begins_by_saying_what_it_takes(part):
    assert re.match(r"(\{% extends [^%]*%\}\n)?\{% comment %\}.*\bTakes\b", part.read_text(), re.DOTALL)


@pytest.mark.parametrize("template", PAGES, ids=name)
def test_components_are_given_only_what_they_take(template):
    includes = re.findall(r"\{% include \"(?:components|blocks)/[^%]*%\}", template.read_text())

    assert [include for include in includes if not include.endswith("only %}")] == []
