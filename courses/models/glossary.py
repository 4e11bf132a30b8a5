from django.core.exceptions import ValidationError
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
        FieldPanel("short", help_text=_("Two sentences that can be read beside the text of a lesson.")),
        FieldPanel("long", help_text=_("What it is mistaken for, and an example.")),
        FieldPanel(
            "synonyms",
            help_text=_("Divided by commas; words of other languages stand in their own translation."),
        ),
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

    def clean(self):
        super().clean()
        before = type(self).objects.filter(pk=self.pk).values_list("code", flat=True).first()
        if before and before != self.code:
            raise ValidationError(
                {
                    "code": _("Lessons name this term as “%(code)s”; the code cannot change.")
                    % {"code": before}
                }
            )
