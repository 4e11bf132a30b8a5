from django.utils.translation import gettext_lazy as _
from wagtail import blocks

CODE = r"^[a-z][a-z0-9_-]{0,38}$"


def code_block(help_text):
    # RegexBlock: wagtail-localize offers a CharBlock to translators.
    return blocks.RegexBlock(
        regex=CODE,
        label=_("code"),
        help_text=help_text,
        error_messages={"invalid": _("Only small Latin letters, digits, hyphens and underscores.")},
    )


class NominationBlock(blocks.StructBlock):
    code = code_block(_("As in the round's record; the same in every language."))
    title = blocks.CharBlock(label=_("title"), max_length=120)
    text = blocks.TextBlock(label=_("for whom"), required=False)

    class Meta:
        icon = "tag"
        label = _("Nomination")


class AnchorBlock(blocks.StructBlock):
    score = blocks.IntegerBlock(label=_("score"), min_value=0, max_value=100)
    text = blocks.TextBlock(label=_("what deserves it"))

    class Meta:
        icon = "pick"
        label = _("Anchor")


class CriterionBlock(blocks.StructBlock):
    """The words of one criterion. Its weight is in the round's record: it may not differ between languages."""

    code = code_block(_("As in the round's record; the same in every language."))
    title = blocks.CharBlock(label=_("title"), max_length=120)
    question = blocks.TextBlock(label=_("what the juror asks herself"))
    anchors = blocks.ListBlock(
        AnchorBlock(), label=_("anchors"), help_text=_("What some of the scores mean, in words.")
    )

    class Meta:
        icon = "list-ol"
        label = _("Criterion")
