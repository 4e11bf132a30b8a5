import uuid

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def private_storage():
    return storages["private"]


def attachment_path(attachment, filename) -> str:
    # Nothing of the sender's name reaches the disk.
    return f"awards/{attachment.uuid.hex[:2]}/{attachment.uuid.hex}"


class EntryAttachment(models.Model):
    """A file sent with an entry: kept privately, served through a view, under a name that says nothing."""

    class Kind(models.TextChoices):
        PICTURE = "picture", _("picture")
        DOCUMENT = "document", _("document")
        SOUND = "sound", _("sound")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    entry = models.ForeignKey("awards.Entry", on_delete=models.CASCADE, related_name="attachments")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    file = models.FileField(storage=private_storage, upload_to=attachment_path, max_length=200)
    media_type = models.CharField(_("type"), max_length=100)
    size = models.PositiveIntegerField(_("size"))
    sha256 = models.CharField("SHA-256", max_length=64)
    original_name = models.CharField(_("name"), max_length=200)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    alt_text = models.CharField(_("what it shows"), max_length=250, blank=True)
    credit = models.CharField(_("author of the picture"), max_length=200, blank=True)
    # Jurors get the file only when the sender says that it names nobody.
    names_nobody = models.BooleanField(_("names nobody"), default=True)
    order = models.PositiveSmallIntegerField(default=0)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField()
    # Kept while a snapshot names it.
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("attachment of an entry")
        verbose_name_plural = _("attachments of entries")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "sha256"],
                condition=Q(removed_at__isnull=True),
                name="awards_attachment_once",
            ),
        ]

    def __str__(self):
        return self.original_name
