from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Consent(models.Model):
    """One agreement to one purpose: which text, in which language, when; and when it was taken back.

    Rows are never changed but for ``withdrawn_at``; a new text is a new row.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(_("purpose"), max_length=60)
    text_version = models.CharField(_("version of the text"), max_length=20)
    text_sha256 = models.CharField(max_length=64)
    language = models.CharField(_("language"), max_length=10)
    subject = models.CharField(
        max_length=60, blank=True, help_text="what it belongs to, e.g. an application's reference"
    )
    given_at = models.DateTimeField(_("given"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "purpose", "subject"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="members_one_open_consent",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at__isnull=True)
                | models.Q(withdrawn_at__gte=models.F("given_at")),
                name="members_consent_withdrawn_after",
            ),
        ]

    def __str__(self):
        return self.purpose
