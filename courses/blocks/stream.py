from courses.blocks.exercises import PlanExerciseBlock, ReflectionBlock, SelfRatingBlock
from courses.blocks.quizzes import QuizMultiBlock, QuizSingleBlock
from courses.blocks.text import LessonProseBlock, LetterPreviewBlock, StopHereBlock, TalkBlock
from network.content.blocks import (
    AudioBlock,
    CalloutBlock,
    CaseBlock,
    ChecklistBlock,
    CompareBlock,
    DownloadBlock,
    FigureBlock,
    QuoteBlock,
    StepsBlock,
    TableBlock,
    VideoBlock,
)

READING = [
    ("prose", LessonProseBlock()),
    ("callout", CalloutBlock()),
    ("case", CaseBlock()),
    ("compare", CompareBlock()),
    ("steps", StepsBlock()),
    ("checklist", ChecklistBlock()),
    ("table", TableBlock()),
    ("quote", QuoteBlock()),
    ("figure", FigureBlock()),
    ("video", VideoBlock()),
    ("audio", AudioBlock()),
    ("download", DownloadBlock()),
    ("stop_here", StopHereBlock()),
]

COURSE_BLOCKS = READING

LESSON_BLOCKS = [
    *READING,
    ("plan_exercise", PlanExerciseBlock()),
    ("reflection", ReflectionBlock()),
    ("quiz_single", QuizSingleBlock()),
    ("quiz_multi", QuizMultiBlock()),
    ("self_rating", SelfRatingBlock()),
    ("talk_about_it", TalkBlock()),
    ("letter_preview", LetterPreviewBlock()),
]
