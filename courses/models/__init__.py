"""Courses as pages; what learners do with them as records."""

from .glossary import GlossaryTerm
from .learning import LearningEvent, Reflection, ScratchNote
from .lessons import LessonPage
from .pages import CoursePage, CoursesIndexPage, ModulePage
from .plans import Plan, PlanValue, PlanValueVersion

__all__ = [
    "CoursePage",
    "CoursesIndexPage",
    "GlossaryTerm",
    "LearningEvent",
    "LessonPage",
    "ModulePage",
    "Plan",
    "PlanValue",
    "PlanValueVersion",
    "Reflection",
    "ScratchNote",
]
