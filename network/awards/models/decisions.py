from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from network.awards.jury_states import DecisionState
from network.awards.models.screening import staff
from network.awards.states import Outcome
from network.members.models.history import AppendOnly


class ScoringPlan(models.Model):
    """By which criteria, weights, scale and rules a round is scored; fixed before the first review.

    ``body`` is the canonical JSON whose SHA-256 is the plan's name. The ranking
    is made from this, not from the rows it was made from.
    """

    round = models.OneToOneField("awards.AwardRound", on_delete=models.PROTECT, related_name="plan")
    body = models.TextField()
    sha256 = models.CharField("SHA-256", max_length=64)
    frozen_by = staff(blank=True)
    frozen_at = models.DateTimeField(_("fixed"))

    class Meta:
        verbose_name = _("scoring plan")
        verbose_name_plural = _("scoring plans")

    def __str__(self):
        return self.sha256


class Ranking(AppendOnly):
    """A ranking as it was computed: what went in and what came out, so that anybody can check it."""

    round = models.ForeignKey("awards.AwardRound", on_delete=models.PROTECT, related_name="rankings")
    input = models.TextField()
    input_sha256 = models.CharField("SHA-256", max_length=64)
    result = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    result_sha256 = models.CharField(max_length=64)
    computed_by = staff(blank=True)
    computed_at = models.DateTimeField(_("computed"))

    class Meta:
        verbose_name = _("ranking")
        verbose_name_plural = _("rankings")
        ordering = ["-computed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "input_sha256"], name="awards_ranking_once"),
        ]

    def __str__(self):
        return f"{self.round_id} {self.input_sha256[:12]}"


class Decision(models.Model):
    """What is proposed for one nomination; approved by two people, kept secret until the release."""

    State = DecisionState

    round = models.ForeignKey("awards.AwardRound", on_delete=models.PROTECT, related_name="decisions")
    nomination = models.ForeignKey("awards.Nomination", on_delete=models.PROTECT, related_name="decisions")
    ranking = models.ForeignKey(Ranking, on_delete=models.PROTECT, related_name="decisions")
    state = models.CharField(
        _("state"), max_length=8, choices=DecisionState.choices, default=DecisionState.PROPOSED
    )
    words = models.TextField(_("how it was decided"), max_length=4000, blank=True)
    proposed_by = staff()
    proposed_at = models.DateTimeField(_("proposed"))
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True)
    dropped_at = models.DateTimeField(_("dropped"), null=True, blank=True)
    dropped_why = models.CharField(_("why dropped"), max_length=500, blank=True)
    release_at = models.DateTimeField(_("to be released"), null=True, blank=True)
    released_at = models.DateTimeField(_("released"), null=True, blank=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["round", "nomination", "-proposed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "nomination"],
                condition=~Q(state=DecisionState.DROPPED),
                name="awards_one_decision",
            ),
            models.CheckConstraint(
                condition=Q(state__in=DecisionState.values), name="awards_decision_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[DecisionState.APPROVED, DecisionState.RELEASED])
                | Q(approved_at__isnull=False),
                name="awards_approved_has_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=DecisionState.RELEASED) | Q(released_at__isnull=False),
                name="awards_released_decision_time",
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True) | Q(released_at__gte=F("approved_at")),
                name="awards_released_after_approved",
            ),
        ]

    def __str__(self):
        return f"{self.round_id} {self.nomination_id}: {self.state}"


class DecisionLine(models.Model):
    """One entry in a proposal: what it is to be given, and the jury's words to go with it."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="lines")
    entry = models.ForeignKey("awards.Entry", on_delete=models.PROTECT, related_name="decision_lines")
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices)
    jury_words = models.TextField(_("the jury's words"), max_length=1500, blank=True)
    # How people resolved what the engine left tied.
    tie_note = models.CharField(_("how the tie was resolved"), max_length=500, blank=True)
    # What the entrant is told by criteria, fixed at the release.
    feedback = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = _("line of a decision")
        verbose_name_plural = _("lines of decisions")
        ordering = ["decision", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "entry"], name="awards_decision_line_once"),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="awards_outcome_known"),
        ]

    def __str__(self):
        return f"{self.entry_id}: {self.outcome}"


class Approval(AppendOnly):
    """One person's yes to a proposal. It takes two people, the chair among them."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="approvals")
    by = staff()
    as_chair = models.BooleanField(default=False)
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "by"], condition=Q(by__isnull=False), name="awards_approval_once"
            ),
        ]

    def __str__(self):
        return f"{self.decision_id} {self.by_id}"


class Protocol(models.Model):
    """The record of one meeting of the jury: who was there, who stepped aside, the table, the decision."""

    round = models.ForeignKey("awards.AwardRound", on_delete=models.PROTECT, related_name="protocols")
    number = models.PositiveSmallIntegerField(_("number"))
    ranking = models.ForeignKey(
        Ranking, null=True, blank=True, on_delete=models.PROTECT, related_name="protocols"
    )
    held_at = models.DateTimeField(_("held"))
    place = models.CharField(_("where"), max_length=200, blank=True)
    # Lists of {"name", "role"}; of {"juror", "entry", "why"}; kept as they were on the day.
    present = models.JSONField(_("present"), default=list, blank=True)
    recused = models.JSONField(_("stepped aside"), default=list, blank=True)
    table = models.JSONField(_("table"), default=list, blank=True, encoder=DjangoJSONEncoder)
    decisions = models.JSONField(_("decision"), default=list, blank=True)
    discussion = models.TextField(_("what was discussed"), max_length=6000, blank=True)
    signatures = models.JSONField(_("signatures"), default=list, blank=True)
    made_by = staff()
    made_at = models.DateTimeField(_("made"))

    class Meta:
        verbose_name = _("protocol of a meeting")
        verbose_name_plural = _("protocols of meetings")
        ordering = ["round", "number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="awards_protocol_once"),
        ]

    def __str__(self):
        return f"{self.round_id}/{self.number}"
