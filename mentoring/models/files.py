import uuid

from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _


def private_storage():
    return storages["private"]


def private_name(instance, filename) -> str:
    """A name that tells nothing; the one she gave is kept in the row."""
    return f"mentoring/{uuid.uuid4().hex}"


class AttachedFile(models.Model):
    """A CV: shown to the coordinator, and to the mentor once both said yes."""

    application = models.OneToOneField("mentoring.Application", on_delete=models.CASCADE, related_name="cv")
    file = models.FileField(storage=private_storage, upload_to=private_name, max_length=200)
    name = models.CharField(_("file name"), max_length=150)
    size = models.PositiveIntegerField(_("size"))
    sha256 = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField(_("uploaded"))

    class Meta:
        verbose_name = _("attached file")
        verbose_name_plural = _("attached files")

    def __str__(self):
        return self.name
