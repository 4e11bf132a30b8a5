import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mentoring.pair_states import LIVE, MENTEE, MENTOR, TOGETHER, PairState


class PairQuerySet(models.QuerySet):
    def live(self):
        """Offers and pairs that hold a place."""
        return self.filter(state__in=LIVE)

    def together(self):
        return self.filter(state__in=TOGETHER)

    def of_person(self, person):
        return self.filter(Q(mentee__person=person) | Q(mentor__person=person))

    def with_people(self):
        return self.select_related(
            "round__page",
            "mentee__person", "mentee__mentee_profile", "mentor__person", "mentor__mentor_profile",
        )  # fmt: skip


class Answer(models.TextChoices):
    YES = "yes", _("yes")
    NO = "no", _("no")


class Pair(models.Model):
    """Two people of one round, from the offer to the end. Do not set ``state`` directly; mentoring.actions does.

    An offer holds a place of the mentor while it waits for answers. How many
    she holds is counted under a lock of her application's row.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    round = models.ForeignKey("mentoring.Round", on_delete=models.PROTECT, related_name="pairs")
    mentee = models.ForeignKey("mentoring.Application", on_delete=models.CASCADE, related_name="mentee_pairs")
    mentor = models.ForeignKey("mentoring.Application", on_delete=models.CASCADE, related_name="mentor_pairs")
    state = models.CharField(_("state"), max_length=12, choices=PairState.choices, default=PairState.OFFERED)
    # Empty: chosen by hand from the candidates, without a run.
    run = models.ForeignKey(
        "mentoring.Run", null=True, blank=True, on_delete=models.PROTECT, related_name="pairs"
    )
    score = models.PositiveIntegerField(_("score"), default=0)
    parts = models.JSONField(default=dict, blank=True)
    # What the two share, in codes: topics, languages, minutes a week.
    shared = models.JSONField(default=dict, blank=True)
    offered_at = models.DateTimeField(_("offered"))
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answer_by = models.DateTimeField(_("answer by"), db_index=True)
    mentee_answer = models.CharField(_("mentee's answer"), max_length=3, choices=Answer.choices, blank=True)
    mentee_answered_at = models.DateTimeField(null=True, blank=True)
    mentor_answer = models.CharField(_("mentor's answer"), max_length=3, choices=Answer.choices, blank=True)
    mentor_answered_at = models.DateTimeField(null=True, blank=True)
    decline_reason = models.CharField(_("reason"), max_length=20, blank=True)
    # Her own words to the coordinator; the other side never sees them.
    decline_words = models.TextField(_("in her words"), max_length=1000, blank=True)
    settled_at = models.DateTimeField(_("both said yes"), null=True, blank=True)
    begun_at = models.DateTimeField(_("began to work"), null=True, blank=True)
    paused_until = models.DateField(_("pause until"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    end_reason = models.CharField(_("reason of the end"), max_length=20, blank=True)
    end_words = models.TextField(_("words to the coordinator"), max_length=1000, blank=True)
    # Who of the two would like another partner.
    mentee_wants_another = models.BooleanField(default=False)
    mentor_wants_another = models.BooleanField(default=False)
    # The coordinator has seen that this offer or pair came back and decided what to do.
    seen_at = models.DateTimeField(_("dealt with"), null=True, blank=True)
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    objects = PairQuerySet.as_manager()

    class Meta:
        verbose_name = _("pair")
        verbose_name_plural = _("pairs")
        ordering = ["-offered_at", "-pk"]
        indexes = [models.Index(fields=["round", "state"], name="mentoring_pairs_of_round")]
        constraints = [
            models.UniqueConstraint(
                fields=["mentee"], condition=Q(state__in=list(LIVE)), name="mentoring_one_live_pair"
            ),
            models.CheckConstraint(condition=~Q(mentee=F("mentor")), name="mentoring_pair_of_two"),
            models.CheckConstraint(
                condition=Q(state__in=PairState.values), name="mentoring_pair_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="declined") & ~Q(decline_reason="")
                | ~Q(state="declined") & Q(decline_reason=""),
                name="mentoring_pair_declined_has_reason",
            ),
            # Nobody is together with anybody without having said yes.
            models.CheckConstraint(
                condition=~Q(state__in=[*TOGETHER, "completed", "ended_early"])
                | Q(mentee_answer="yes", mentor_answer="yes", settled_at__isnull=False),
                name="mentoring_pair_both_said_yes",
            ),
        ]

    def __str__(self):
        return f"{self.mentee} – {self.mentor}"

    def side_of(self, person) -> str | None:
        """Which of the two she is, or None for a stranger."""
        if person is None or person.pk is None:
            return None
        return {self.mentor.person_id: MENTOR, self.mentee.person_id: MENTEE}.get(person.pk)

    def application_of(self, side: str):
        return self.mentor if side == MENTOR else self.mentee

    def answer_of(self, side: str) -> str:
        return self.mentor_answer if side == MENTOR else self.mentee_answer

    def answered_at(self, side: str):
        return self.mentor_answered_at if side == MENTOR else self.mentee_answered_at

    @property
    def is_offer(self) -> bool:
        return self.state == PairState.OFFERED

    @property
    def is_together(self) -> bool:
        return self.state in TOGETHER


def other_side(side: str) -> str:
    return MENTEE if side == MENTOR else MENTOR
