from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField

from network.awards.blocks import CriterionBlock, NominationBlock, PartnerBlock, PictureBlock, RecipeStepBlock
from network.awards.states import Outcome
from network.content.blocks import PAGE_BLOCKS, STORY_BLOCKS
from network.content.models import BasePage

REGULATIONS = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class AwardsIndexPage(BasePage):
    """The list of awards, open calls and laureates."""

    body = StreamField(PAGE_BLOCKS, verbose_name=_("content"), blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = ["awards.AwardPage"]
    max_count_per_parent = 1
    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("list of awards")
        verbose_name_plural = _("lists of awards")

    def get_context(self, request, *args, **kwargs):
        from network.awards.reading import index_context

        context = super().get_context(request, *args, **kwargs)
        context.update(index_context(self, request))
        return context

    def next_date_note(self) -> str:
        from network.awards.reading import next_date_note

        return next_date_note(self)


class AwardPage(BasePage):
    """An award: what it is for and the regulations that hold in every round."""

    body = StreamField(PAGE_BLOCKS, verbose_name=_("content"), blank=True)
    regulations = RichTextField(_("regulations"), features=REGULATIONS, blank=True)

    parent_page_types = ["awards.AwardsIndexPage"]
    subpage_types = ["awards.AwardRoundPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("body"), FieldPanel("regulations")]

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")

    def get_context(self, request, *args, **kwargs):
        from network.awards.reading import award_context

        context = super().get_context(request, *args, **kwargs)
        context.update(award_context(self, request))
        return context


class AwardRoundPage(BasePage):
    """The public call of one round in one language. Dates, weights and phase come from the round's record."""

    round = models.ForeignKey(
        "awards.AwardRound",
        verbose_name=_("round"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_("Holds the dates and weights; the secretary keeps it."),
    )
    call = StreamField(PAGE_BLOCKS, verbose_name=_("call"), blank=True)
    regulations = RichTextField(
        _("regulations of this round"),
        features=REGULATIONS,
        blank=True,
        help_text=_("Only what differs from the regulations of the award."),
    )
    nominations = StreamField([("nomination", NominationBlock())], verbose_name=_("nominations"), blank=True)
    criteria = StreamField([("criterion", CriterionBlock())], verbose_name=_("criteria"), blank=True)
    jury_note = RichTextField(
        _("about the jury"), features=["bold", "italic", "ol", "ul", "link"], blank=True
    )

    parent_page_types = ["awards.AwardPage"]
    subpage_types = ["awards.LaureatePage"]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("round"),
        FieldPanel("call"),
        FieldPanel("nominations"),
        FieldPanel("criteria"),
        FieldPanel("jury_note"),
        FieldPanel("regulations"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("round", overridable=False),
    ]

    class Meta:
        verbose_name = _("round of an award (page)")
        verbose_name_plural = _("rounds of the award (pages)")

    def get_context(self, request, *args, **kwargs):
        from network.awards.reading import round_context

        context = super().get_context(request, *args, **kwargs)
        context.update(round_context(self, request))
        return context

    def nomination_titles(self) -> dict[str, str]:
        """Titles of the nominations in this page's language, by code."""
        return {block.value["code"]: block.value["title"] for block in self.nominations}

    def criterion_texts(self) -> dict[str, dict]:
        """Title, question and anchors of the criteria in this page's language, by code."""
        return {
            block.value["code"]: {
                "title": block.value["title"],
                "question": block.value["question"],
                "anchors": [(anchor["score"], anchor["text"]) for anchor in block.value["anchors"]],
            }
            for block in self.criteria
        }


class LaureatePage(BasePage):
    """The public page of a laureate: built from a whitelist of the entry, then edited and translated like any page.

    It holds no people's names unless an editor writes them, and stays when its authors leave.
    """

    outcome = models.CharField(_("prize"), max_length=12, choices=Outcome.choices, default=Outcome.LAUREATE)
    nomination = models.SlugField(
        _("nomination"), max_length=40, blank=True, help_text=_("Its code in the round.")
    )
    countries = models.JSONField(_("countries"), default=list, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    licence = models.CharField(_("terms of use"), max_length=20, blank=True)
    cost = models.CharField(_("what it cost"), max_length=20, blank=True)
    pictures = StreamField([("picture", PictureBlock())], verbose_name=_("pictures"), blank=True)
    story = StreamField(STORY_BLOCKS, verbose_name=_("story"), blank=True)
    partners = StreamField([("partner", PartnerBlock())], verbose_name=_("partners"), blank=True)
    recipe_needs = models.TextField(_("what one needs"), blank=True)
    recipe = StreamField([("step", RecipeStepBlock())], verbose_name=_("what others can repeat"), blank=True)
    recipe_beware = models.TextField(_("what to beware of"), blank=True)
    jury_words = models.TextField(_("what the jury said"), blank=True)
    snapshot = models.ForeignKey(
        "awards.EntrySnapshot", null=True, blank=True, on_delete=models.PROTECT, related_name="laureate_pages"
    )
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    parent_page_types = ["awards.AwardRoundPage"]
    subpage_types = []
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("outcome"), FieldPanel("nomination"), FieldPanel("organisation")], _("Prize")
        ),
        FieldPanel("pictures"),
        FieldPanel("story"),
        FieldPanel("partners"),
        MultiFieldPanel(
            [FieldPanel("recipe_needs"), FieldPanel("recipe"), FieldPanel("recipe_beware")],
            _("What others can repeat"),
        ),
        FieldPanel("jury_words"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("outcome", overridable=False),
        SynchronizedField("nomination", overridable=False),
        SynchronizedField("countries", overridable=False),
        SynchronizedField("licence", overridable=False),
        SynchronizedField("cost", overridable=False),
        SynchronizedField("snapshot", overridable=False),
        SynchronizedField("is_sample", overridable=False),
    ]

    class Meta:
        verbose_name = _("laureate")
        verbose_name_plural = _("laureates")

    def get_context(self, request, *args, **kwargs):
        from network.awards.reading import laureate_context

        context = super().get_context(request, *args, **kwargs)
        context.update(laureate_context(self, request))
        return context
