from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.awards.jury_states import READABLE, AssignmentState, ConflictState, JurorState
from network.awards.models.screening import staff


class JurorQuerySet(models.QuerySet):
    def active(self):
        return self.filter(state=JurorState.ACTIVE)

    def of(self, user):
        return self.filter(user=user)


class Juror(models.Model):
    """A place on the jury of one round: an address that was asked, then a member who reads."""

    State = JurorState

    round = models.ForeignKey("awards.AwardRound", on_delete=models.PROTECT, related_name="jurors")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="jury_places",
    )
    email = models.EmailField(_("e-mail address"))
    # As she is named in the protocol; blind to entrants.
    name = models.CharField(_("name"), max_length=150, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    languages = models.JSONField(_("reads in"), default=list, blank=True)
    max_load = models.PositiveSmallIntegerField(_("most entries"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=JurorState.choices, default=JurorState.INVITED)
    invitation = models.OneToOneField(
        "members.Invitation", null=True, blank=True, on_delete=models.SET_NULL, related_name="juror"
    )
    invited_by = staff(blank=True)
    invited_at = models.DateTimeField(_("invited"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    declined_at = models.DateTimeField(_("declined"), null=True, blank=True)
    left_at = models.DateTimeField(_("left"), null=True, blank=True)
    # When she last said of every name in the list whom she knows.
    checked_at = models.DateTimeField(_("conflict check done"), null=True, blank=True)

    objects = JurorQuerySet.as_manager()

    class Meta:
        verbose_name = _("juror")
        verbose_name_plural = _("jurors")
        ordering = ["round", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "email"], condition=~Q(email=""), name="awards_juror_once"
            ),
            models.UniqueConstraint(
                fields=["round", "user"], condition=Q(user__isnull=False), name="awards_juror_member_once"
            ),
            models.CheckConstraint(condition=Q(state__in=JurorState.values), name="awards_juror_state_known"),
            models.CheckConstraint(
                condition=~Q(state=JurorState.ACTIVE) | Q(accepted_at__isnull=False),
                name="awards_active_juror_accepted",
            ),
        ]

    def __str__(self):
        return self.name or self.email or str(_("a former juror"))


class Conflict(models.Model):
    """What is known between one juror and one entry, and what the chair decided.

    ``reasons`` are the codes of what the system noticed (and of ties from the
    register); ``statement`` is hers. Without a row in a free state nothing of
    the entry's content is shown to her.
    """

    State = ConflictState

    entry = models.ForeignKey("awards.Entry", on_delete=models.CASCADE, related_name="conflicts")
    juror = models.ForeignKey(Juror, on_delete=models.CASCADE, related_name="conflicts")
    state = models.CharField(_("state"), max_length=8, choices=ConflictState.choices)
    reasons = models.JSONField(_("what was noticed"), default=list, blank=True)
    statement = models.CharField(_("what she says"), max_length=500, blank=True)
    found_at = models.DateTimeField(_("noticed"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    decided_by = staff(blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    why = models.CharField(_("reason"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("conflict of interest")
        verbose_name_plural = _("conflicts of interest")
        ordering = ["entry", "juror"]
        indexes = [models.Index(fields=["juror", "state"], name="awards_conflicts_of_juror")]
        constraints = [
            models.UniqueConstraint(fields=["entry", "juror"], name="awards_conflict_once"),
            models.CheckConstraint(
                condition=Q(state__in=ConflictState.values), name="awards_conflict_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[ConflictState.RECUSED, ConflictState.WAIVED])
                | Q(decided_at__isnull=False),
                name="awards_conflict_decided_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=ConflictState.WAIVED) | ~Q(why=""), name="awards_waiver_has_reason"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[ConflictState.CLEAR, ConflictState.DECLARED])
                | Q(answered_at__isnull=False),
                name="awards_conflict_answered_when",
            ),
        ]

    def __str__(self):
        return f"{self.entry_id} {self.juror_id}: {self.state}"


class AssignmentQuerySet(models.QuerySet):
    def readable(self):
        """What its juror may open; recused entries and those taken back are as if they were not there."""
        return self.filter(state__in=READABLE, juror__state=JurorState.ACTIVE)

    def of(self, user):
        return self.readable().filter(juror__user=user)


class Assignment(models.Model):
    """One entry to be read by one juror."""

    State = AssignmentState

    class Basis(models.TextChoices):
        ALL = "all", _("every juror reads every entry")
        BALANCE = "balance", _("to share the reading fairly")
        SUBSTITUTE = "substitute", _("in place of a juror who stepped aside")
        HAND = "hand", _("chosen by the secretary or the chair")

    entry = models.ForeignKey("awards.Entry", on_delete=models.PROTECT, related_name="assignments")
    juror = models.ForeignKey(Juror, on_delete=models.PROTECT, related_name="assignments")
    state = models.CharField(
        _("state"), max_length=10, choices=AssignmentState.choices, default=AssignmentState.ASSIGNED
    )
    basis = models.CharField(_("why"), max_length=10, choices=Basis.choices, default=Basis.ALL)
    # Each juror reads in an order of her own, so that no entry is first for everybody.
    order = models.PositiveIntegerField(default=0)
    assigned_by = staff(blank=True)
    assigned_at = models.DateTimeField(_("assigned"))
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    ended_at = models.DateTimeField(_("stepped aside or taken back"), null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["juror", "order", "pk"]
        indexes = [models.Index(fields=["juror", "state"], name="awards_assignments_of_juror")]
        constraints = [
            models.UniqueConstraint(fields=["entry", "juror"], name="awards_assignment_once"),
            models.CheckConstraint(
                condition=Q(state__in=AssignmentState.values), name="awards_assignment_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=AssignmentState.SUBMITTED) | Q(submitted_at__isnull=False),
                name="awards_submitted_review_time",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[AssignmentState.RECUSED, AssignmentState.TAKEN_BACK])
                | Q(ended_at__isnull=False),
                name="awards_ended_assignment_time",
            ),
        ]

    def __str__(self):
        return f"{self.entry_id} {self.juror_id}: {self.state}"
