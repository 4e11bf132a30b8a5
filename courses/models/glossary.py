from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField


class GlossaryTerm(TranslatableMixin, models.Model):
    """One term, explained shortly for the margin and longer for the glossary."""

    code = models.CharField(
        _("code"),
        max_length=60,
        validators=[RegexValidator(r"^[a-z0-9-]+$", _("Only Latin letters, digits and hyphens."))],
        help_text=_("Never changes; the same in every language."),
    )
    title = models.CharField(_("term"), max_length=100)
    short = models.CharField(_("in short, for the margin"), max_length=400)
    long = RichTextField(_("at length, for the glossary"), features=["bold", "italic", "ol", "ul", "link"])
    synonyms = models.CharField(_("other words for it"), max_length=300, blank=True)

    panels = [
        FieldPanel("code"),
        FieldPanel("title"),
        FieldPanel("short"),
        FieldPanel("long"),
        FieldPanel("synonyms"),
    ]
    translatable_fields = [
        SynchronizedField("code", overridable=False),
        TranslatableField("title"),
        TranslatableField("short"),
        TranslatableField("long"),
        TranslatableField("synonyms"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("term of the glossary")
        verbose_name_plural = _("glossary")
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(fields=["code", "locale"], name="courses_term_once_a_language"),
        ]

    def __str__(self):
        return self.title
