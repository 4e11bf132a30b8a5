from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courses.blocks.choices import CodeBlock, term_choices
from network.content.blocks.text import ProseBlock


class LessonProseBlock(ProseBlock):
    """Running text whose terms are explained in the margin."""

    terms = blocks.ListBlock(
        CodeBlock(choices=term_choices, label=_("term")),
        label=_("terms explained beside it"),
        default=[],
        max_num=4,
    )

    class Meta:
        template = "courses/blocks/prose.html"


class TalkBlock(blocks.StructBlock):
    prompt = blocks.TextBlock(label=_("what to talk about"))

    class Meta:
        icon = "comment"
        label = _("Talk about it")
        template = "courses/blocks/talk.html"
        preview_value = {"prompt": "Спросите коллегу, какую встречу она помнит."}
        description = _("Something to talk over with a colleague or a mentor.")


class StopHereBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("text"))

    class Meta:
        icon = "time"
        label = _("You can stop here")
        template = "courses/blocks/stop_here.html"
        preview_value = {"text": "Здесь можно остановиться: у вас есть определение."}
        description = _("A good place to stop, and what the reader has by now.")


class LetterPreviewBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"))
    text = blocks.RichTextBlock(label=_("text"), features=["bold", "italic", "ol", "ul"])

    class Meta:
        icon = "mail"
        label = _("The reader's own letter")
        template = "courses/blocks/letter_preview.html"
        preview_value = {"title": "Ваше первое письмо", "text": "<p>Письмо складывается из плана.</p>"}
        description = _("Shows the first letter to a partner, written from her plan.")
