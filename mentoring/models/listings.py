import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MentorListing(models.Model):
    """Whose public mentor's page it is. ``key`` is the page's translation key, and what mentees name her by."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentor_listing"
    )
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    listed_at = models.DateTimeField(_("listed"))
    unlisted_at = models.DateTimeField(_("taken off the list"), null=True, blank=True)

    class Meta:
        verbose_name = _("listing of a mentor")
        verbose_name_plural = _("listings of mentors")

    def __str__(self):
        return str(self.key)
