from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class OptionBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("answer"), max_length=300)
    correct = blocks.BooleanBlock(label=_("right"), required=False)
    feedback = blocks.TextBlock(label=_("what we say to it"))

    class Meta:
        label = _("Answer")


class QuizBlock(blocks.StructBlock):
    question = blocks.TextBlock(label=_("question"))
    options = blocks.ListBlock(OptionBlock(), label=_("answers"), min_num=2, max_num=8)

    def clean(self, value):
        value = super().clean(value)
        refusal = self.why_not(sum(bool(option["correct"]) for option in value["options"]))
        if refusal:
            raise ValidationError(refusal)
        return value


class QuizSingleBlock(QuizBlock):
    def why_not(self, right: int):
        return None if right == 1 else _("Mark exactly one answer as right.")

    class Meta:
        icon = "radio-full"
        label = _("Question with one right answer")
        template = "courses/blocks/quiz.html"
        description = _("A self-check; each answer has its own feedback.")
        preview_value = {
            "question": "Что из этого диалог?",
            "options": [
                {"text": "Общий вопрос", "correct": True, "feedback": "Да."},
                {"text": "Доклад", "correct": False, "feedback": "Пока нет."},
            ],
        }


class QuizMultiBlock(QuizBlock):
    def why_not(self, right: int):
        return None if right >= 2 else _("Mark at least two answers as right.")

    class Meta:
        icon = "tick-inverse"
        label = _("Question with several right answers")
        template = "courses/blocks/quiz.html"
        description = _("A self-check; each answer has its own feedback.")
        preview_value = {
            "question": "Что поможет?",
            "options": [
                {"text": "Вопрос", "correct": True, "feedback": "Да."},
                {"text": "Срок", "correct": True, "feedback": "Да."},
                {"text": "Логотип", "correct": False, "feedback": "Не сразу."},
            ],
        }
