"""Every block of the vocabulary: what it refuses, and that it can be seen before it is used."""

import pytest
from django.core.exceptions import ValidationError

from network.content.blocks import PAGE_BLOCKS, FigureBlock, TableBlock, VideoBlock
from network.content.blocks.layout import LinkBlock
from tests.factories.content import image

NAMES = [name for name, _block in PAGE_BLOCKS]


@pytest.mark.parametrize("name", NAMES)
def test_block_can_be_seen_before_it_is_used(admin_client, homes, name):
    from home.models import StandardPage

    block = StandardPage._meta.get_field("body").stream_block.child_blocks[name]

    answer = admin_client.get("/admin/block-preview/", {"id": block.definition_prefix})

    assert answer.status_code == 200
    assert str(block.meta.description)


def clean(block, value):
    return block.clean(block.to_python(value))


def test_picture_without_alternative_text_is_refused(db):
    picture = image()

    with pytest.raises(ValidationError):
        clean(FigureBlock(), {"image": picture.pk, "alt_text": ""})
    assert clean(FigureBlock(), {"image": picture.pk, "alt_text": "Зал"})["alt_text"] == "Зал"


def test_video_without_transcript_is_refused(db):
    with pytest.raises(ValidationError):
        clean(VideoBlock(), {"title": "Запись", "url": "https://example.org/v", "transcript": ""})


def test_video_needs_a_file_or_an_address_and_not_both(db):
    with pytest.raises(ValidationError):
        clean(VideoBlock(), {"title": "Запись", "transcript": "<p>Слова</p>"})


def test_table_row_of_another_width_is_refused():
    raw = {"caption": "Сроки", "header": ["Шаг", "Когда"], "rows": [{"cells": ["Письмо"]}]}

    with pytest.raises(ValidationError):
        clean(TableBlock(), raw)


def test_link_is_a_page_or_an_address(homes):
    with pytest.raises(ValidationError):
        clean(LinkBlock(), {"page": homes[0].pk, "url": "https://example.org/"})


def test_codes_are_never_sent_to_translators():
    """A code kept in a text block would be offered for translation and come back changed."""
    from courses.models import LessonPage

    found = []

    def walk(block, path):
        for name, child in getattr(block, "child_blocks", {}).items():
            walk(child, f"{path}.{name}")
        if hasattr(block, "child_block"):
            walk(block.child_block, path)
        leaf = path.rpartition(".")[2]
        if leaf in {
            "kind",
            "level",
            "slots",
            "slot",
            "tags",
            "initiative",
            "sdg",
            "terms",
            "whose",
            "moment",
        }:
            found.append((path, block))

    walk(LessonPage._meta.get_field("body").stream_block, "body")

    assert len(found) > 8
    assert [path for path, block in found if type(block).__name__ in {"CharBlock", "TextBlock"}] == []
