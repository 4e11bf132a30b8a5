import uuid

from django.conf import settings
from django.db import models
from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _

from courses.slots import SLOTS


class PlanQuerySet(models.QuerySet):
    def of(self, user):
        """Her plans, the one she chose last first."""
        return self.filter(owner=user).order_by("archived_at", "-chosen_at", "-pk")

    def at_work(self):
        return self.filter(archived_at__isnull=True)

    def with_progress(self):
        """When something was last written in each."""
        return self.annotate(written_at=Max("values__updated_at"))


class Plan(models.Model):
    """A learner's dialogue plan. She may have several; lessons write into the one she chose last."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="plans")
    title = models.CharField(_("title"), max_length=120)
    created_at = models.DateTimeField()
    chosen_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True, blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        ordering = ["-chosen_at"]
        indexes = [models.Index(fields=["owner", "-chosen_at"], name="courses_plans_of_owner")]

    def __str__(self):
        return self.title


class PlanLine(models.Model):
    """What was written for one slot, and where it came from: language, question as it was asked, lesson."""

    SIDES = (("ours", _("ours")), ("theirs", _("theirs")), ("agreed", _("agreed")))

    slot = models.CharField(max_length=60, choices=[(slot.code, slot.label) for slot in SLOTS])
    side = models.CharField(max_length=10, choices=SIDES, default="ours")
    value = models.JSONField()
    language = models.CharField(max_length=10)
    lesson_key = models.UUIDField(null=True, blank=True)
    block_id = models.UUIDField(null=True, blank=True)
    prompt = models.TextField(blank=True)
    prompt_language = models.CharField(max_length=10, blank=True)
    revision_id = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.slot


class PlanValue(PlanLine):
    """What stands in one slot of a plan now; one row for a whole slot, its rows as a list.

    ``side`` keeps room for the partner's own answer. ``version`` grows by one
    at each change: a form that was filled from an older version never writes
    over a newer text.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="values")
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "slot", "side"], name="courses_one_value_a_slot"),
            models.CheckConstraint(condition=Q(version__gte=1), name="courses_versions_from_one"),
        ]


class PlanValueVersion(PlanLine):
    """Every text that ever stood in a slot, so that two devices never lose either."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    # The event that brought it, when it came from a browser's own store.
    event = models.UUIDField(null=True, blank=True)
    # Kept beside a newer text: it was never the current one.
    is_beside = models.BooleanField(default=False)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["-written_at", "-pk"]
        indexes = [models.Index(fields=["plan", "slot"], name="courses_versions_of_slot")]
