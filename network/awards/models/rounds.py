import zoneinfo
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from network.awards.states import Phase
from network.members.models.history import AppendOnly


def is_time_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("There is no such time zone. Write it like Europe/Moscow or Asia/Almaty."))


class AwardRoundQuerySet(models.QuerySet):
    def taking_entries(self, *, at):
        """Rounds in which an entry may be begun now."""
        return self.filter(phase=Phase.CALLED, opens_at__lte=at, deadline_at__gt=at)


class AwardRound(ClusterableModel):
    """The facts of one round that no language version and no old draft of a page may change.

    Dates, weights and phase are here; the words are on the round's pages, one
    a language, which point here. Times are instants in UTC; ``time_zone`` is
    the zone they are announced in.
    """

    code = models.CharField(
        _("code"),
        max_length=8,
        unique=True,
        validators=[
            RegexValidator(r"^[A-Z]{1,3}[0-9]{2}[A-Z]?$", _("A letter or more and two digits, such as A27."))
        ],
        help_text=_("The beginning of every reference number, such as A27 in A27-0042."),
    )
    name = models.CharField(_("name for the staff"), max_length=120)
    phase = models.CharField(
        _("phase"), max_length=12, choices=Phase.choices, default=Phase.PREPARING, editable=False
    )
    time_zone = models.CharField(
        _("time zone"), max_length=60, default="Europe/Moscow", validators=[is_time_zone]
    )
    opens_at = models.DateTimeField(_("opens"))
    deadline_at = models.DateTimeField(_("deadline"))
    grace_minutes = models.PositiveSmallIntegerField(
        _("grace, minutes"),
        default=15,
        validators=[MaxValueValidator(120)],
        help_text=_(
            "For sending drafts that were begun before the deadline. Announce it in the regulations."
        ),
    )
    screening_until = models.DateTimeField(_("screening until"), null=True, blank=True)
    judging_opens_at = models.DateTimeField(_("the jury begins"), null=True, blank=True)
    judging_closes_at = models.DateTimeField(_("the jury ends"), null=True, blank=True)
    release_at = models.DateTimeField(_("results announced for"), null=True, blank=True)
    released_at = models.DateTimeField(_("results released"), null=True, blank=True, editable=False)
    projects_from = models.DateField(_("projects from"))
    projects_until = models.DateField(_("projects until"))
    min_reviews = models.PositiveSmallIntegerField(
        _("reviews an entry needs"), default=3, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    scale_low = models.PositiveSmallIntegerField(_("lowest score"), default=1)
    scale_high = models.PositiveSmallIntegerField(
        _("highest score"), default=10, validators=[MaxValueValidator(100)]
    )
    # Frozen before the first review; see the jury's part.
    plan_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    plan_frozen_at = models.DateTimeField(null=True, blank=True, editable=False)
    last_number = models.PositiveIntegerField(default=0, editable=False)
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    objects = AwardRoundQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("name")]),
        MultiFieldPanel(
            [
                FieldPanel("time_zone"),
                FieldRowPanel(
                    [FieldPanel("opens_at"), FieldPanel("deadline_at"), FieldPanel("grace_minutes")]
                ),
                FieldRowPanel([FieldPanel("projects_from"), FieldPanel("projects_until")]),
                FieldPanel("screening_until"),
                FieldRowPanel([FieldPanel("judging_opens_at"), FieldPanel("judging_closes_at")]),
                FieldPanel("release_at"),
            ],
            _("Dates"),
            help_text=_("Dates are entered and shown here in your own time zone."),
        ),
        MultiFieldPanel(
            [FieldPanel("min_reviews"), FieldRowPanel([FieldPanel("scale_low"), FieldPanel("scale_high")])],
            _("Scores"),
        ),
        InlinePanel("nominations", heading=_("Nominations"), label=_("nomination"), min_num=1),
        InlinePanel(
            "criteria",
            heading=_("Criteria"),
            label=_("criterion"),
            min_num=1,
            help_text=_("Weights are whole numbers and make 100 together."),
        ),
    ]

    class Meta:
        verbose_name = _("round of an award")
        verbose_name_plural = _("rounds of the award")
        ordering = ["-opens_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(deadline_at__gt=F("opens_at")), name="awards_deadline_after_opening"
            ),
            models.CheckConstraint(condition=Q(scale_high__gt=F("scale_low")), name="awards_scale_goes_up"),
            models.CheckConstraint(condition=Q(min_reviews__gte=1), name="awards_some_reviews"),
            models.CheckConstraint(
                condition=Q(projects_until__gte=F("projects_from")), name="awards_project_months_in_order"
            ),
            models.CheckConstraint(condition=Q(phase__in=Phase.values), name="awards_round_phase_known"),
            models.CheckConstraint(
                condition=Q(released_at__isnull=False) | ~Q(phase=Phase.RELEASED),
                name="awards_released_has_time",
            ),
            models.CheckConstraint(
                condition=Q(plan_sha256="", plan_frozen_at__isnull=True)
                | (~Q(plan_sha256="") & Q(plan_frozen_at__isnull=False)),
                name="awards_plan_frozen_with_time",
            ),
        ]

    def __str__(self):
        return f"{self.code} · {self.name}"

    @property
    def grace_ends_at(self):
        return self.deadline_at + timedelta(minutes=self.grace_minutes)

    @property
    def scale(self) -> tuple[int, int]:
        return (self.scale_low, self.scale_high)

    @property
    def is_plan_frozen(self) -> bool:
        return self.plan_frozen_at is not None

    def page(self, language: str | None = None):
        """The live page of the round in a language, else in the default one, else None."""
        language = language or get_language() or settings.LANGUAGE_CODE
        pages = {page.locale.language_code: page for page in self.pages.live().select_related("locale")}
        return pages.get(language) or pages.get(settings.LANGUAGE_CODE) or next(iter(pages.values()), None)


