from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import RichTextField, StreamField

from courses.blocks import LESSON_BLOCKS
from courses.panels import GapsPanel, LessonForm
from network.content.blocks import SourceBlock
from network.content.models import BasePage
from network.content.textual import block_text

# Careful reading, four fifths of the speeds measured for fluent readers: Russian words are longer and fewer.
WORDS_A_MINUTE = {"en": 180, "de": 145}
WORDS_A_MINUTE_ELSE = 150


def sentences(name: str, label):
    return StreamField(
        [(name, blocks.CharBlock(label=label, max_length=300))], verbose_name=label, blank=True
    )


class LessonPage(BasePage):
    """One lesson: questions, text, a case, one exercise, a self-check."""

    questions = sentences("question", _("questions the lesson answers"))
    outcomes = sentences("outcome", _("after the lesson you …"))
    body = StreamField(LESSON_BLOCKS, verbose_name=_("lesson"), blank=True)
    key_points = sentences("point", _("key points"))
    facilitator_notes = RichTextField(
        _("for the facilitator"), features=["bold", "italic", "ol", "ul", "link"], blank=True
    )
    sources = StreamField([("source", SourceBlock())], verbose_name=_("sources"), blank=True)
    reading_minutes = models.PositiveSmallIntegerField(default=1, editable=False)
    exercise_minutes = models.PositiveSmallIntegerField(default=0, editable=False)

    search_kind = "lesson"
    parent_page_types = ["courses.ModulePage"]
    subpage_types = []
    content_panels = [
        GapsPanel(heading=_("Before publishing")),
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("questions"), FieldPanel("outcomes")], _("Before the text")),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("key_points"), FieldPanel("sources")], _("After the text")),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Lesson")),
            ObjectList([FieldPanel("facilitator_notes")], heading=_("Facilitator")),
            ObjectList(BasePage.promote_panels, heading=_("Address")),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ],
        base_form_class=LessonForm,
    )

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def save(self, *args, **kwargs):
        if kwargs.get("update_fields") is None:
            # At least a minute; rounded up so that nobody is told less than it takes.
            language = self.locale.language_code if self.locale_id else ""
            speed = WORDS_A_MINUTE.get(language, WORDS_A_MINUTE_ELSE)
            self.reading_minutes = max(1, -(-len(self.words_to_read()) // speed))
            self.exercise_minutes = sum(block.value["minutes"] or 0 for block in self.exercises())
        return super().save(*args, **kwargs)

    def words_to_read(self) -> list[str]:
        """Without the exercise, which has minutes of its own, and without what only some look up."""
        parts = [self.title, self.summary]
        for stream in (self.questions, self.outcomes, self.body, self.key_points):
            for block in stream:
                if block.block_type != "plan_exercise":
                    parts.extend(block_text(block.block, block.value))
        return " ".join(parts).split()

    def exercises(self):
        """The exercise blocks of the lesson, in reading order."""
        return [block for block in self.body if block.block_type == "plan_exercise"]

    def get_template(self, request, *args, **kwargs):
        from courses.reading.looks import FACILITATOR, SHEET, look_of

        look = look_of(request, {FACILITATOR, SHEET})
        return f"courses/lesson_{look}.html" if look else super().get_template(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        from courses.reading import lesson_context

        context = super().get_context(request, *args, **kwargs)
        context.update(lesson_context(self, request))
        # Only for somebody who is signed in: the anonymous page is one and the same for all.
        if request.user.is_authenticated:
            from courses.queries.work import work_in

            context["work"] = work_in(self, request.user)
            context["rows_wanted"] = request.GET.get("rows", "")
        return context

    def structured_data(self, request) -> dict:
        from courses.reading.data import lesson_data
        from courses.reading.outline import ancestor

        return lesson_data(self, request, ancestor(self, request, steps=2))
