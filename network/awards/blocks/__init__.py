"""What a round's and a laureate's pages are made of. Codes are never sent to translators."""

from .laureates import PartnerBlock, PictureBlock, RecipeStepBlock
from .rounds import CriterionBlock, NominationBlock

__all__ = ["CriterionBlock", "NominationBlock", "PartnerBlock", "PictureBlock", "RecipeStepBlock"]
