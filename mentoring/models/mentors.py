from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from network.content.models import BasePage
from network.content.models.pages import SynchronizedField
from network.members.vocabularies import COUNTRIES, LIBRARY_TYPES


class MentorsIndexPage(BasePage):
    """Mentors who agreed to be listed, found by topic, language and country."""

    parent_page_types = ["mentoring.MentoringPage"]
    subpage_types = ["mentoring.MentorPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of mentors")
        verbose_name_plural = _("lists of mentors")

    def get_context(self, request, *args, **kwargs):
        from mentoring.reading import mentors_context

        context = super().get_context(request, *args, **kwargs)
        context.update(mentors_context(self, request))
        return context


class MentorPage(BasePage):
    """What a mentor agreed to show to everyone: made from a whitelist, then edited and translated like any page.

    The page does not know whose it is; ``MentorListing`` does.
    """

    country = models.CharField(_("country"), max_length=2, choices=COUNTRIES)
    library_type = models.CharField(_("type of library"), max_length=20, choices=LIBRARY_TYPES)
    institution_name = models.CharField(_("institution"), max_length=200, blank=True)
    post = models.CharField(_("post"), max_length=150, blank=True)
    topics = models.JSONField(_("topics"), default=list, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    bio = models.TextField(_("about her"), max_length=2000, blank=True)
    # The language she wrote in: her own words stand in every language until somebody translates them.
    words_language = models.CharField(max_length=10, editable=False, default="", blank=True)
    # "|topic:funding|language:ru|country:KZ|": one column that every database can look into.
    found_by = models.TextField(editable=False, default="", blank=True)

    parent_page_types = ["mentoring.MentorsIndexPage"]
    subpage_types = []
    is_creatable = False
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("topics", overridable=False),
        SynchronizedField("languages", overridable=False),
        SynchronizedField("words_language", overridable=False),
    ]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("post"),
        FieldPanel("institution_name"),
        FieldPanel("library_type"),
        FieldPanel("country"),
        FieldPanel("bio"),
    ]

    class Meta:
        verbose_name = _("mentor's page")
        verbose_name_plural = _("mentors' pages")

    def save(self, *args, **kwargs):
        if kwargs.get("update_fields") is None:
            self.found_by = found_by(topics=self.topics, languages=self.languages, countries=[self.country])
        return super().save(*args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        from mentoring.reading import mentor_context

        context = super().get_context(request, *args, **kwargs)
        context.update(mentor_context(self, request))
        return context


def found_by(*, topics=(), languages=(), countries=()) -> str:
    parts = [
        *(f"topic:{code}" for code in topics),
        *(f"language:{code}" for code in languages),
        *(f"country:{code}" for code in countries),
    ]
    return f"|{'|'.join(parts)}|" if parts else ""
