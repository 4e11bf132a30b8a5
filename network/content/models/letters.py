import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class LetterQuerySet(models.QuerySet):
    def due(self, *, at):
        """Letters that may be tried now, those of dead workers among them."""
        return self.filter(state__in=[Letter.State.WAITING, Letter.State.SENDING], try_after__lte=at)


class Letter(models.Model):
    """One letter of the outbox: written with the change it tells of, sent by the worker.

    Do not set ``state`` directly; network.content.mail.delivery does.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("given up")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=80, db_index=True)
    to = models.EmailField(_("to"), max_length=254)
    language = models.CharField(_("language"), max_length=10)
    subject = models.CharField(_("subject"), max_length=250)
    text = models.TextField(_("text"))
    html = models.TextField(blank=True)
    reply_to = models.EmailField(blank=True)
    attachments = models.JSONField(default=list, blank=True)
    # The same key twice is the same letter: a task run again sends nothing twice.
    once_key = models.CharField(max_length=200, null=True, blank=True, unique=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    try_after = models.DateTimeField(_("next try"), db_index=True)
    last_error = models.CharField(_("last error"), max_length=500, blank=True)
    created_at = models.DateTimeField(_("written"), db_index=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="sent", sent_at__isnull=False)
                | (~models.Q(state="sent") & models.Q(sent_at__isnull=True)),
                name="content_letter_sent_has_time",
            ),
        ]

    def __str__(self):
        return f"{self.kind} → {self.to}"
