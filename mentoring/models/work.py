"""What a pair does together, and what it keeps."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mentoring.pair_states import MeetingState
from network.members.models.history import AppendOnly

SIDES = [("mentee", _("mentee")), ("mentor", _("mentor"))]


class Signature(AppendOnly):
    """One side's yes to the agreement: the text as she saw it, frozen."""

    pair = models.ForeignKey("mentoring.Pair", on_delete=models.CASCADE, related_name="signatures")
    side = models.CharField(_("side"), max_length=6, choices=SIDES)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField(_("text"))
    version = models.CharField(_("version"), max_length=20)
    language = models.CharField(_("language"), max_length=10)
    sha256 = models.CharField(max_length=64)
    signed_at = models.DateTimeField(_("confirmed"))

    class Meta:
        verbose_name = _("confirmed agreement")
        verbose_name_plural = _("confirmed agreements")
        ordering = ["signed_at"]
        constraints = [models.UniqueConstraint(fields=["pair", "side"], name="mentoring_signed_once")]

    def __str__(self):
        return f"{self.pair_id}/{self.side}"


class Goal(models.Model):
    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("state of a goal", "open")
        REACHED = "reached", pgettext_lazy("state of a goal", "reached")
        DROPPED = "dropped", pgettext_lazy("state of a goal", "let go")

    pair = models.ForeignKey("mentoring.Pair", on_delete=models.CASCADE, related_name="goals")
    text = models.CharField(_("goal"), max_length=300)
    measure = models.CharField(_("how we shall see that it is reached"), max_length=300, blank=True)
    state = models.CharField(_("state"), max_length=7, choices=State.choices, default=State.OPEN)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    written_at = models.DateTimeField(_("written"))

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["open", "reached", "dropped"]), name="mentoring_goal_state_known"
            ),
        ]

    def __str__(self):
        return self.text


class Meeting(models.Model):
    """A meeting of a pair. Its moment is UTC; each of the two sees it by her own clock."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pair = models.ForeignKey("mentoring.Pair", on_delete=models.CASCADE, related_name="meetings")
    state = models.CharField(
        _("state"), max_length=10, choices=MeetingState.choices, default=MeetingState.PLANNED
    )
    starts_at = models.DateTimeField(_("begins"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=60)
    # The zone it was planned in: what a calendar shows it by.
    time_zone = models.CharField(_("time zone"), max_length=60)
    place = models.CharField(_("where"), max_length=300, blank=True)
    note = models.TextField(_("what we agreed on"), max_length=3000, blank=True)
    # Grows with each change, so that calendars take the newest.
    sequence = models.PositiveSmallIntegerField(default=0)
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    planned_at = models.DateTimeField(_("planned"))
    logged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    logged_at = models.DateTimeField(_("logged"), null=True, blank=True)

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=MeetingState.values), name="mentoring_meeting_state_known"
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=10, minutes__lte=480), name="mentoring_meeting_has_length"
            ),
        ]

    def __str__(self):
        return f"{self.pair_id}: {self.starts_at}"


class Concern(models.Model):
    """A worry told to a named person. The partner does not learn of it."""

    pair = models.ForeignKey("mentoring.Pair", null=True, on_delete=models.SET_NULL, related_name="concerns")
    round = models.ForeignKey("mentoring.Round", on_delete=models.PROTECT, related_name="concerns")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    side = models.CharField(_("side"), max_length=6, choices=SIDES)
    # Whom she was told it goes to.
    to_name = models.CharField(_("to"), max_length=150)
    text = models.TextField(_("what happened"), max_length=4000)
    wishes = models.TextField(_("what she wishes"), max_length=1000, blank=True)
    may_talk = models.BooleanField(_("the partner may be told"), default=False)
    reported_at = models.DateTimeField(_("reported"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    outcome = models.TextField(_("what was done"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("concern")
        verbose_name_plural = _("concerns")
        ordering = ["-reported_at"]

    def __str__(self):
        return f"{self.round_id}: {self.reported_at:%Y-%m-%d}"


class PairNote(models.Model):
    """A coordinator's private note on a pair; neither of the two ever sees it."""

    pair = models.ForeignKey("mentoring.Pair", on_delete=models.CASCADE, related_name="notes")
    text = models.TextField(_("note"), max_length=4000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("private note")
        verbose_name_plural = _("private notes")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.pair_id}: {self.at:%Y-%m-%d}"
