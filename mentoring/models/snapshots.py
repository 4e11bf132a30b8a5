from django.db import models
from django.utils.translation import gettext_lazy as _

from network.members.models.history import AppendOnly


class ApplicationSnapshot(AppendOnly):
    """One version as it was sent, frozen. The receipt names its fingerprint."""

    application = models.ForeignKey(
        "mentoring.Application", on_delete=models.CASCADE, related_name="snapshots"
    )
    number = models.PositiveSmallIntegerField()
    answers = models.JSONField()
    language = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=64)
    sent_at = models.DateTimeField(_("sent"))

    class Meta:
        verbose_name = _("sent version")
        verbose_name_plural = _("sent versions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["application", "number"], name="mentoring_snapshot_once"),
        ]

    def __str__(self):
        return f"{self.application_id}/{self.number}"
