from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from network.awards.models import EntryAuthor


class InviteAuthorForm(forms.Form):
    email = forms.EmailField(label=_("Her e-mail address"), max_length=254)
    role = forms.ChoiceField(
        label=_("What she may do"),
        choices=[
            (EntryAuthor.Role.WRITER, _("write")),
            (EntryAuthor.Role.SENDER, _("write and send")),
        ],
        initial=EntryAuthor.Role.WRITER,
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(label=_("Language of the letter"), choices=settings.LANGUAGES)

    email.who_sees = _("Seen by the authors of this entry and the secretary.")
