"""Which blocks which kind of page may hold."""

from .layout import (
    ButtonBlock,
    CardsBlock,
    ChecklistBlock,
    CompareBlock,
    ContactFormBlock,
    StepsBlock,
    TableBlock,
)
from .media import AudioBlock, DownloadBlock, FigureBlock, VideoBlock
from .text import CalloutBlock, CaseBlock, HeadingBlock, QuoteBlock, RichBlock

STORY_BLOCKS = [
    ("rich_text", RichBlock()),
    ("heading", HeadingBlock()),
    ("figure", FigureBlock()),
    ("quote", QuoteBlock()),
    ("callout", CalloutBlock()),
    ("case", CaseBlock()),
    ("compare", CompareBlock()),
    ("steps", StepsBlock()),
    ("checklist", ChecklistBlock()),
    ("table", TableBlock()),
    ("video", VideoBlock()),
    ("audio", AudioBlock()),
    ("download", DownloadBlock()),
    ("button", ButtonBlock()),
]

PAGE_BLOCKS = [
    *STORY_BLOCKS,
    ("cards", CardsBlock()),
    ("contact_form", ContactFormBlock()),
]
