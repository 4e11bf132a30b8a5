from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock


class FigureBlock(blocks.StructBlock):
    """A picture; its alternative text belongs to the page, so it is translated with it."""

    image = ImageChooserBlock(label=_("picture"))
    alt_text = blocks.CharBlock(
        label=_("alternative text"),
        max_length=250,
        help_text=_("What the picture shows, for those who cannot see it."),
    )
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=300)
    credit = blocks.CharBlock(label=_("author or source"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/figure.html"
        description = _("A picture with its alternative text and caption.")
        preview_template = "blocks/figure_preview.html"


class RecordingBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"))
    file = DocumentChooserBlock(label=_("file on this site"), required=False)
    url = blocks.URLBlock(
        label=_("or an address elsewhere"),
        required=False,
        help_text=_("Shown as a link: nothing is loaded from other sites."),
    )
    minutes = blocks.IntegerBlock(label=_("minutes"), min_value=1, max_value=600, required=False)
    transcript = blocks.RichTextBlock(
        label=_("transcript"),
        features=["h3", "bold", "italic", "ol", "ul"],
        help_text=_("Every word that is said: for those who cannot hear it or cannot load it."),
    )

    def clean(self, value):
        value = super().clean(value)
        if bool(value.get("file")) == bool(value.get("url")):
            raise ValidationError(_("Choose a file or give an address, one of the two."))
        return value


class VideoBlock(RecordingBlock):
    class Meta:
        icon = "media"
        label = _("Video")
        template = "blocks/video.html"
        preview_value = {
            "title": "Запись встречи",
            "url": "https://example.org/video",
            "minutes": 12,
            "transcript": "<p>Здравствуйте.</p>",
        }
        description = _("A video with its transcript.")


class AudioBlock(RecordingBlock):
    class Meta:
        icon = "media"
        label = _("Audio")
        template = "blocks/audio.html"
        preview_value = {
            "title": "Разговор",
            "url": "https://example.org/audio",
            "minutes": 8,
            "transcript": "<p>Здравствуйте.</p>",
        }
        description = _("A sound recording with its transcript.")


class DownloadBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("document"))
    title = blocks.CharBlock(label=_("title"), required=False)

    class Meta:
        icon = "download"
        label = _("Download")
        template = "blocks/download.html"
        preview_template = "blocks/download_preview.html"
        description = _("A file to download, with its size.")
