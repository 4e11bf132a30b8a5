from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from network.awards.models.screening import staff


class Review(models.Model):
    """One juror's scores and words for one entry, tied to the very text she read.

    ``scores`` holds for each criterion ``{"score": int | null, "why": str}``;
    null with a reason is «not applicable». An unlocked review is copied into a
    new version; the old one stays. One that a recusal voided is kept, uncounted.
    """

    assignment = models.ForeignKey("awards.Assignment", on_delete=models.PROTECT, related_name="reviews")
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    snapshot = models.ForeignKey("awards.EntrySnapshot", on_delete=models.PROTECT, related_name="reviews")
    scores = models.JSONField(_("scores"), default=dict, blank=True)
    comment = models.TextField(_("to the entrant"), max_length=3000, blank=True)
    private_note = models.TextField(_("to herself"), max_length=3000, blank=True)
    # Raised with every save: what her screen was made from.
    saves = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField(_("begun"))
    saved_at = models.DateTimeField(_("last saved"))
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    unlocked_by = staff(blank=True)
    unlocked_at = models.DateTimeField(_("unlocked"), null=True, blank=True)
    unlock_why = models.CharField(_("why unlocked"), max_length=500, blank=True)
    # The chair may keep a comment from going to the entrant.
    comment_withheld = models.BooleanField(default=False)
    voided_at = models.DateTimeField(_("voided"), null=True, blank=True)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["assignment", "version"]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "version"], name="awards_review_version_once"),
            models.UniqueConstraint(
                fields=["assignment"],
                condition=Q(submitted_at__isnull=True, voided_at__isnull=True),
                name="awards_one_open_review",
            ),
            models.UniqueConstraint(
                fields=["assignment"],
                condition=Q(submitted_at__isnull=False, unlocked_at__isnull=True, voided_at__isnull=True),
                name="awards_one_counted_review",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=True) | Q(submitted_at__gte=F("started_at")),
                name="awards_review_submitted_later",
            ),
            models.CheckConstraint(
                condition=Q(unlocked_at__isnull=True) | (~Q(unlock_why="") & Q(submitted_at__isnull=False)),
                name="awards_unlock_has_reason",
            ),
        ]

    def __str__(self):
        return f"{self.assignment_id}/{self.version}"
