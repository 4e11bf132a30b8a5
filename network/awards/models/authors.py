from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class EntryAuthor(models.Model):
    """Somebody who writes an entry: a member, or an address that was invited."""

    class Role(models.TextChoices):
        OWNER = "owner", _("owner: writes, sends, invites")
        SENDER = "sender", _("co-author: writes and sends")
        WRITER = "writer", _("co-author: writes")

    entry = models.ForeignKey("awards.Entry", on_delete=models.CASCADE, related_name="authors")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="award_authorships",
    )
    invitation = models.OneToOneField(
        "members.Invitation", null=True, blank=True, on_delete=models.SET_NULL, related_name="award_author"
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    role = models.CharField(_("role"), max_length=8, choices=Role.choices)
    invited_at = models.DateTimeField(null=True, blank=True)
    joined_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("author of an entry")
        verbose_name_plural = _("authors of entries")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "user"],
                condition=Q(removed_at__isnull=True, user__isnull=False),
                name="awards_author_once",
            ),
            models.UniqueConstraint(
                fields=["entry"], condition=Q(role="owner", removed_at__isnull=True), name="awards_one_owner"
            ),
        ]

    def __str__(self):
        return str(self.user or self.email)
