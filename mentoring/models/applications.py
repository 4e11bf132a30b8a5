from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.states import FOR_STAFF, Standing


class ApplicationQuerySet(models.QuerySet):
    def sent(self):
        return self.exclude(state=Standing.DRAFT)

    def in_pool(self, *, on=None):
        """Accepted applications that matching may use; with ``on``, without mentors who pause that day."""
        pool = self.filter(state=Standing.ACCEPTED)
        return pool.filter(Q(paused_until__isnull=True) | Q(paused_until__lt=on)) if on else pool

    def mentees(self):
        return self.filter(side=Application.Side.MENTEE)

    def mentors(self):
        return self.filter(side=Application.Side.MENTOR)

    def with_profiles(self):
        return self.select_related("mentee_profile", "mentor_profile", "person")


class Application(models.Model):
    """One person's wish to be mentored or to mentor in one round.

    ``working_copy`` is what she is writing, by step; the profile page and the
    last snapshot hold what she sent. Do not set ``state`` directly;
    mentoring.actions does.
    """

    class Side(models.TextChoices):
        MENTEE = "mentee", _("mentee")
        MENTOR = "mentor", _("mentor")

    round = models.ForeignKey("mentoring.Round", on_delete=models.PROTECT, related_name="applications")
    side = models.CharField(_("side"), max_length=6, choices=Side.choices)
    # Empty while somebody it was entered for has not come, and after she erased herself.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="mentoring_applications",
    )
    invitation = models.OneToOneField(
        "members.Invitation",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="mentoring_application",
    )
    state = models.CharField(_("state"), max_length=15, choices=Standing.choices, default=Standing.DRAFT)
    number = models.PositiveIntegerField(null=True, blank=True, editable=False)
    reference = models.CharField(_("number"), max_length=12, null=True, blank=True, unique=True)
    mentee_profile = models.OneToOneField(
        "mentoring.MenteeProfilePage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="application",
    )
    mentor_profile = models.OneToOneField(
        "mentoring.MentorProfilePage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="application",
    )
    language = models.CharField(_("language she writes in"), max_length=10)
    eligibility = models.JSONField(default=dict, blank=True)
    working_copy = models.JSONField(default=dict, blank=True)
    # Grows at each saving: a form filled from an older copy never writes over a newer one.
    working_version = models.PositiveIntegerField(default=0)
    # What the coordinator asked to change: names of steps, and until when.
    asked_steps = models.JSONField(default=list, blank=True)
    changes_due_at = models.DateTimeField(_("corrections until"), null=True, blank=True)
    decline_reason = models.CharField(_("reason"), max_length=20, blank=True)
    # Served first: 0 as a rule, higher for somebody carried over from a round without a pair.
    tier = models.PositiveSmallIntegerField(_("tier"), default=0)
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    paused_until = models.DateField(_("pause until"), null=True, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)
    # Names, institution, town, number and address in small letters: SQLite knows no capitals but Latin ones.
    search_text = models.TextField(editable=False, blank=True, default="")
    created_at = models.DateTimeField(_("begun"))
    saved_at = models.DateTimeField(_("saved"))
    first_sent_at = models.DateTimeField(_("first sent"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True, db_index=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-sent_at", "-pk"]
        indexes = [models.Index(fields=["round", "side", "state"], name="mentoring_pool")]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "side", "person"], name="mentoring_one_application_a_side"
            ),
            models.UniqueConstraint(fields=["round", "number"], name="mentoring_number_once"),
            models.CheckConstraint(
                condition=Q(state__in=Standing.values), name="mentoring_application_state_known"
            ),
            models.CheckConstraint(condition=Q(side__in=["mentee", "mentor"]), name="mentoring_side_known"),
            models.CheckConstraint(
                condition=Q(side="mentee", mentor_profile__isnull=True)
                | Q(side="mentor", mentee_profile__isnull=True),
                name="mentoring_profile_fits_side",
            ),
            # Whatever left the draft was sent once, has a number, and keeps both.
            models.CheckConstraint(
                condition=Q(state__in=["draft", "withdrawn"])
                | Q(reference__isnull=False, sent_at__isnull=False, number__isnull=False),
                name="mentoring_sent_has_reference",
            ),
            models.CheckConstraint(
                condition=Q(state="declined") & ~Q(decline_reason="")
                | ~Q(state="declined") & Q(decline_reason=""),
                name="mentoring_declined_has_reason",
            ),
        ]

    def __str__(self):
        return self.reference or f"{self.get_side_display()} {self.pk}"

    @property
    def profile(self):
        """The sealed page of what was sent, or None before the first sending and after erasure."""
        return self.mentor_profile if self.side == self.Side.MENTOR else self.mentee_profile

    @property
    def state_kind(self) -> str:
        """The kind of review that led to this state, if a coordinator's decision did."""
        return {
            Standing.ACCEPTED: "accept",
            Standing.NEEDS_CHANGES: "ask_changes",
            Standing.WAITLISTED: "waitlist",
            Standing.DECLINED: "decline",
        }.get(self.state, "")

    @property
    def state_for_staff(self):
        return FOR_STAFF[self.state]

    @property
    def is_mentor(self) -> bool:
        return self.side == self.Side.MENTOR
