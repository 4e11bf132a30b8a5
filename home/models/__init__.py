from .front import HomePage, Way
from .standard import StandardPage
from .stories import StoryIndexPage, StoryPage, StoryTag

__all__ = ["HomePage", "StandardPage", "StoryIndexPage", "StoryPage", "StoryTag", "Way"]
