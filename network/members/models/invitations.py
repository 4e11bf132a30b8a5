from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class InvitationQuerySet(models.QuerySet):
    def open(self, *, at):
        return self.filter(accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=at)

    def sent_lately(self, email: str, *, at):
        return self.filter(email=email.lower(), created_at__gt=at - timedelta(hours=1))


class Invitation(models.Model):
    """An address that was asked to take a role; turns into an account when she accepts."""

    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=40)
    subject = models.CharField(max_length=60, blank=True)
    language = models.CharField(_("language of the letter"), max_length=10, default="ru")
    token_sha256 = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="invitations_sent"
    )
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="invitations_accepted",
    )
    created_at = models.DateTimeField(_("sent"))
    expires_at = models.DateTimeField(_("valid until"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["email"], name="members_invitation_email")]

    def __str__(self):
        return self.email
