"""The promises of the style sheets and scripts: weight, one place for colours, readable pairs in both schemes."""

import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage

from network.content.staticfiles import SHEET, SiteStaticFilesStorage

STATIC = Path(settings.BASE_DIR) / "network" / "static"
CSS = STATIC / "network" / "css"
SHEETS = sorted(CSS.glob("*.css"))
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|lab|lch|oklab|oklch|hwb)\(")


def joined():
    folder = FileSystemStorage(STATIC)
    paths = {f"network/css/{sheet.name}": (folder, f"network/css/{sheet.name}") for sheet in SHEETS}
    with SiteStaticFilesStorage._joined(None, paths).open(SHEET) as file:
        return file.read().decode()


def test_public_styles_weigh_at_most_12_kb():
    assert len(brotli.compress(joined().encode())) <= 12_000


def test_the_joined_sheet_has_every_layer_and_no_import():
    sheet = joined()

    assert "@import" not in sheet
    assert re.findall(r"@layer (\w+) \{", sheet) == [
        "tokens",
        "base",
        "layout",
        "blocks",
        "blocks",
        "blocks",
        "blocks",
        "utilities",
        "utilities",
    ]


@pytest.mark.parametrize("sheet", [s for s in SHEETS if s.name != "tokens.css"], ids=lambda s: s.name)
def test_colours_stand_only_in_the_tokens(sheet):
    assert COLOUR.findall(sheet.read_text()) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: s.name)
def test_nothing_is_important(sheet):
    assert "!important" not in sheet.read_text()


def roles(selector):
    """The colour roles that ``selector`` sets, as hex values."""
    tokens = (CSS / "tokens.css").read_text()
    palette = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6,8});", tokens))
    rule = re.search(re.escape(selector) + r" \{(.*?)\}", tokens, re.DOTALL)[1]
    return {name: palette[value] for name, value in re.findall(r"--color-([\w-]+): var\(--([\w-]+)\)", rule)}


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """WCAG 2.2, 1.4.3: from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


SCHEMES = {
    "light": ":root",
    "dark by choice": '[data-theme="dark"]',
    "dark by system": ':root:not([data-theme="light"])',
}
GROUNDS = ("page", "raised", "sunken")
INKS = ("text", "text-quiet", "action", "action-hover", "ours", "theirs", "notice", "success", "danger")
TINTS = ("ours", "theirs", "notice", "success", "danger")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_is_readable_on_every_ground(scheme):
    colour = roles(SCHEMES[scheme])

    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pairs += [(ink, f"{tint}-tint") for tint in TINTS for ink in ("text", tint)]
    pairs += [("on-action", "action"), ("on-action", "action-hover")]

    assert [pair for pair in pairs if contrast(colour[pair[0]], colour[pair[1]]) < 4.5] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_edges_of_controls_and_focus_stand_out(scheme):
    colour = roles(SCHEMES[scheme])

    pairs = [(edge, ground) for edge in ("edge", "focus") for ground in GROUNDS]

    assert [pair for pair in pairs if contrast(colour[pair[0]], colour[pair[1]]) < 3] == []


def test_both_ways_to_dark_are_the_same():
    assert roles(SCHEMES["dark by choice"]) == roles(SCHEMES["dark by system"])
