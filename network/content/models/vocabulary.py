from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from taggit.models import TagBase


class Tag(ClusterableModel, TagBase):
    """One word of the vocabulary: the slug is its code, the labels are per language."""

    free_tagging = False

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["slug"]

    def __str__(self):
        return self.label()

    def label(self, language: str | None = None) -> str:
        """The word in the reader's language, else in Russian, else the code."""
        by_language = {label.language: label.text for label in self.labels.all()}
        language = language or get_language() or "ru"
        return by_language.get(language) or by_language.get("ru") or self.slug


class TagLabel(models.Model):
    tag = ParentalKey(Tag, on_delete=models.CASCADE, related_name="labels")
    language = models.CharField(_("language"), max_length=10)
    text = models.CharField(_("label"), max_length=80)

    class Meta:
        verbose_name = _("label")
        verbose_name_plural = _("labels")
        constraints = [
            models.UniqueConstraint(fields=["tag", "language"], name="content_one_label_per_language"),
        ]

    def __str__(self):
        return self.text
