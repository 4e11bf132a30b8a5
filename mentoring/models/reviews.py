from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ApplicationReview(models.Model):
    """What a coordinator noted or decided about an application. The applicant sees ``message`` only, in her letter."""

    class Kind(models.TextChoices):
        NOTE = "note", _("note")
        ACCEPT = "accept", _("accepted")
        ASK_CHANGES = "ask_changes", _("asked for corrections")
        WAITLIST = "waitlist", _("put on the waiting list")
        DECLINE = "decline", _("declined")
        RECONSIDER = "reconsider", _("taken back for another reading")

    application = models.ForeignKey("mentoring.Application", on_delete=models.CASCADE, related_name="reviews")
    kind = models.CharField(_("kind"), max_length=15, choices=Kind.choices)
    note = models.TextField(_("private note"), max_length=4000, blank=True)
    message = models.TextField(_("words in the letter"), max_length=4000, blank=True)
    reason = models.CharField(_("reason"), max_length=20, blank=True)
    steps = models.JSONField(default=list, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.get_kind_display()
