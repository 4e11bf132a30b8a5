from django.db import models
from django.utils.translation import gettext_lazy as _


class ContactMessage(models.Model):
    """What a visitor wrote to the association, or an error she reported on a page."""

    class Kind(models.TextChoices):
        CONTACT = "contact", _("question")
        ERROR = "error", _("error on a page")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    text = models.TextField(_("message"), max_length=5000)
    page_url = models.CharField(_("page"), max_length=500, blank=True)
    language = models.CharField(_("language"), max_length=10)
    created_at = models.DateTimeField(_("received"), db_index=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-created_at"]

    def __str__(self):
        return self.text[:60]
