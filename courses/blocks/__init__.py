"""Blocks of lessons: text with margin notes, exercises that fill the plan, self-checks."""

from .exercises import PlanExerciseBlock, ReflectionBlock, SelfRatingBlock
from .quizzes import QuizMultiBlock, QuizSingleBlock
from .stream import COURSE_BLOCKS, LESSON_BLOCKS
from .text import LessonProseBlock, LetterPreviewBlock, StopHereBlock, TalkBlock

__all__ = [
    "COURSE_BLOCKS",
    "LESSON_BLOCKS",
    "LessonProseBlock",
    "LetterPreviewBlock",
    "PlanExerciseBlock",
    "QuizMultiBlock",
    "QuizSingleBlock",
    "ReflectionBlock",
    "SelfRatingBlock",
    "StopHereBlock",
    "TalkBlock",
]