class Nomination(Orderable):
    round = ParentalKey(AwardRound, on_delete=models.CASCADE, related_name="nominations")
    code = models.SlugField(_("code"), max_length=40)
    # Shown to staff and wherever the round has no page in the reader's language.
    name = models.CharField(_("name for the staff"), max_length=120)

    panels = [FieldRowPanel([FieldPanel("code"), FieldPanel("name")])]

    class Meta(Orderable.Meta):
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")
        constraints = [models.UniqueConstraint(fields=["round", "code"], name="awards_nomination_once")]

    def __str__(self):
        return self.name


class Criterion(Orderable):
    round = ParentalKey(AwardRound, on_delete=models.CASCADE, related_name="criteria")
    code = models.SlugField(_("code"), max_length=40)
    name = models.CharField(_("name for the staff"), max_length=120)
    weight = models.PositiveSmallIntegerField(
        _("weight"), validators=[MinValueValidator(1), MaxValueValidator(100)], help_text=_("In hundredths.")
    )
    required = models.BooleanField(_("must be scored"), default=False)

    panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("name"), FieldPanel("weight"), FieldPanel("required")])
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        constraints = [
            models.UniqueConstraint(fields=["round", "code"], name="awards_criterion_once"),
            models.CheckConstraint(
                condition=Q(weight__gte=1, weight__lte=100), name="awards_weight_in_hundredths"
            ),
        ]

    def __str__(self):
        return self.name


class DeadlineChange(AppendOnly):
    """The deadline of a whole round was moved: from, to, why, by whom."""

    round = models.ForeignKey(AwardRound, on_delete=models.CASCADE, related_name="deadline_changes")
    before = models.DateTimeField(_("before"))
    after = models.DateTimeField(_("after"))
    reason = models.CharField(_("reason"), max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("change of a deadline")
        verbose_name_plural = _("changes of deadlines")
        ordering = ["-at", "-pk"]
        constraints = [
            # A deadline that people count on is only ever moved later.
            models.CheckConstraint(condition=Q(after__gt=F("before")), name="awards_deadline_only_later"),
        ]

    def __str__(self):
        return f"{self.before:%Y-%m-%d} → {self.after:%Y-%m-%d}"


class EligibilityAnswer(models.Model):
    """What somebody answered to the questions before the form; a no stands until the secretary opens it again."""

    round = models.ForeignKey(AwardRound, on_delete=models.CASCADE, related_name="eligibility_answers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    answers = models.JSONField(default=dict)
    passed = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("answer to the eligibility questions")
        verbose_name_plural = _("answers to the eligibility questions")
        constraints = [models.UniqueConstraint(fields=["round", "user"], name="awards_eligibility_once")]

    def __str__(self):
        return f"{self.round_id}: {self.passed}"
