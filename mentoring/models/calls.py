from django.db import models
from django.utils.translation import gettext_lazy as _


class CallNotice(models.Model):
    """Somebody who asked to be told when the next call opens. The row is erased after that one letter."""

    email = models.EmailField(_("e-mail address"))
    side = models.CharField(
        _("side"), max_length=6, choices=[("mentee", _("mentee")), ("mentor", _("mentor"))]
    )
    language = models.CharField(_("language"), max_length=10)
    consent_version = models.CharField(max_length=20)
    asked_at = models.DateTimeField(_("asked"))

    class Meta:
        verbose_name = _("wish to hear of the next call")
        verbose_name_plural = _("wishes to hear of the next call")
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(models.functions.Lower("email"), "side", name="mentoring_notice_once"),
        ]

    def __str__(self):
        return self.side
