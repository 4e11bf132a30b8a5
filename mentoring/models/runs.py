from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.pair_states import RunState


class Run(models.Model):
    """One computation of who could be paired with whom, kept whole: what went in and what came out.

    ``result`` is the truth about a run; pairs of the database are made of it
    when it is published. Do not set ``state`` directly; mentoring.actions.runs does.
    """

    round = models.ForeignKey("mentoring.Round", on_delete=models.PROTECT, related_name="runs")
    number = models.PositiveIntegerField(_("number"))
    state = models.CharField(_("state"), max_length=10, choices=RunState.choices, default=RunState.QUEUED)
    # The policy as the coordinator set it: goal, floor, weights, cap, keep, locks, forbids.
    policy = models.JSONField(default=dict)
    # The problem as the engine read it; each person also carries the number of her application.
    input = models.JSONField(default=dict)
    input_sha256 = models.CharField(max_length=64, blank=True)
    result = models.JSONField(null=True, blank=True)
    engine = models.CharField(_("engine"), max_length=60, blank=True)
    matched = models.PositiveIntegerField(_("pairs"), null=True, blank=True)
    total = models.BigIntegerField(_("total"), null=True, blank=True)
    # The run whose pairs this one was asked to keep where that costs little.
    based_on = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    note = models.CharField(_("note"), max_length=200, blank=True)
    progress = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=500, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(_("made"))
    finished_at = models.DateTimeField(_("computed"), null=True, blank=True)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    class Meta:
        verbose_name = _("run")
        verbose_name_plural = _("runs")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="mentoring_run_number_once"),
            models.CheckConstraint(condition=Q(state__in=RunState.values), name="mentoring_run_state_known"),
            models.CheckConstraint(
                condition=~Q(state__in=["draft", "published"])
                | Q(result__isnull=False, finished_at__isnull=False),
                name="mentoring_run_computed_has_result",
            ),
        ]

    def __str__(self):
        return f"{self.round_id}/{self.number}"


class Ruling(models.Model):
    """What the coordinator decided about two people by hand; every later run of the round keeps to it."""

    class Kind(models.TextChoices):
        LOCK = "lock", _("held together")
        FORBID = "forbid", _("kept apart")

    round = models.ForeignKey("mentoring.Round", on_delete=models.CASCADE, related_name="rulings")
    kind = models.CharField(_("kind"), max_length=6, choices=Kind.choices)
    mentee = models.ForeignKey("mentoring.Application", on_delete=models.CASCADE, related_name="+")
    mentor = models.ForeignKey("mentoring.Application", on_delete=models.CASCADE, related_name="+")
    why = models.CharField(_("why"), max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("decision by hand")
        verbose_name_plural = _("decisions by hand")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["mentee", "mentor"], name="mentoring_ruling_once"),
            models.UniqueConstraint(
                fields=["mentee"], condition=Q(kind="lock"), name="mentoring_mentee_locked_once"
            ),
        ]

    def __str__(self):
        return f"{self.kind}: {self.mentee_id}–{self.mentor_id}"
