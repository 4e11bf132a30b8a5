"""The words of a page as plain text: what search reads, what minutes are counted from."""

import re

from django.utils.html import strip_tags
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichText, get_text_for_indexing

SPACES = re.compile(r"\s+")


def page_text(page) -> str:
    """Title, summary and everything searchable in the page's StreamFields and rich text."""
    parts = [page.title, getattr(page, "summary", "")]
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            parts.extend(field.get_searchable_content(getattr(page, field.name)))
        elif isinstance(field, RichTextField):
            parts.append(get_text_for_indexing(getattr(page, field.name) or ""))
    return SPACES.sub(" ", " ".join(str(part) for part in parts if part)).strip()


def block_text(block, value) -> list[str]:
    """Every string in a block's value, in reading order, without mark-up."""
    if value is None or value == "":
        return []
    if isinstance(block, StreamBlock):
        return [text for child in value for text in block_text(child.block, child.value)]
    if isinstance(block, StructBlock):
        return [
            text for name, child in block.child_blocks.items() for text in block_text(child, value.get(name))
        ]
    if isinstance(block, ListBlock):
        return [text for item in value for text in block_text(block.child_block, item)]
    if isinstance(value, RichText):
        return [get_text_for_indexing(value.source)]
    return [strip_tags(value)] if isinstance(value, str) else []
