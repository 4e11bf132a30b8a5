"""A CV: a document, small, and what it says it is."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.content.uploads import DOCUMENTS, check

MOST_BYTES = 5 * 1024 * 1024


class CvForm(forms.Form):
    file = forms.FileField(
        label=_("CV: PDF, DOCX or ODT, up to 5 MB"),
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.odt"}),
    )

    def clean_file(self):
        """The file as it will be kept: judged by its content, cleaned of what tells of its making."""
        return check(self.cleaned_data["file"], allowed=DOCUMENTS, most_bytes=MOST_BYTES)
