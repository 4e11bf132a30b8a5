"""What may be done, and why not: a sentence for the person, or None."""
from .rounds import round_mistakes

__all__ = ["round_mistakes"]
