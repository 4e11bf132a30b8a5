from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import RichTextField, StreamField

from mentoring.panels import EligibilityBlock, TopicBoxes
from network.content.blocks import PAGE_BLOCKS
from network.content.models import BasePage
from network.content.models.pages import SynchronizedField

AGREEMENT_TEXT = ["h3", "bold", "italic", "ol", "ul", "link"]


class MentoringPage(BasePage):
    """The programme: what it is, which call is open, what comes next."""

    body = StreamField(PAGE_BLOCKS, verbose_name=_("content"), blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = ["mentoring.MentoringRoundPage", "mentoring.MentorsIndexPage"]
    max_count_per_parent = 1
    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("mentoring programme")
        verbose_name_plural = _("mentoring programmes")

    def get_context(self, request, *args, **kwargs):
        from mentoring.reading import programme_context

        context = super().get_context(request, *args, **kwargs)
        context.update(programme_context(self, request))
        return context

    def next_date_note(self) -> str:
        from mentoring.reading import next_date_note

        return next_date_note(self)


class MentoringRoundPage(BasePage):
    """One dated call of the programme, edited by the coordinator. The Russian page is the source of dates and codes;
    its phase is kept in ``Round``."""

    intro = RichTextField(_("introduction"), features=["bold", "italic", "ol", "ul", "link"], blank=True)
    body = StreamField(PAGE_BLOCKS, verbose_name=_("content"), blank=True)
    time_zone = models.CharField(_("time zone of the round"), max_length=60, default="Europe/Moscow")
    mentor_call_opens_at = models.DateTimeField(_("call for mentors opens"))
    mentor_deadline = models.DateTimeField(_("mentors apply until"))
    mentee_call_opens_at = models.DateTimeField(_("call for mentees opens"))
    mentee_deadline = models.DateTimeField(_("mentees apply until"))
    matching_on = models.DateField(_("answers by"), help_text=_("The day by which everyone has an answer."))
    pairs_from = models.DateField(_("pairs work from"))
    pairs_until = models.DateField(_("pairs work until"))
    eligibility = StreamField(
        [("question", EligibilityBlock())], verbose_name=_("questions before the application"), blank=True
    )
    topics = models.JSONField(_("topics offered"), default=list, blank=True)
    most_places = models.PositiveSmallIntegerField(
        _("places a mentor may offer at most"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(10)],
    )
    country_cap = models.PositiveSmallIntegerField(
        _("at most this share of places for one country, in per cent"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    answer_days = models.PositiveSmallIntegerField(
        _("days to answer an offer"), default=7, validators=[MinValueValidator(1), MaxValueValidator(30)]
    )
    agreement = RichTextField(_("agreement of a pair"), features=AGREEMENT_TEXT, blank=True)
    agreement_version = models.CharField(
        _("version of the agreement"),
        max_length=20,
        default="1",
        help_text=_("Change it when the text changes."),
    )
    contact_name = models.CharField(
        _("person who answers questions and concerns"), max_length=150, blank=True
    )
    contact_email = models.EmailField(_("her address"), blank=True)

    parent_page_types = ["mentoring.MentoringPage"]
    subpage_types = []
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("time_zone", overridable=False),
        SynchronizedField("agreement_version", overridable=False),
        SynchronizedField("contact_name", overridable=True),
        *(
            SynchronizedField(name, overridable=False)
            for name in (
                "mentor_call_opens_at", "mentor_deadline", "mentee_call_opens_at", "mentee_deadline", "matching_on",
                "pairs_from", "pairs_until", "topics", "most_places", "country_cap", "answer_days",
            )
        ),
    ]  # fmt: skip
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("body")],
                heading=_("Round"),
            ),
            ObjectList(
                [
                    HelpPanel(
                        _(
                            "Times are entered and shown in the time zone of your profile. "
                            "The round's screen shows them in the round's own zone: compare before you publish."
                        )
                    ),
                    FieldPanel("time_zone"),
                    FieldRowPanel([FieldPanel("mentor_call_opens_at"), FieldPanel("mentor_deadline")]),
                    FieldRowPanel([FieldPanel("mentee_call_opens_at"), FieldPanel("mentee_deadline")]),
                    FieldPanel("matching_on"),
                    FieldRowPanel([FieldPanel("pairs_from"), FieldPanel("pairs_until")]),
                ],
                heading=_("Dates"),
            ),
            ObjectList(
                [
                    FieldPanel("eligibility"),
                    FieldPanel("topics", widget=TopicBoxes),
                    MultiFieldPanel(
                        [FieldPanel("most_places"), FieldPanel("country_cap"), FieldPanel("answer_days")],
                        _("Limits"),
                    ),
                ],
                heading=_("Conditions"),
            ),
            ObjectList(
                [
                    FieldPanel("agreement"),
                    FieldPanel("agreement_version"),
                    FieldRowPanel([FieldPanel("contact_name"), FieldPanel("contact_email")]),
                ],
                heading=_("Agreement"),
            ),
            ObjectList(BasePage.promote_panels, heading=_("Address")),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("mentoring round")
        verbose_name_plural = _("mentoring rounds")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(mentor_deadline__gt=models.F("mentor_call_opens_at")),
                name="mentoring_mentor_call_has_length",
            ),
            models.CheckConstraint(
                condition=models.Q(mentee_deadline__gt=models.F("mentee_call_opens_at")),
                name="mentoring_mentee_call_has_length",
            ),
            models.CheckConstraint(
                condition=models.Q(mentee_call_opens_at__gte=models.F("mentor_call_opens_at")),
                name="mentoring_mentors_called_first",
            ),
            models.CheckConstraint(
                condition=models.Q(pairs_until__gt=models.F("pairs_from")), name="mentoring_pairs_have_time"
            ),
        ]

    def save(self, *args, **kwargs):
        result = super().save(*args, **kwargs)
        self._make_round()
        return result

    def _make_round(self):
        """The source page of a round gets its record once; its translations share it."""
        from wagtail.models import Locale

        from mentoring.models.rounds import Round, next_code

        if self.locale_id == Locale.get_default().pk and not Round.objects.filter(page_id=self.pk).exists():
            Round.objects.create(page=self, code=next_code(self.pairs_from.year))

    def clean(self):
        from mentoring.rules.rounds import round_mistakes

        super().clean()
        if mistakes := round_mistakes(self):
            from django.core.exceptions import ValidationError

            raise ValidationError(mistakes)

    def opens_at(self, side: str):
        return self.mentor_call_opens_at if side == "mentor" else self.mentee_call_opens_at

    def deadline(self, side: str):
        return self.mentor_deadline if side == "mentor" else self.mentee_deadline

    def get_context(self, request, *args, **kwargs):
        from mentoring.reading import round_context

        context = super().get_context(request, *args, **kwargs)
        context.update(round_context(self, request))
        return context
