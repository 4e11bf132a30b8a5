from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class LinkBlock(blocks.StructBlock):
    """A page of ours or an address elsewhere, one of the two."""

    page = blocks.PageChooserBlock(label=_("page"), required=False)
    url = blocks.URLBlock(label=_("or an address"), required=False)

    class Meta:
        icon = "link"
        label = _("Link")

    def clean(self, value):
        value = super().clean(value)
        if value.get("page") and value.get("url"):
            raise ValidationError(_("Choose a page or give an address, not both."))
        return value


class CardsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), required=False)
    items = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("title", blocks.CharBlock(label=_("title"))),
                ("text", blocks.TextBlock(label=_("text"))),
                ("link", LinkBlock(required=False)),
            ],
            label=_("Card"),
        ),
        max_num=6,
    )

    class Meta:
        icon = "grip"
        label = _("Cards")
        template = "blocks/cards.html"
        preview_value = {
            "title": "Для кого",
            "items": [{"title": "Молодым", "text": "Найти наставника.", "link": {}}],
        }
        description = _("A few things that are really alike.")


class StepsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), required=False)
    items = blocks.ListBlock(
        blocks.StructBlock(
            [("title", blocks.CharBlock(label=_("title"))), ("text", blocks.TextBlock(label=_("text")))],
            label=_("Step"),
        )
    )

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "blocks/steps.html"
        preview_value = {"title": "Порядок", "items": [{"title": "Напишите", "text": "Двадцать слов."}]}
        description = _("A numbered order of steps.")


class ChecklistBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), required=False)
    items = blocks.ListBlock(blocks.CharBlock(label=_("point")))

    class Meta:
        icon = "tasks"
        label = _("Checklist")
        template = "blocks/checklist.html"
        preview_value = {"title": "Перед встречей", "items": ["Программа", "Переводчик"]}
        description = _("Points to tick off; prints with boxes.")


class CompareBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("caption"))
    left_title = blocks.CharBlock(label=_("left side"))
    right_title = blocks.CharBlock(label=_("right side"))
    rows = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("aspect", blocks.CharBlock(label=_("what is compared"))),
                ("left", blocks.TextBlock(label=_("left"))),
                ("right", blocks.TextBlock(label=_("right"))),
            ],
            label=_("Row"),
        )
    )

    class Meta:
        icon = "table"
        label = _("Two side by side")
        template = "blocks/compare.html"
        preview_value = {
            "caption": "Два диалога",
            "left_title": "Первый",
            "right_title": "Второй",
            "rows": [{"aspect": "Тема", "left": "Собрания", "right": "Сообщества"}],
        }
        description = _("Two things compared, row by row.")


class TableBlock(blocks.StructBlock):
    """A table whose cells translators see one by one (Wagtail's own table is opaque to them)."""

    caption = blocks.CharBlock(label=_("caption"))
    header = blocks.ListBlock(blocks.CharBlock(label=_("column")), min_num=1, max_num=8)
    rows = blocks.ListBlock(
        blocks.StructBlock(
            [("cells", blocks.ListBlock(blocks.CharBlock(label=_("cell"), required=False)))], label=_("Row")
        )
    )

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"
        preview_value = {
            "caption": "Сроки",
            "header": ["Шаг", "Когда"],
            "rows": [{"cells": ["Письмо", "1 марта"]}],
        }
        description = _("A table with a caption and a header row.")

    def clean(self, value):
        value = super().clean(value)
        width = len(value["header"])
        for number, row in enumerate(value["rows"], start=1):
            if len(row["cells"]) != width:
                raise ValidationError(
                    _("Row %(number)s has %(cells)s cells, the header has %(width)s.")
                    % {"number": number, "cells": len(row["cells"]), "width": width}
                )
        return value


class ButtonBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("text"), max_length=60)
    link = LinkBlock()

    class Meta:
        icon = "link"
        label = _("Button")
        template = "blocks/button.html"
        preview_value = {"text": "Прочитать курс", "link": {"url": "https://example.org/"}}
        description = _("One clear next step.")


class ContactFormBlock(blocks.StructBlock):
    """The form to write to the association; what is sent is kept as a record."""

    title = blocks.CharBlock(label=_("title"))

    class Meta:
        icon = "mail"
        label = _("Contact form")
        template = "blocks/contact_form.html"
        preview_value = {"title": "Написать нам"}
        description = _("A form by which visitors write to the association.")

    def get_context(self, value, parent_context=None):
        from network.content.forms import ContactForm

        context = super().get_context(value, parent_context)
        context["form"] = ContactForm(auto_id="contact_%s")
        return context
