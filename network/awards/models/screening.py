from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from network.members.models.history import AppendOnly


def staff(**kwargs):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", **kwargs
    )


class EntryExtension(AppendOnly):
    """One entry was given more time; by whom and why."""

    entry = models.ForeignKey("awards.Entry", on_delete=models.CASCADE, related_name="extensions")
    before = models.DateTimeField(_("before"))
    until = models.DateTimeField(_("until"))
    reason = models.CharField(_("reason"), max_length=500)
    by = staff()
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("before")), name="awards_extension_is_later"),
        ]

    def __str__(self):
        return f"{self.entry_id} → {self.until:%Y-%m-%d}"


class FormalRepair(models.Model):
    """An entry was given back to mend named questions, by its own deadline; the rest stays locked."""

    entry = models.ForeignKey("awards.Entry", on_delete=models.CASCADE, related_name="repairs")
    questions = models.JSONField(_("questions to mend"), default=list)
    message = models.TextField(_("what is missing"), max_length=2000)
    asked_by = staff()
    asked_at = models.DateTimeField(_("asked"))
    due_at = models.DateTimeField(_("due"))
    answered_at = models.DateTimeField(_("mended"), null=True, blank=True)
    before = models.ForeignKey(
        "awards.EntrySnapshot", null=True, on_delete=models.PROTECT, related_name="repairs_asked"
    )
    after = models.ForeignKey(
        "awards.EntrySnapshot", null=True, blank=True, on_delete=models.PROTECT, related_name="repairs_made"
    )

    class Meta:
        verbose_name = _("formal repair")
        verbose_name_plural = _("formal repairs")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry"], condition=Q(answered_at__isnull=True), name="awards_one_open_repair"
            ),
            models.CheckConstraint(condition=Q(due_at__gt=F("asked_at")), name="awards_repair_due_later"),
        ]

    def __str__(self):
        return f"{self.entry_id}: {', '.join(self.questions)}"


class ScreeningDecision(models.Model):
    """Admitted by one; not admitted only when a second person agrees."""

    class Kind(models.TextChoices):
        ADMIT = "admit", _("admit")
        INELIGIBLE = "ineligible", _("not admit")

    class Reason(models.TextChoices):
        NO_PARTNER = "no_partner", _("no partner in another country took part in the work")
        NOT_LIBRARY = "not_library", _("no library among those who ran the project")
        PERIOD = "period", _("carried out outside the months of the round")
        NO_CONSENT = "no_consent", _("a partner did not agree to the entry")
        TWICE = "twice", _("the same project was entered twice")
        INCOMPLETE = "incomplete", _("what was asked for did not come by the date")
        OTHER = "other", _("another reason, said below")

    entry = models.ForeignKey("awards.Entry", on_delete=models.CASCADE, related_name="screenings")
    kind = models.CharField(_("decision"), max_length=12, choices=Kind.choices)
    reason = models.CharField(_("reason"), max_length=12, choices=Reason.choices, blank=True)
    words = models.TextField(_("words to the entrant"), max_length=2000, blank=True)
    snapshot = models.ForeignKey("awards.EntrySnapshot", on_delete=models.PROTECT, related_name="screenings")
    proposed_by = staff()
    proposed_at = models.DateTimeField(_("proposed"))
    confirmed_by = staff(blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    dropped_at = models.DateTimeField(_("dropped"), null=True, blank=True)

    class Meta:
        verbose_name = _("screening decision")
        verbose_name_plural = _("screening decisions")
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="ineligible") | ~Q(reason=""), name="awards_ineligible_has_reason"
            ),
            models.CheckConstraint(
                condition=~Q(kind="ineligible")
                | Q(confirmed_by__isnull=True)
                | ~Q(confirmed_by=F("proposed_by")),
                name="awards_ineligible_by_two",
            ),
            models.UniqueConstraint(
                fields=["entry"],
                condition=Q(confirmed_at__isnull=True, dropped_at__isnull=True),
                name="awards_one_open_screening",
            ),
        ]

    def __str__(self):
        return f"{self.entry_id}: {self.kind}"
