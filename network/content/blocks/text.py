from django.utils.translation import gettext_lazy as _
from wagtail import blocks

RICH_TEXT = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]
PLAIN_RICH_TEXT = ["bold", "italic", "ol", "ul", "link"]


class RichBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        kwargs.setdefault("features", RICH_TEXT)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/rich_text.html"
        preview_value = "<h2>Два голоса</h2><p>Разговор двух библиотек начинается с общего вопроса.</p>"
        description = _("Running text with headings, lists and links.")


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("text"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("level"), choices=[("h2", _("Heading")), ("h3", _("Subheading"))], default="h2"
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"
        preview_value = {"text": "Повод и партнёр", "level": "h2"}
        description = _("A heading between two blocks.")


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("quotation"))
    name = blocks.CharBlock(label=_("who said it"), required=False)
    source = blocks.CharBlock(label=_("where and when"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"
        preview_value = {"text": "Мы написали первыми.", "name": "Айпери", "source": "образец"}
        description = _("Words of one person, with her consent.")


class CalloutBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(
        label=_("kind"),
        choices=[
            ("note", _("Note")),
            ("tip", _("Tip")),
            ("warning", _("Careful")),
            ("sources_differ", _("Sources differ")),
        ],
        default="note",
    )
    title = blocks.CharBlock(label=_("title"), required=False)
    text = blocks.RichTextBlock(label=_("text"), features=PLAIN_RICH_TEXT)

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        template = "blocks/callout.html"
        preview_value = {"kind": "tip", "title": "Совет", "text": "<p>Пишите коротко.</p>"}
        description = _("A note beside the text, or a place where sources differ.")


class CaseBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"))
    text = blocks.RichTextBlock(label=_("text"), features=PLAIN_RICH_TEXT)
    source = blocks.CharBlock(label=_("source"), help_text=_("Where these facts come from."))
    url = blocks.URLBlock(label=_("address of the source"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Case")
        template = "blocks/case.html"
        preview_value = {"title": "Петербург, 2008", "text": "<p>Одиннадцать стран.</p>", "source": "Отчёт"}
        description = _("A story that happened, with its source.")


class SourceBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("source"), max_length=300)
    url = blocks.URLBlock(label=_("address"), required=False)

    class Meta:
        icon = "link"
        label = _("Source")


class ProseBlock(blocks.StructBlock):
    """Running text with terms explained in the margin beside it."""

    text = blocks.RichTextBlock(label=_("text"), features=RICH_TEXT)

    class Meta:
        icon = "pilcrow"
        label = _("Text with margin notes")
        template = "blocks/prose.html"
        preview_value = {"text": "<h2>Общий вопрос</h2><p>Диалог начинается с вопроса.</p>"}
        description = _("Running text; terms of the glossary are explained in the margin.")
