from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from network.content.blocks import STORY_BLOCKS, SourceBlock
from network.content.models import BasePage, Tag


class StoryIndexPage(BasePage):
    """The list of stories."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.StoryPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of stories")
        verbose_name_plural = _("lists of stories")

    def get_context(self, request, *args, **kwargs):
        from home.queries import story_list

        context = super().get_context(request, *args, **kwargs)
        context.update(story_list(self, request))
        return context


class StoryTag(ItemBase):
    content_object = ParentalKey("home.StoryPage", on_delete=models.CASCADE, related_name="tagged_items")
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="stories")


class StoryPage(BasePage):
    """One story, with its sources."""

    date = models.DateField(_("date"), db_index=True)
    body = StreamField(STORY_BLOCKS, verbose_name=_("content"))
    sources = StreamField(
        [("source", SourceBlock())],
        verbose_name=_("sources"),
        blank=True,
        help_text=_("Where the facts come from."),
    )
    tags = ClusterTaggableManager(through=StoryTag, verbose_name=_("tags"), blank=True)

    search_kind = "story"
    parent_page_types = ["home.StoryIndexPage"]
    subpage_types = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("date"),
        FieldPanel("body"),
        FieldPanel("sources"),
        FieldPanel("tags"),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def get_context(self, request, *args, **kwargs):
        from home.queries import tag_links

        context = super().get_context(request, *args, **kwargs)
        context["tags"] = tag_links(self, request)
        return context

    def structured_data(self, request) -> dict:
        return {
            "@context": "https://schema.org",
            "@type": "Article",
            "headline": self.title,
            "description": self.summary,
            "inLanguage": self.locale.language_code,
            "datePublished": self.date.isoformat(),
            "dateModified": (self.last_published_at or self.first_published_at).isoformat(),
            "url": self.get_full_url(request),
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "isAccessibleForFree": True,
        }
