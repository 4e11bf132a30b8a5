from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from network.content.blocks import FigureBlock
from network.members.vocabularies import COUNTRIES


class PartnerBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("organisation"), max_length=200)
    country = blocks.ChoiceBlock(label=_("country"), choices=COUNTRIES)
    role = blocks.CharBlock(label=_("what it did"), max_length=300, required=False)

    class Meta:
        icon = "group"
        label = _("Partner")


class PictureBlock(FigureBlock):
    class Meta:
        icon = "image"
        label = _("Picture")


class RecipeStepBlock(blocks.StructBlock):
    """One step others can take to do the same at home."""

    title = blocks.CharBlock(label=_("step"), max_length=120)
    text = blocks.TextBlock(label=_("how"))

    class Meta:
        icon = "list-ol"
        label = _("Step")
