from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField

from courses.blocks import COURSE_BLOCKS
from network.content.models import BasePage


class CoursesIndexPage(BasePage):
    """The list of courses."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["courses.CoursePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of courses")
        verbose_name_plural = _("lists of courses")

    def get_context(self, request, *args, **kwargs):
        from courses.reading import index_context

        context = super().get_context(request, *args, **kwargs)
        context.update(index_context(self, request))
        return context

    def next_date_note(self) -> str:
        from courses.reading import size_note

        return size_note(self)


class CoursePage(BasePage):
    """A course: whom it is for, what one can do after it, and its modules."""

    audience = models.TextField(_("for whom"), blank=True)
    outcomes = StreamField(
        [("outcome", blocks.CharBlock(label=_("after the course you …"), max_length=300))],
        verbose_name=_("outcomes"),
        blank=True,
    )
    body = StreamField(COURSE_BLOCKS, verbose_name=_("content"), blank=True)

    search_kind = "course"
    parent_page_types = ["courses.CoursesIndexPage"]
    subpage_types = ["courses.ModulePage"]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("audience"),
        FieldPanel("outcomes"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    def get_context(self, request, *args, **kwargs):
        from courses.reading import course_context

        context = super().get_context(request, *args, **kwargs)
        context.update(course_context(self, request))
        return context

    def structured_data(self, request) -> dict:
        from courses.reading.data import course_data

        return course_data(self, request)


class ModulePage(BasePage):
    """Some lessons that belong together; a good place to stop stands at its end."""

    intro = RichTextField(_("introduction"), features=["bold", "italic", "ol", "ul", "link"], blank=True)
    stop_here = models.TextField(_("what the reader has when she stops here"), blank=True)

    search_kind = "course"
    parent_page_types = ["courses.CoursePage"]
    subpage_types = ["courses.LessonPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("stop_here")]

    class Meta:
        verbose_name = _("module")
        verbose_name_plural = _("modules")

    def get_template(self, request, *args, **kwargs):
        from courses.reading.looks import FACILITATOR, look_of

        if look_of(request, {FACILITATOR}):
            return "courses/module_facilitator.html"
        return super().get_template(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        from courses.reading import module_context

        context = super().get_context(request, *args, **kwargs)
        context.update(module_context(self, request))
        return context

    def structured_data(self, request) -> dict:
        from courses.reading.data import module_data
        from courses.reading.outline import ancestor

        return module_data(self, request, ancestor(self, request, steps=1))
