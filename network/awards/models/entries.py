from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from network.awards.questions import PART_CODES
from network.awards.states import JUDGED, SENT, WRITABLE, EntryState, Outcome


class EntryQuerySet(models.QuerySet):
    def of_author(self, user):
        """Entries this member writes, as owner or co-author."""
        return self.filter(authors__user=user, authors__removed_at__isnull=True)

    def sent(self):
        return self.filter(state__in=SENT)

    def judged(self):
        """Admitted entries and those the jury has gone on with."""
        return self.filter(state__in=JUDGED)

    def open_drafts(self):
        return self.filter(state=EntryState.DRAFT)


class Entry(models.Model):
    """One submission to a round, from the first saved word to the jury's decision.

    What is being written lives in its parts; what was sent lives on its sealed
    page and, frozen, in its snapshots. Do not set ``state`` directly; use the
    actions.
    """

    State = EntryState

    round = models.ForeignKey("awards.AwardRound", on_delete=models.PROTECT, related_name="entries")
    reference = models.CharField(_("reference"), max_length=20, unique=True)
    page = models.OneToOneField(
        "awards.SubmissionPage", null=True, blank=True, on_delete=models.PROTECT, related_name="entry"
    )
    state = models.CharField(_("state"), max_length=16, choices=EntryState.choices, default=EntryState.DRAFT)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices, blank=True)
    nomination = models.ForeignKey(
        "awards.Nomination", null=True, blank=True, on_delete=models.PROTECT, related_name="entries"
    )
    # Copies of answers, for the secretary's list; written with the parts.
    project_title = models.CharField(_("title of the project"), max_length=120, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    # Lower case, ё as е: databases do not agree on Cyrillic capitals.
    search_text = models.TextField(blank=True, default="", editable=False)
    # Raised with every saved part, attachment or author: what a screen was made from.
    version = models.PositiveIntegerField(default=0)
    letters_language = models.CharField(max_length=10, default="ru")
    created_at = models.DateTimeField(_("begun"))
    updated_at = models.DateTimeField(_("last changed"))
    submitted_at = models.DateTimeField(_("sent"), null=True, blank=True)
    current_snapshot = models.ForeignKey(
        "awards.EntrySnapshot", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    extended_until = models.DateTimeField(_("extended until"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    expired_at = models.DateTimeField(_("expired"), null=True, blank=True)
    purged_at = models.DateTimeField(null=True, blank=True)
    is_sample = models.BooleanField(_("sample"), default=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("award entry")
        verbose_name_plural = _("award entries")
        ordering = ["reference"]
        indexes = [
            models.Index(fields=["round", "reference"], name="awards_entry_by_reference"),
            models.Index(fields=["round", "state", "reference"], name="awards_entry_by_state"),
            models.Index(fields=["round", "submitted_at", "id"], name="awards_entry_by_time"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=EntryState.values), name="awards_entry_state_known"),
            models.CheckConstraint(
                condition=Q(
                    state__in=[EntryState.DRAFT, EntryState.EXPIRED, EntryState.WITHDRAWN, EntryState.PURGED]
                )
                | Q(submitted_at__isnull=False, page__isnull=False, current_snapshot__isnull=False),
                name="awards_sent_entry_is_frozen",
            ),
            models.CheckConstraint(
                condition=(Q(state=EntryState.DECIDED) & ~Q(outcome=""))
                | Q(state=EntryState.PURGED)
                | (~Q(state=EntryState.DECIDED) & Q(outcome="")),
                name="awards_outcome_when_decided",
            ),
            models.CheckConstraint(
                condition=~Q(state=EntryState.WITHDRAWN) | Q(withdrawn_at__isnull=False),
                name="awards_withdrawn_has_time",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=True) | Q(submitted_at__gte=F("created_at")),
                name="awards_sent_after_begun",
            ),
        ]
        permissions = [
            ("screen_entry", "Can screen award entries"),
            ("chair_round", "Can chair the jury of an award"),
        ]

    def __str__(self):
        return self.reference

    @property
    def is_writable(self) -> bool:
        return self.state in WRITABLE

    @property
    def deadline_at(self):
        """The instant this entry must be sent by, its own extension included, the grace not."""
        return max(self.round.deadline_at, self.extended_until or self.round.deadline_at)


class EntryPart(models.Model):
    """The working copy of one part of the form. ``version`` is what the writer's screen was made from."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="parts")
    code = models.CharField(max_length=20, choices=[(code, code) for code in PART_CODES])
    data = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField()
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("part of an entry")
        verbose_name_plural = _("parts of entries")
        constraints = [models.UniqueConstraint(fields=["entry", "code"], name="awards_part_once")]

    def __str__(self):
        return f"{self.entry_id} {self.code}"


class SetAside(models.Model):
    """Text of one writer that met another's in the same question: kept until somebody has brought the two together."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="set_aside")
    code = models.CharField(max_length=20)
    data = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("text set aside")
        verbose_name_plural = _("texts set aside")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.entry_id} {self.code}"
