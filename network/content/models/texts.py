from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField


class SiteTexts(TranslatableMixin, ClusterableModel):
    """Name, footer and menus of the site in one language.

    A snippet, because Wagtail's settings cannot be translated.
    """

    name = models.CharField(_("name of the site"), max_length=80)
    tagline = models.CharField(_("what it is, in one line"), max_length=160, blank=True)
    footer_text = RichTextField(_("text in the footer"), features=["bold", "italic", "link"], blank=True)
    address = models.TextField(_("address of the association"), blank=True)
    contact_email = models.EmailField(_("public e-mail address"), blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("tagline"),
        InlinePanel("menu_links", label=_("link in the menu"), heading=_("Menu")),
        InlinePanel("footer_links", label=_("link in the footer"), heading=_("Footer")),
        FieldPanel("footer_text"),
        FieldPanel("address"),
        FieldPanel("contact_email"),
    ]
    translatable_fields = [
        TranslatableField("name"),
        TranslatableField("tagline"),
        TranslatableField("footer_text"),
        TranslatableField("address"),
        SynchronizedField("contact_email"),
        SynchronizedField("menu_links"),
        SynchronizedField("footer_links"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("site texts")
        verbose_name_plural = _("site texts")

    def __str__(self):
        return f"{self.name} ({self.locale})"


class PageLink(Orderable):
    """A link to a page; its words are the page's own title in each language."""

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [PageChooserPanel("page")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return self.page.title


class MenuLink(PageLink):
    texts = ParentalKey(SiteTexts, on_delete=models.CASCADE, related_name="menu_links")


class FooterLink(PageLink):
    texts = ParentalKey(SiteTexts, on_delete=models.CASCADE, related_name="footer_links")
