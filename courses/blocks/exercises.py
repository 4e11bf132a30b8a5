from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.blocks.choices import CodeBlock, initiative_choices, slot_choices, tag_choices, target_choices


class ExampleBlock(blocks.StructBlock):
    """What the invented pair wrote, one slot a row."""

    slot = CodeBlock(label=_("line of the plan"), choices=slot_choices)
    whose = blocks.ChoiceBlock(
        label=_("whose"), choices=[("ours", _("our side")), ("theirs", _("their side"))], default="ours"
    )
    text = blocks.TextBlock(label=_("text"))

    class Meta:
        label = _("Example")


class PlanExerciseBlock(blocks.StructBlock):
    """Ten minutes that fill named slots of the reader's plan."""

    minutes = blocks.IntegerBlock(label=_("minutes"), default=10, min_value=1, max_value=60)
    title = blocks.CharBlock(label=_("title"), max_length=120)
    why = blocks.RichTextBlock(label=_("why"), features=["bold", "italic"])
    steps = blocks.ListBlock(blocks.CharBlock(label=_("step"), max_length=500), label=_("steps"))
    prompt = blocks.TextBlock(label=_("the question to write about"))
    starter = blocks.CharBlock(label=_("a beginning she may go on from"), required=False, max_length=300)
    slots = blocks.ListBlock(
        CodeBlock(label=_("line of the plan"), choices=slot_choices),
        label=_("lines of the plan it fills"),
        min_num=1,
        max_num=6,
    )
    tags = blocks.ListBlock(CodeBlock(label=_("tag"), choices=tag_choices), label=_("tags"), default=[])
    initiative = CodeBlock(label=_("initiative of the strategy"), choices=initiative_choices)
    sdg = blocks.ListBlock(
        CodeBlock(label=_("target"), choices=target_choices), label=_("SDG targets"), max_num=3, default=[]
    )
    example = blocks.ListBlock(ExampleBlock(), label=_("worked example"))

    class Meta:
        icon = "edit"
        label = _("Exercise for the plan")
        template = "courses/blocks/plan_exercise.html"
        description = _("A ten-minute exercise; what the reader writes goes into her plan.")
        preview_value = {
            "minutes": 10,
            "title": "Двадцать слов",
            "why": "<p>Коротко значит ясно.</p>",
            "steps": ["Запишите", "Сократите"],
            "prompt": "Что мешает вашей библиотеке?",
            "starter": "",
            "slots": ["challenge.words"],
            "tags": [],
            "initiative": "3.2",
            "sdg": [],
            "example": [
                {"slot": "challenge.words", "whose": "ours", "text": "Подростки приходят за интернетом."}
            ],
        }


class ReflectionBlock(blocks.StructBlock):
    prompt = blocks.TextBlock(label=_("what to think about"))

    class Meta:
        icon = "view"
        label = _("Reflection")
        template = "courses/blocks/reflection.html"
        preview_value = {"prompt": "Чего вы ждёте?"}
        description = _("A private note; nobody but the reader sees it.")


class SelfRatingBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"))
    moment = blocks.ChoiceBlock(
        label=_("moment"), choices=[("before", _("before the course")), ("after", _("after the course"))]
    )
    statements = blocks.ListBlock(
        blocks.CharBlock(label=_("statement"), max_length=200), label=_("statements")
    )

    class Meta:
        icon = "list-ol"
        label = _("Self-evaluation")
        template = "courses/blocks/self_rating.html"
        preview_value = {"title": "Что я умею", "moment": "before", "statements": ["Я умею задавать вопросы"]}
        description = _("The reader rates her own skills before and after.")
