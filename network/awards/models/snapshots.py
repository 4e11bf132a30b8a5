from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from network.members.models.history import AppendOnly


class EntrySnapshot(AppendOnly):
    """What was sent, frozen. ``body`` is the canonical JSON whose SHA-256 the receipt names, byte for byte.

    ``received_at`` is when the request arrived, before it waited for any lock.
    Only the purge of personal data empties ``body``; the hash stays.
    """

    entry = models.ForeignKey("awards.Entry", on_delete=models.PROTECT, related_name="snapshots")
    number = models.PositiveSmallIntegerField(_("number"))
    body = models.TextField()
    content = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    form_sha256 = models.CharField(max_length=64)
    language = models.CharField(max_length=10)
    received_at = models.DateTimeField(_("received"))
    committed_at = models.DateTimeField(_("stored"))
    deadline_applied = models.DateTimeField(_("deadline applied"))
    late_by_seconds = models.PositiveIntegerField(_("seconds within the grace"), default=0)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    purged_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("snapshot of an entry")
        verbose_name_plural = _("snapshots of entries")
        ordering = ["entry", "number"]
        constraints = [models.UniqueConstraint(fields=["entry", "number"], name="awards_snapshot_once")]

    def __str__(self):
        return f"{self.entry_id}/{self.number}"
