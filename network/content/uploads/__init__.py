"""Files that people send us: judged by what is in them, cleaned of what tells about their owner, never believed.

The way in is :func:`check`: it gives a :class:`Checked` file to be kept, or
raises ``ValidationError`` with a sentence for the person. Nothing here writes.
"""

from .checking import DOCUMENTS, EVERYTHING, PICTURES, Checked, check
from .names import safe_name

__all__ = ["DOCUMENTS", "EVERYTHING", "PICTURES", "Checked", "check", "safe_name"]
