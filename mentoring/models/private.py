from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.vocabularies import PRONOUNS


class PrivateAnswers(models.Model):
    """What she tells the coordinator alone."""

    application = models.OneToOneField(
        "mentoring.Application", on_delete=models.CASCADE, related_name="private"
    )
    avoid = models.TextField(_("people not to be paired with"), max_length=1000, blank=True)
    line_manager = models.CharField(_("line manager"), max_length=150, blank=True)
    accessibility = models.TextField(_("what makes taking part easier"), max_length=1000, blank=True)
    contact = models.CharField(_("how the partner may reach her"), max_length=200, blank=True)
    pronoun = models.CharField(_("pronoun"), max_length=10, choices=PRONOUNS, blank=True)

    class Meta:
        verbose_name = _("private answers")
        verbose_name_plural = _("private answers")

    def __str__(self):
        return f"private answers of {self.application_id}"


class Avoidance(models.Model):
    """Two people who are not to be paired; made by the coordinator from what one of them wrote."""

    application = models.ForeignKey(
        "mentoring.Application", on_delete=models.CASCADE, related_name="avoidances"
    )
    other = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("avoidance")
        verbose_name_plural = _("avoidances")
        constraints = [
            models.UniqueConstraint(fields=["application", "other"], name="mentoring_avoidance_once"),
        ]

    def __str__(self):
        return f"{self.application_id} – {self.other_id}"


class EquityAnswers(models.Model):
    """Optional answers for sums over the round; no screen shows one person's, and matching never reads them."""

    application = models.OneToOneField(
        "mentoring.Application", on_delete=models.CASCADE, related_name="equity"
    )
    answers = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("equity answers")
        verbose_name_plural = _("equity answers")

    def __str__(self):
        return f"equity answers of {self.application_id}"
