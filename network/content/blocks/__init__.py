"""The vocabulary of StreamField blocks, shared by pages, stories and lessons."""

from .layout import ButtonBlock, CardsBlock, ChecklistBlock, CompareBlock, StepsBlock, TableBlock
from .media import AudioBlock, DownloadBlock, FigureBlock, VideoBlock
from .stream import PAGE_BLOCKS, STORY_BLOCKS
from .text import CalloutBlock, CaseBlock, HeadingBlock, ProseBlock, QuoteBlock, RichBlock, SourceBlock

__all__ = [
    "PAGE_BLOCKS",
    "STORY_BLOCKS",
    "AudioBlock",
    "ButtonBlock",
    "CalloutBlock",
    "CardsBlock",
    "CaseBlock",
    "ChecklistBlock",
    "CompareBlock",
    "DownloadBlock",
    "FigureBlock",
    "HeadingBlock",
    "ProseBlock",
    "QuoteBlock",
    "RichBlock",
    "SourceBlock",
    "StepsBlock",
    "TableBlock",
    "VideoBlock",
]
