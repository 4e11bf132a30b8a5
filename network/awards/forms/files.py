from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.content.form_fields import CleanCharField
from network.content.uploads import check

ACCEPT = ".jpg,.jpeg,.png,.webp,.pdf,.docx,.odt,.mp3"


class FileWordsForm(forms.Form):
    """What is said of a file."""

    caption = CleanCharField(label=_("Caption"), max_length=300, required=False)
    alt_text = CleanCharField(
        label=_("What the picture shows"),
        help_text=_("For jurors and readers who cannot see it. Only for pictures."),
        max_length=250,
        required=False,
    )
    credit = CleanCharField(label=_("Author of the picture"), max_length=200, required=False)
    names_nobody = forms.BooleanField(
        label=_("No organisation or person can be recognised by a name in this file."),
        help_text=_("Files with names are seen by the secretary only."),
        required=False,
    )


class FileForm(FileWordsForm):
    """A new file. ``checked`` is what may be kept."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "JPEG, PNG, WebP, PDF, DOCX, ODT or MP3, up to 10 MB. Place and camera are taken out of pictures."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}),
        allow_empty_file=True,
        max_length=None,
    )
    field_order = ["file", "caption", "alt_text", "credit", "names_nobody"]
    checked = None

    def clean_file(self):
        self.checked = check(self.cleaned_data["file"])
        return self.cleaned_data["file"]

    def clean(self):
        data = super().clean()
        if self.checked and self.checked.kind.code == "picture" and not data.get("alt_text"):
            self.add_error("alt_text", ValidationError(_("Say in a few words what the picture shows.")))
        return data

    def words(self) -> dict:
        return {name: self.cleaned_data[name] for name in FileWordsForm.base_fields}
