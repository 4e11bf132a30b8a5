import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.slots import SLOTS


class Plan(models.Model):
    """A learner's dialogue plan. She may have several."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="plans")
    title = models.CharField(_("title"), max_length=120)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        ordering = ["-updated_at"]

    def __str__(self):
        return self.title


class PlanValue(models.Model):
    """What stands in one slot of a plan now; one row for a whole slot, its rows as a list.

    ``side`` keeps room for the partner's own answer. ``version`` grows by one
    at each change: a form that was filled from an older version never writes
    over a newer text.
    """

    SIDES = (("ours", _("ours")), ("theirs", _("theirs")), ("agreed", _("agreed")))

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="values")
    slot = models.CharField(max_length=60, choices=[(slot.code, slot.label) for slot in SLOTS])
    side = models.CharField(max_length=10, choices=SIDES, default="ours")
    value = models.JSONField()
    language = models.CharField(max_length=10)
    version = models.PositiveIntegerField(default=1)
    lesson_key = models.UUIDField(null=True, blank=True)
    block_id = models.UUIDField(null=True, blank=True)
    prompt = models.TextField(blank=True)
    prompt_language = models.CharField(max_length=10, blank=True)
    revision_id = models.PositiveBigIntegerField(null=True, blank=True)
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "slot", "side"], name="courses_one_value_a_slot"),
        ]

    def __str__(self):
        return self.slot


class PlanValueVersion(models.Model):
    """Every text that ever stood in a slot, so that two devices never lose either."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="versions")
    slot = models.CharField(max_length=60)
    side = models.CharField(max_length=10, default="ours")
    value = models.JSONField()
    language = models.CharField(max_length=10)
    version = models.PositiveIntegerField()
    # The event that brought it, when it came from a browser's own store.
    event = models.UUIDField(null=True, blank=True)
    # Kept beside a newer text and never shown as current.
    is_beside = models.BooleanField(default=False)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["-written_at", "-pk"]
        indexes = [models.Index(fields=["plan", "slot"], name="courses_versions_of_slot")]

    def __str__(self):
        return f"{self.slot} {self.version}"
