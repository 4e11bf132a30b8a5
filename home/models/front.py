from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from network.content import pagecache
from network.content.blocks import PAGE_BLOCKS
from network.content.models import BasePage


class HomePage(BasePage):
    """The front page of one language: one sentence, three ways in, what is happening now."""

    lead = models.CharField(
        _("one sentence"), max_length=200, help_text=_("What this network is, in one sentence.")
    )
    sublead = models.CharField(_("second sentence"), max_length=300, blank=True)
    body = StreamField(PAGE_BLOCKS, verbose_name=_("content"), blank=True)

    parent_page_types = ["wagtailcore.Page"]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("sublead"),
        InlinePanel("ways", label=_("way in"), heading=_("Ways in"), max_num=4),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["ways"], context["news"] = self._lists(request)
        return context

    def _lists(self, request) -> tuple:
        """Ways in and news: the same for every reader, until something public changes."""
        from home.queries import news, ways

        def read():
            return ways(self, request), news(self.locale.language_code, request)

        if getattr(request, "is_preview", False):
            return read()
        return pagecache.read_once(("front", request.get_host(), self.pk), read)

    def structured_data(self, request) -> dict:
        return {
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": self.title,
            "description": self.summary,
            "inLanguage": self.locale.language_code,
            "url": self.get_full_url(request),
        }


class Way(TranslatableMixin, Orderable):
    """One of the ways in, on the front page."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="ways")
    title = models.CharField(_("title"), max_length=60)
    text = models.CharField(_("text"), max_length=200)
    target = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [FieldPanel("title"), FieldPanel("text"), PageChooserPanel("target")]
    translatable_fields = [TranslatableField("title"), TranslatableField("text"), SynchronizedField("target")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("way in")

    def __str__(self):
        return self.title
