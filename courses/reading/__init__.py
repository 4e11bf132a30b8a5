"""What course pages and lists show: place in the course, neighbours, terms in the margin, exercises."""

from .lessons import lesson_context
from .pages import course_context, index_context, module_context, size_note

__all__ = ["course_context", "index_context", "lesson_context", "module_context", "size_note"]
