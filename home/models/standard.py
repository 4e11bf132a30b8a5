from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from network.content.blocks import PAGE_BLOCKS
from network.content.models import BasePage


class StandardPage(BasePage):
    """A page of running content: about, how it works, privacy."""

    body = StreamField(PAGE_BLOCKS, verbose_name=_("content"), blank=True)

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
